using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>What the commission decided about one person, and where he waits. Actors: whoever holds the personal link, the establishment that follows him.</summary>
public sealed class ConsulterMaDecision(BaseRebond donnees)
{
    /// <param name="Rang">Among those who still wait; 1 is the next.</param>
    public sealed record Attente(string Nom, int Rang);

    /// <param name="Issue">Null: the sitting has not been closed.</param>
    /// <param name="Changerait">What would have changed it.</param>
    /// <param name="PeutLaisser">The place given by the commission is his to give back.</param>
    public sealed record Reponse(DateOnly TenueLe, IssueCommission? Issue, string? Changerait, IReadOnlyList<Attente> Attentes, bool PeutLaisser);

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct) =>
        await donnees.DossierDuPorteurAsync(porteur, ct) is { } dossier ? await LireAsync(dossier.Id, ct) : new LienFini();

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        return await donnees.DossiersDe(acteur).AnyAsync(d => d.Id == dossierId, ct) ? await LireAsync(dossierId, ct) : new Introuvable("Dossier de suivi");
    }

    private async Task<Outcome<Reponse>> LireAsync(Guid dossierId, CancellationToken ct)
    {
        if (await donnees.Set<LigneCommission>().AsNoTracking().Where(l => l.DossierId == dossierId).OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct) is not { } ligne
            || await donnees.Set<DemandeReinscription>().AsNoTracking().Include(d => d.Voeux).SingleOrDefaultAsync(d => d.Id == ligne.DemandeId, ct) is not { } demande)
            return new Introuvable("Décision de commission");
        var seance = await donnees.Set<SeanceCommission>().AsNoTracking().SingleAsync(s => s.Id == ligne.SeanceId, ct);
        if (seance.Etat != EtatSeance.Arretee || ligne.Issue is null)
            return new Reponse(seance.TenueLe, null, null, [], false);
        List<Attente> attentes = [];
        foreach (var sienne in await donnees.Set<AttenteCommission>().AsNoTracking().Where(a => a.LigneId == ligne.Id).ToListAsync(ct))
        {
            if (!ListeDAttente.AttendEncore(sienne, ligne, demande))
                continue;
            var devant = await (from a in donnees.Set<AttenteCommission>().AsNoTracking()
                                join l in donnees.Set<LigneCommission>() on a.LigneId equals l.Id
                                join d in donnees.Set<DemandeReinscription>().Include(x => x.Voeux) on l.DemandeId equals d.Id
                                where l.SeanceId == seance.Id && a.Uai == sienne.Uai && a.Specialite == sienne.Specialite && a.Rang < sienne.Rang
                                select new { Attente = a, Ligne = l, Demande = d }).ToListAsync(ct);
            attentes.Add(new((await donnees.NomAccueilAsync(sienne.Uai, ct))!, devant.Count(x => ListeDAttente.AttendEncore(x.Attente, x.Ligne, x.Demande)) + 1));
        }
        return new Reponse(seance.TenueLe, ligne.Issue, ligne.Issue == IssueCommission.SansPlace ? ligne.Changerait : null, [.. attentes.OrderBy(a => a.Rang)],
            ligne is { Issue: IssueCommission.Affectee, RendueLe: null } && demande.Etat == EtatReinscription.Affectee);
    }
}
