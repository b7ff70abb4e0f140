using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>Where a session stands: candidates, marks, juries, decisions, publications. Counts only.</summary>
public sealed class ConsulterEtatSession(BaseRebond donnees)
{
    public sealed record ParExamen(string Examen, int Candidats, int DossiersIncomplets, int NotesManquantes, IReadOnlyDictionary<string, int> Jurys, IReadOnlyDictionary<string, int> Decisions);

    public sealed record EtatPublication(string Examen, string Groupe, DateTime Embargo, int Signatures, bool Publiee);

    public sealed record Reponse(string Session, string Libelle, bool Demonstration, IReadOnlyList<ParExamen> Examens, IReadOnlyList<EtatPublication> Publications);

    public async Task<Outcome<Reponse>> ExecuteAsync(SessionExamen session, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire, Role.Pilotage) || !acteur.CouvreAcademie)
            return new Interdit();
        var ouverte = await donnees.SessionEntiereAsync(session, acteur, ct);
        if (ouverte is null)
            return new Introuvable($"Session {session}");

        var candidatures = donnees.Set<Candidature>().Where(c => c.Session == session);
        var sansFeuille = (await donnees.SansFeuilleAsync(candidatures, ct)).ToLookup(s => s.Examen);
        var feuilles = await (
            from c in candidatures
            join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId into lues
            from f in lues.DefaultIfEmpty()
            group f == null ? 0 : f.NotesManquantes by c.Examen into g
            select new { Examen = g.Key, Candidats = g.Count(), Incomplets = g.Count(n => n > 0), Manquantes = g.Sum() }).ToListAsync(ct);
        var jurys = await donnees.Set<Jury>().Where(j => j.Session == session).GroupBy(j => new { j.Examen, j.Etat }).Select(g => new { g.Key.Examen, g.Key.Etat, Nombre = g.Count() }).ToListAsync(ct);
        var decisions = await (
            from d in donnees.Set<DecisionCandidat>()
            where d.Session == session
            join c in donnees.Set<Candidature>() on d.CandidatureId equals c.Id
            group d by new { c.Examen, d.Groupe, d.Etat, d.Decision } into g
            select new { g.Key.Examen, g.Key.Groupe, g.Key.Etat, g.Key.Decision, Nombre = g.Count() }).ToListAsync(ct);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var publications = await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == session).OrderBy(p => p.Examen).ThenBy(p => p.Groupe).ToListAsync(ct);
        return new Reponse(session.ToString(), ouverte.Libelle, ouverte.EstDemonstration,
            [.. feuilles.OrderBy(f => f.Examen).Select(f => new ParExamen(f.Examen.Code(), f.Candidats, f.Incomplets + sansFeuille[f.Examen].Sum(s => s.Candidats), f.Manquantes + sansFeuille[f.Examen].Sum(s => s.NotesManquantes),
                jurys.Where(j => j.Examen == f.Examen).OrderBy(j => j.Etat).ToDictionary(j => j.Etat.Code(), j => j.Nombre),
                decisions.Where(d => d.Examen == f.Examen).OrderBy(d => d.Groupe).ThenBy(d => d.Decision).ToDictionary(d => $"{d.Groupe.Code()}/{d.Etat.Code()}/{d.Decision.Code()}", d => d.Nombre)))],
            [.. publications.Select(p => new EtatPublication(p.Examen.Code(), p.Groupe.Code(), p.Embargo, p.SecondeSignature is not null ? 2 : p.PremiereSignature is not null ? 1 : 0, p.EstPublieeA(maintenant)))]);
    }
}
