using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen.Sentinelles;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>One candidate of a lot with what the grid, the slips and the sentinels need.</summary>
internal sealed record LigneDeLot(Candidature Candidature, string Texte, Dictionary<string, EtatUnite> Notes, IReadOnlySet<string> Unites, int Manquantes);

/// <summary>Reading of a lot: one establishment, one spécialité, in the order of the lists (name, then number).</summary>
internal static class LotDeSaisie
{
    private static readonly ConcurrentDictionary<string, Reglement> s_reglements = new(StringComparer.Ordinal);

    public static async Task<List<LigneDeLot>> LireLotAsync(this BaseRebond donnees, Acteur acteur, SessionExamen session, string uai, string specialite, CancellationToken ct)
    {
        var lignes = await (
            from c in donnees.CandidaturesDe(acteur)
            where c.Session == session && c.Uai == uai && c.Specialite == specialite
            join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId into feuilles
            from f in feuilles.DefaultIfEmpty()
            orderby c.CleRecherche, c.Numero
            select new { Candidature = c, Texte = f == null ? "" : f.Notes }).AsNoTracking().ToListAsync(ct);
        return [.. lignes.Select(l => Lire(l.Candidature, l.Texte))];
    }

    public static LigneDeLot Lire(Candidature candidature, string texte)
    {
        var notes = NotesEnTexte.Lire(texte);
        var unites = ReglementDe(candidature).Unites;
        return new LigneDeLot(candidature, texte, notes, unites.Select(u => u.Code).ToHashSet(StringComparer.Ordinal), unites.Count(u => u.Obligatoire && !notes.ContainsKey(u.Code)));
    }

    /// <summary>The required units, then those that some candidate of the lot carries.</summary>
    public static List<UniteReglement> Colonnes(IReadOnlyList<LigneDeLot> lot) =>
        [.. lot.Select(l => ReglementDe(l.Candidature)).Distinct().SelectMany(r => r.Unites).DistinctBy(u => u.Code).Where(u => u.Obligatoire || lot.Any(l => l.Notes.ContainsKey(u.Code)))];

    public static async Task<HashSet<(int Ligne, string Unite)>> AbsencesConfirmeesAsync(this BaseRebond donnees, IReadOnlyList<LigneDeLot> lot, CancellationToken ct)
    {
        var rangs = lot.Select((l, i) => (l.Candidature.Id, i)).ToDictionary(l => l.Id, l => l.i);
        var absent = NotesEnTexte.Valeur(EtatUnite.Absent);
        var (session, ids) = (lot[0].Candidature.Session, rangs.Keys.ToList());
        var lignes = await donnees.Set<BordereauNote>().AsNoTracking().Where(b => b.Session == session && b.Valeur == absent && ids.Contains(b.CandidatureId))
            .Select(b => new { b.CandidatureId, b.Unite }).ToListAsync(ct);
        return [.. lignes.Select(b => (rangs[b.CandidatureId], b.Unite))];
    }

    /// <summary>How the session marks the units of one spécialité or série, over the whole académie: figures of a group, no person in them.</summary>
    public static async Task<ProfilUnites> ProfilAsync(this BaseRebond donnees, SessionExamen session, string specialite, CancellationToken ct)
    {
        var textes = await (from c in donnees.Set<Candidature>() join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId where c.Session == session && c.Specialite == specialite select f.Notes).AsNoTracking().ToListAsync(ct);
        return ProfilUnites.Calculer(textes.Select(NotesEnTexte.Lire));
    }

    /// <summary>One table for all the candidates of a série with the same choices: making it anew for each costs more than the rest of a grid.</summary>
    public static Reglement ReglementDe(Candidature candidature) => s_reglements.GetOrAdd(candidature.Reglement, id =>
        Reglements.Chercher(id) ?? throw new InvalidOperationException($"Règlement inconnu : {id}"));
}
