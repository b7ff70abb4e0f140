using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Suivi.Calendrier;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>The sittings of a département, or of every département of the académie. Actors: the commission, the DEC.</summary>
public sealed class ListerSeances(BaseRebond donnees)
{
    public sealed record Ligne(SeanceCommission Seance, string Departement, int Dossiers, int Places, int Affectees, int SansPlace);

    /// <param name="Transmis">Handed over for the coming start of term and in no sitting yet, in the départements of the actor.</param>
    /// <param name="PeutOuvrir">A commission without an open sitting.</param>
    public sealed record Reponse(IReadOnlyList<Ligne> Seances, int Transmis, bool PeutOuvrir, RentreeScolaire Rentree);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.LitLesCommissions())
            return new Interdit();
        var rentree = Rentrees.Prochaine(donnees.Aujourdhui);
        var seances = await donnees.SeancesDe(acteur).AsNoTracking().Include(s => s.Places).OrderByDescending(s => s.TenueLe).ThenBy(s => s.Departement).ToListAsync(ct);
        var comptes = await (from l in donnees.Set<LigneCommission>().AsNoTracking()
                             join d in donnees.Set<DemandeReinscription>() on l.DemandeId equals d.Id
                             where donnees.SeancesDe(acteur).Any(s => s.Id == l.SeanceId) && (l.Issue != null || d.Etat == EtatReinscription.Transmise)
                             group l by l.SeanceId into g
                             select new { g.Key, Dossiers = g.Count(), Affectees = g.Count(l => l.Uai != null), SansPlace = g.Count(l => l.CodeMotif != null && l.Uai == null) }).ToDictionaryAsync(g => g.Key, ct);
        var visibles = donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime).Where(s => s.Etape != EtapeSuivi.Clos);
        var departements = acteur.Codes(TypePerimetre.Departement);
        var siens = acteur.EstGestionnaire() ? visibles.DeLAcademie(donnees, acteur) : visibles.Where(s => departements.Contains(s.Departement));
        var transmis = await donnees.Set<DemandeReinscription>().CountAsync(d => d.Etat == EtatReinscription.Transmise && d.Rentree == rentree.Jour && siens.Any(s => s.Id == d.DossierId) && !donnees.Set<LigneCommission>().Any(l => l.DemandeId == d.Id), ct);
        return new Reponse([.. seances.Select(s => new Ligne(s, ConsulterSeance.NomDuDepartement(s.Departement), comptes.GetValueOrDefault(s.Id)?.Dossiers ?? 0, s.Places.Sum(p => p.Capacite), comptes.GetValueOrDefault(s.Id)?.Affectees ?? 0, comptes.GetValueOrDefault(s.Id)?.SansPlace ?? 0))],
            transmis, acteur.A(Role.Commission) && !seances.Any(s => s.Etat != EtatSeance.Arretee && s.Rentree == rentree.Jour), rentree);
    }
}
