using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>How far the marks of a session are: one aggregate by examen, département and establishment; the tables add it up. Actor: gestionnaire in his scope.</summary>
public sealed class ConsulterAvancement(BaseRebond donnees)
{
    public sealed class Cellule
    {
        public required TypeExamen Examen { get; init; }
        public required string Departement { get; init; }
        public required string Uai { get; init; }
        public required int Candidats { get; init; }

        /// <summary>Candidates with every required unit.</summary>
        public required int Complets { get; init; }
        public required int NotesManquantes { get; set; }
    }

    public sealed record Retard(string Uai, string Nom, string Ville, string Departement, int Candidats, int Incomplets, int NotesManquantes);

    public sealed record Reponse(SessionAcademique Session, IReadOnlyList<SessionAcademique> Sessions, IReadOnlyList<Cellule> Cellules, IReadOnlyList<Retard> Retards, int EcartsBordereaux);

    /// <param name="session">Null: the latest.</param>
    public async Task<Outcome<Reponse>> ExecuteAsync(SessionExamen? session, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var sessions = await donnees.SessionsDe(acteur).ToListAsync(ct);
        if ((session is null ? sessions.FirstOrDefault() : sessions.FirstOrDefault(s => s.Session == session)) is not { } choisie)
            return new Introuvable(session is null ? "Aucune session dans cette base" : $"Session {session}");
        var candidatures = donnees.CandidaturesDe(acteur).Where(c => c.Session == choisie.Session);
        var sansFeuille = (await donnees.SansFeuilleAsync(candidatures, ct)).ToLookup(s => (s.Examen, s.Departement, s.Uai), s => s.NotesManquantes);
        var cellules = await (
            from c in candidatures
            join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId into feuilles
            from f in feuilles.DefaultIfEmpty()
            group f by new { c.Examen, c.Departement, c.Uai } into g
            select new Cellule
            {
                Examen = g.Key.Examen,
                Departement = g.Key.Departement,
                Uai = g.Key.Uai,
                Candidats = g.Count(),
                Complets = g.Sum(f => f != null && f.NotesManquantes == 0 ? 1 : 0),
                NotesManquantes = g.Sum(f => f == null ? 0 : f.NotesManquantes),
            }).AsNoTracking().ToListAsync(ct);
        cellules.ForEach(c => c.NotesManquantes += sansFeuille[(c.Examen, c.Departement, c.Uai)].Sum());
        var noms = await donnees.Set<Etablissement>().AsNoTracking().ToDictionaryAsync(e => e.Uai, ct);
        var retards = cellules.GroupBy(c => (c.Uai, c.Departement))
            .Select(g => new Retard(g.Key.Uai, noms.GetValueOrDefault(g.Key.Uai)?.Nom ?? g.Key.Uai, noms.GetValueOrDefault(g.Key.Uai)?.Ville ?? "", g.Key.Departement, g.Sum(c => c.Candidats), g.Sum(c => c.Candidats - c.Complets), g.Sum(c => c.NotesManquantes)))
            .Where(r => r.Incomplets > 0).OrderByDescending(r => r.NotesManquantes).ThenByDescending(r => r.Incomplets).ThenBy(r => r.Uai, StringComparer.Ordinal).ToList();
        return new Reponse(choisie, sessions, cellules, retards, (await donnees.EcartsBordereauxAsync(candidatures, ct)).Count);
    }
}
