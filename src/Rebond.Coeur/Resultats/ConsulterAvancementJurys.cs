using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>The second half of the session dashboard: juries by state and decisions by type, in the actor's scope. Two aggregates.</summary>
public sealed class ConsulterAvancementJurys(BaseRebond donnees)
{
    public sealed record JurysParEtat(TypeExamen Examen, EtatJury Etat, int Nombre);

    public sealed record DecisionsParType(TypeExamen Examen, GroupeEpreuves Groupe, Decision Decision, bool Provisoire, int Nombre);

    public sealed record Reponse(IReadOnlyList<JurysParEtat> Jurys, IReadOnlyList<DecisionsParType> Decisions);

    public async Task<Outcome<Reponse>> ExecuteAsync(SessionExamen session, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var departements = acteur.Codes(TypePerimetre.Departement);
        var jurys = donnees.Set<Jury>().Where(j => j.Session == session && (acteur.CouvreAcademie || departements.Contains(j.Departement)));
        var candidatures = donnees.CandidaturesDe(acteur).Where(c => c.Session == session);
        return new Reponse(
            await jurys.GroupBy(j => new { j.Examen, j.Etat }).Select(g => new JurysParEtat(g.Key.Examen, g.Key.Etat, g.Count())).ToListAsync(ct),
            await (from d in donnees.LireDecisionsArretees()
                   where d.Session == session
                   join c in candidatures on d.CandidatureId equals c.Id
                   group d by new { c.Examen, d.Groupe, d.Decision, d.Provisoire } into g
                   select new DecisionsParType(g.Key.Examen, g.Key.Groupe, g.Key.Decision, g.Key.Provisoire, g.Count())).ToListAsync(ct));
    }
}
