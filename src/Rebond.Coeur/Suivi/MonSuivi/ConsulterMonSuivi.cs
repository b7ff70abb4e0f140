using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.MonSuivi;

/// <summary>
/// The young person's own file: what he can do, and everything that is written about him, free text included, with who wrote it. Nothing of the
/// follow-up is hidden from the person it is about.
/// </summary>
public sealed class ConsulterMonSuivi(BaseRebond donnees)
{
    /// <param name="Par">Who noted it, as that person signs on this site; null for what the person said here himself.</param>
    public sealed record Contact(DateTime Le, CanalContact Canal, ResultatContact Resultat, string? Observation, string? Par);

    /// <param name="Objectifs">Aims of his own timetable, when there is one.</param>
    /// <param name="Etablissement">Name and town, or null for those whom the DEC follows.</param>
    public sealed record Reponse(DossierSuivi Dossier, Etablissement? Etablissement, PackRebond Pack, IReadOnlyList<Contact> Contacts, IReadOnlyList<SituationSuivi> Situations, IReadOnlyList<RelaisSuivi> Relais,
        IReadOnlyList<PropositionPae> Pae, IReadOnlyList<EntretienSituation> Entretiens, DemandeReinscription? Reinscription, string? Objectifs);

    /// <param name="dossierId">The latest when null.</param>
    public async Task<Outcome<Reponse>> ExecuteAsync(Guid? dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit("Cette page est réservée aux candidats : connectez-vous avec votre compte de candidat.");
        var dossier = await donnees.MesDossiers(acteur).AsNoTracking().Where(d => dossierId == null || d.Id == dossierId).OrderByDescending(d => d.OuvertLe).FirstOrDefaultAsync(ct);
        if (dossier is null)
            return new Introuvable("Dossier de suivi");
        var packs = await donnees.ComposerPacksAsync([dossier], ct);
        if (!packs.EstReussi)
            return Outcome<Reponse>.Refuser(packs.Refus);
        var contacts = await donnees.Set<ContactSuivi>().AsNoTracking().Where(c => c.DossierId == dossier.Id).OrderByDescending(c => c.Le).ThenByDescending(c => c.Id).ToListAsync(ct);
        var comptes = contacts.Select(c => c.Par).OfType<Guid>().Distinct().ToList();
        var auteurs = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        return new Reponse(dossier, packs.Valeur[0].Etablissement, packs.Valeur[0],
            [.. contacts.Select(c => new Contact(c.Le, c.Canal, c.Resultat, c.Observation, c.Par is { } par && par != dossier.CompteId && par != acteur.CompteId ? auteurs.GetValueOrDefault(par, "un compte fermé") : null))],
            await donnees.Set<SituationSuivi>().AsNoTracking().Where(s => s.DossierId == dossier.Id).OrderBy(s => s.Mois).ToListAsync(ct),
            await donnees.Set<RelaisSuivi>().AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderBy(r => r.TransmisLe).ToListAsync(ct),
            await donnees.Set<PropositionPae>().AsNoTracking().Where(p => p.DossierId == dossier.Id).OrderBy(p => p.ProposeLe).ToListAsync(ct),
            await donnees.Set<EntretienSituation>().AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.TenuLe).ToListAsync(ct),
            await donnees.Set<DemandeReinscription>().AsNoTracking().SingleOrDefaultAsync(r => r.DossierId == dossier.Id, ct),
            await donnees.Set<ParcoursPersonnalise>().AsNoTracking().Where(p => p.DossierId == dossier.Id).Select(p => p.Objectifs).SingleOrDefaultAsync(ct));
    }
}
