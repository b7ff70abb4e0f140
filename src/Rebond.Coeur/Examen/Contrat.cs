using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>A mark and its slip that disagree. The two values are in the writing of the base; an empty mark is a mark not entered.</summary>
public sealed record EcartBordereau(Guid CandidatureId, string Unite, string Note, string Bordereau);

/// <summary>Candidates of one lot for whom nothing was ever entered: they have no sheet of marks, and every required unit is missing.</summary>
public sealed record SansFeuille(TypeExamen Examen, string Departement, string Uai, string Specialite, int Candidats, int NotesManquantes);

/// <summary>What later areas may ask of Examen.</summary>
public static class Contrat
{
    public static async Task<IReadOnlyList<SansFeuille>> SansFeuilleAsync(this BaseRebond donnees, IQueryable<Candidature> candidatures, CancellationToken ct)
    {
        var lots = await candidatures.Where(c => !donnees.Set<FeuilleNotes>().Any(f => f.CandidatureId == c.Id))
            .GroupBy(c => new { c.Examen, c.Departement, c.Uai, c.Specialite, c.Reglement }).Select(g => new { g.Key, Candidats = g.Count() }).ToListAsync(ct);
        return [.. lots.Select(l => new SansFeuille(l.Key.Examen, l.Key.Departement, l.Key.Uai, l.Key.Specialite, l.Candidats,
            l.Candidats * (Reglements.Chercher(l.Key.Reglement)?.Unites.Count(u => u.Obligatoire) ?? 0)))];
    }

    /// <summary>Differences between marks and slips among these candidatures. A jury with one of them may not close.</summary>
    public static async Task<IReadOnlyList<EcartBordereau>> EcartsBordereauxAsync(this BaseRebond donnees, IQueryable<Candidature> candidatures, CancellationToken ct)
    {
        var bordereaux = await (
            from c in candidatures
            join b in donnees.Set<BordereauNote>() on c.Id equals b.CandidatureId
            join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId into feuilles
            from f in feuilles.DefaultIfEmpty()
            orderby c.CleRecherche, b.CandidatureId, b.Unite
            select new { b.CandidatureId, b.Unite, b.Valeur, Notes = f == null ? "" : f.Notes }).AsNoTracking().ToListAsync(ct);
        var ecarts = new List<EcartBordereau>();
        foreach (var candidat in bordereaux.GroupBy(b => b.CandidatureId))
        {
            var notes = NotesEnTexte.Lire(candidat.First().Notes);
            ecarts.AddRange(candidat
                .Select(b => new EcartBordereau(b.CandidatureId, b.Unite, NotesEnTexte.Valeur(notes.GetValueOrDefault(b.Unite)), b.Valeur))
                .Where(e => e.Note != e.Bordereau));
        }
        return ecarts;
    }

    public static Task<IReadOnlyList<EcartBordereau>> EcartsBordereauxAsync(this BaseRebond donnees, Guid juryId, CancellationToken ct) =>
        donnees.EcartsBordereauxAsync(donnees.Set<Candidature>().Where(c => c.JuryId == juryId), ct);
}
