using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen.Sentinelles;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>The mark grid of one establishment and one spécialité: candidates in the order of the lists, units in columns, and what the sentinels suspect.</summary>
public sealed class ConsulterGrille(BaseRebond donnees)
{
    public const int LignesParPage = 50;

    /// <param name="Page">From 1.</param>
    public sealed record Demande(SessionExamen Session, string Uai, string Specialite, int Page = 1);

    /// <param name="Texte">The marks as read, in the writing of the base: sent back with the form.</param>
    public sealed record Ligne(Guid CandidatureId, int Rang, string Numero, string Nom, string Prenoms, string Texte, IReadOnlyDictionary<string, EtatUnite> Notes, IReadOnlySet<string> Unites, bool Gelee, int Manquantes);

    public sealed record Colonne(string Code, string Libelle, Coefficient Coefficient, int Manquantes);

    public sealed record Reponse(string Etablissement, string Ville, string SpecialiteLibelle, TypeExamen Examen, PasDeNote Pas, int Total, int Page, IReadOnlyList<Colonne> Colonnes,
        IReadOnlyList<Ligne> Lignes, IReadOnlyList<Anomalie> Anomalies)
    {
        public int Pages => Math.Max(1, (Total + LignesParPage - 1) / LignesParPage);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var lot = await donnees.LireLotAsync(acteur, demande.Session, demande.Uai, demande.Specialite, ct);
        if (lot.Count == 0)
            return new Introuvable($"Aucun candidat de la spécialité {demande.Specialite} dans l’établissement {demande.Uai} à la session {demande.Session}");
        var etablissement = await donnees.Set<Etablissement>().AsNoTracking().FirstOrDefaultAsync(e => e.Uai == demande.Uai, ct);
        var (premier, colonnes) = (lot[0].Candidature, LotDeSaisie.Colonnes(lot));
        var page = Math.Clamp(demande.Page, 1, Math.Max(1, (lot.Count + LignesParPage - 1) / LignesParPage));
        var geles = (await donnees.NotesGeleesAsync([.. lot.Select(l => l.Candidature.Id)], ct)).ToHashSet();
        var confirmees = await donnees.AbsencesConfirmeesAsync(lot, ct);
        var profil = await donnees.ProfilAsync(demande.Session, premier.Reglement, ct);
        return new Reponse(etablissement?.Nom ?? demande.Uai, etablissement?.Ville ?? "", premier.SpecialiteLibelle, premier.Examen, ImporterNotesUnites.PasDe(premier.Examen, premier.Session), lot.Count, page,
            [.. colonnes.Select(c => new Colonne(c.Code, c.Libelle, c.Coefficient, lot.Count(l => c.Obligatoire && l.Unites.Contains(c.Code) && !l.Notes.ContainsKey(c.Code))))],
            [.. lot.Select((l, i) => new Ligne(l.Candidature.Id, i + 1, l.Candidature.Numero, l.Candidature.Nom, l.Candidature.Prenoms, l.Texte, l.Notes, l.Unites, geles.Contains(l.Candidature.Id), l.Manquantes))
                .Skip((page - 1) * LignesParPage).Take(LignesParPage)],
            Veille.Examiner(new LotNotes([.. lot.Select(l => l.Notes)], [.. colonnes.Select(c => c.Code)], profil, confirmees)));
    }
}

/// <summary>One candidate of a lot with what the grid, the slips and the sentinels need.</summary>
internal sealed record LigneDeLot(Candidature Candidature, string Texte, Dictionary<string, EtatUnite> Notes, IReadOnlySet<string> Unites, int Manquantes);

/// <summary>Reading of a lot: one establishment, one spécialité, in the order of the lists (name, then number).</summary>
internal static class LotDeSaisie
{
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

    /// <summary>How the session marks the units of one règlement, over the whole académie: figures of a group, no person in them.</summary>
    public static async Task<ProfilUnites> ProfilAsync(this BaseRebond donnees, SessionExamen session, string reglement, CancellationToken ct)
    {
        var textes = await (from c in donnees.Set<Candidature>() join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId where c.Session == session && c.Reglement == reglement select f.Notes).AsNoTracking().ToListAsync(ct);
        return ProfilUnites.Calculer(textes.Select(NotesEnTexte.Lire));
    }

    public static Reglement ReglementDe(Candidature candidature) =>
        Reglements.Chercher(candidature.Reglement) ?? throw new InvalidOperationException($"Règlement inconnu : {candidature.Reglement}");
}
