using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>The establishments of the actor's scope, and the lots (spécialités) of the one chosen, with what is missing.</summary>
public sealed class ListerLots(BaseRebond donnees)
{
    public sealed record Lieu(string Uai, string Nom, string Ville, string Departement);

    public sealed class Lot
    {
        public required string Specialite { get; init; }
        public required string Libelle { get; init; }
        public required TypeExamen Examen { get; init; }
        public required int Candidats { get; init; }
        public required int NotesManquantes { get; set; }
    }

    public sealed record Reponse(IReadOnlyList<Lieu> Lieux, IReadOnlyList<Lot> Lots);

    public async Task<Outcome<Reponse>> ExecuteAsync(SessionExamen session, string? uai, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var candidatures = donnees.CandidaturesDe(acteur).Where(c => c.Session == session);
        var lieux = await donnees.Set<Etablissement>().Where(e => candidatures.Any(c => c.Uai == e.Uai)).OrderBy(e => e.Ville).ThenBy(e => e.Nom)
            .Select(e => new Lieu(e.Uai, e.Nom, e.Ville, e.Departement)).ToListAsync(ct);
        if (string.IsNullOrEmpty(uai))
            return new Reponse(lieux, []);
        var lots = await (
            from c in candidatures
            where c.Uai == uai
            join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId into feuilles
            from f in feuilles.DefaultIfEmpty()
            group f by new { c.Examen, c.Specialite, c.SpecialiteLibelle } into g
            select new Lot { Specialite = g.Key.Specialite, Libelle = g.Key.SpecialiteLibelle, Examen = g.Key.Examen, Candidats = g.Count(), NotesManquantes = g.Sum(f => f == null ? 0 : f.NotesManquantes) })
            .ToListAsync(ct);
        var sansFeuille = (await donnees.SansFeuilleAsync(candidatures.Where(c => c.Uai == uai), ct)).ToLookup(s => (s.Examen, s.Specialite), s => s.NotesManquantes);
        lots.ForEach(l => l.NotesManquantes += sansFeuille[(l.Examen, l.Specialite)].Sum());
        return new Reponse(lieux, [.. lots.OrderBy(l => l.Examen).ThenBy(l => l.Libelle, StringComparer.CurrentCulture)]);
    }
}
