using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.MonSuivi;

/// <summary>Everything that is written about one person, free text included, with who wrote it.</summary>
/// <param name="Objectifs">Aims of his own timetable, when there is one.</param>
public sealed record SuiviEcrit(DossierSuivi Dossier, IReadOnlyList<SuiviEcrit.Contact> Contacts, IReadOnlyList<SituationSuivi> Situations, IReadOnlyList<RelaisSuivi> Relais, IReadOnlyList<PropositionPae> Pae,
    IReadOnlyList<EntretienSituation> Entretiens, DemandeReinscription? Reinscription, string? Objectifs)
{
    /// <param name="Par">Who noted it, as that person signs on this site; null for what was said from the person's own page or from a link.</param>
    public sealed record Contact(DateTime Le, CanalContact Canal, ResultatContact Resultat, string? Observation, string? Par);

    public bool EstVide => Contacts.Count + Situations.Count + Relais.Count + Pae.Count + Entretiens.Count == 0 && Reinscription is null;

    /// <summary>What a guardian reads: the facts, and of the interviews those that his child has answered. The notes of the school are asked of the school, who hears the child first.</summary>
    public SuiviEcrit PourLeResponsable() => this with { Contacts = [.. Contacts.Select(c => c with { Observation = null })], Entretiens = [.. Entretiens.Where(e => e.LeJeuneARepondu)] };
}

internal static class LectureDuSuivi
{
    /// <param name="siens">Accounts of the person himself: what they noted is told as his.</param>
    public static async Task<SuiviEcrit> LireSuiviEcritAsync(this BaseRebond donnees, DossierSuivi dossier, IReadOnlyCollection<Guid> siens, CancellationToken ct)
    {
        var contacts = await donnees.Set<ContactSuivi>().AsNoTracking().Where(c => c.DossierId == dossier.Id).OrderByDescending(c => c.Le).ThenByDescending(c => c.Id).ToListAsync(ct);
        var comptes = contacts.Select(c => c.Par).OfType<Guid>().Distinct().ToList();
        var auteurs = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        return new SuiviEcrit(dossier,
            [.. contacts.Select(c => new SuiviEcrit.Contact(c.Le, c.Canal, c.Resultat, c.Observation, c.Par is { } par && !siens.Contains(par) ? auteurs.GetValueOrDefault(par, "un compte fermé") : null))],
            await donnees.Set<SituationSuivi>().AsNoTracking().Where(s => s.DossierId == dossier.Id).OrderBy(s => s.Mois).ToListAsync(ct),
            await donnees.Set<RelaisSuivi>().AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderBy(r => r.TransmisLe).ToListAsync(ct),
            await donnees.Set<PropositionPae>().AsNoTracking().Where(p => p.DossierId == dossier.Id).OrderBy(p => p.ProposeLe).ToListAsync(ct),
            await donnees.Set<EntretienSituation>().AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.TenuLe).ToListAsync(ct),
            await donnees.Set<DemandeReinscription>().AsNoTracking().SingleOrDefaultAsync(r => r.DossierId == dossier.Id, ct),
            await donnees.Set<ParcoursPersonnalise>().AsNoTracking().Where(p => p.DossierId == dossier.Id).Select(p => p.Objectifs).SingleOrDefaultAsync(ct));
    }
}
