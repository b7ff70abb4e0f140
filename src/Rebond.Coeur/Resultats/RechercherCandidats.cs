using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// The candidates a gestionnaire looks for, page by page, or all of them in a file (then journaled: personal data goes out).
/// It stands in Resultats because it filters on decisions, which Examen may not see.
/// </summary>
public sealed class RechercherCandidats(BaseRebond donnees)
{
    public const int ParPage = 50;
    private const int TranchesExport = 1000;

    public enum Tri { Nom, Numero, Etablissement, Specialite, Manquantes }

    /// <param name="Texte">Name (beginnings of words, accents and case ignored), candidate number or INE. Personal: never in a URL.</param>
    /// <param name="Etablissement">UAI or part of the name or of the town.</param>
    /// <param name="Decision">A decision, or null for any.</param>
    public sealed record Criteres(SessionExamen Session, string? Texte = null, string? Etablissement = null, string? Specialite = null, TypeExamen? Examen = null, string? Departement = null,
        Decision? Decision = null, bool SansDecision = false, bool NotesManquantes = false, Tri Tri = Tri.Nom, bool Decroissant = false);

    public sealed class Candidat
    {
        public required Guid Id { get; init; }
        public required string Numero { get; init; }
        public required string? Ine { get; init; }
        public required string Nom { get; init; }
        public required string Prenoms { get; init; }
        public required DateOnly Naissance { get; init; }
        public required TypeExamen Examen { get; init; }
        public required string Specialite { get; init; }
        public required string SpecialiteLibelle { get; init; }
        public required string Uai { get; init; }
        public required string? Etablissement { get; init; }
        public required string Departement { get; init; }
        public required int? Manquantes { get; init; }
        public required Decision? Decision { get; init; }
        public required Mention? Mention { get; init; }
        public required bool? Provisoire { get; init; }
    }

    public sealed record Reponse(int Total, int Page, IReadOnlyList<Candidat> Candidats)
    {
        public int Pages => Math.Max(1, (Total + ParPage - 1) / ParPage);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Criteres criteres, int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var requete = await FiltrerAsync(criteres, acteur, ct);
        var total = await requete.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + ParPage - 1) / ParPage));
        return new Reponse(total, page, await LireAsync(await Trier(requete, criteres).Skip((page - 1) * ParPage).Take(ParPage).Select(c => c.Id).ToListAsync(ct), ct));
    }

    public static readonly string[] Colonnes = ["numero", "ine", "nom", "prenoms", "naissance", "examen", "specialite", "libelle", "uai", "etablissement", "departement", "notes_manquantes", "decision", "mention"];

    /// <summary>The whole filtered answer, written as it is read.</summary>
    public async Task<Outcome<int>> ExporterAsync(Criteres criteres, Stream sortie, FormatTableau format, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var requete = await FiltrerAsync(criteres, acteur, ct);
        var total = await requete.CountAsync(ct);
        // The journal says how much went out and by which filters, without repeating the name that was typed.
        donnees.Journaliser(new ActeAJournaliser(acteur, "CANDIDATS_EXPORTES", $"session:{criteres.Session}",
            Apres: string.Create(CultureInfo.InvariantCulture, $"lignes:{total} format:{format.ToString().ToUpperInvariant()} {EnClair(criteres)}").TrimEnd()));
        await donnees.SaveChangesAsync(ct);
        var ids = await Trier(requete, criteres).Select(c => c.Id).ToListAsync(ct);
        return await EcritureTableau.EcrireAsync(sortie, format, Colonnes, ids.Chunk(TranchesExport).SelectMany(t => LireTranche([.. t])).Select(Ligne), ct);
    }

    /// <summary>What the filters offer.</summary>
    public sealed record Filtres(IReadOnlyList<(string Code, string Libelle, TypeExamen Examen)> Specialites, IReadOnlyList<string> Departements);

    /// <summary>Reads every candidature of the session: the page keeps the answer a while.</summary>
    public async Task<Filtres> FiltresAsync(SessionExamen session, Acteur acteur, CancellationToken ct)
    {
        var lus = await donnees.CandidaturesDe(acteur).Where(c => c.Session == session).Select(c => new { c.Specialite, c.SpecialiteLibelle, c.Examen, c.Departement }).Distinct().ToListAsync(ct);
        return new Filtres(
            [.. lus.DistinctBy(s => s.Specialite).OrderBy(s => s.Examen).ThenBy(s => s.SpecialiteLibelle, StringComparer.CurrentCulture).Select(s => (s.Specialite, s.SpecialiteLibelle, s.Examen))],
            [.. lus.Select(s => s.Departement).Distinct().Order(StringComparer.Ordinal)]);
    }

    private async Task<IQueryable<Candidature>> FiltrerAsync(Criteres criteres, Acteur acteur, CancellationToken ct)
    {
        var candidatures = donnees.CandidaturesDe(acteur).AsNoTracking().Where(c => c.Session == criteres.Session);
        if (criteres.Examen is { } examen)
            candidatures = candidatures.Where(c => c.Examen == examen);
        if (criteres.Departement is { Length: > 0 } departement)
            candidatures = candidatures.Where(c => c.Departement == departement);
        if (criteres.Specialite is { Length: > 0 } specialite)
            candidatures = candidatures.Where(c => c.Specialite == specialite);
        if (criteres.Etablissement is { Length: > 0 } etablissement)
        {
            var uais = await UaisAsync(etablissement, ct);
            candidatures = candidatures.Where(c => uais.Contains(c.Uai));
        }
        if (criteres.NotesManquantes)
            candidatures = await IncompletesAsync(candidatures, criteres.Session, ct);
        var decisions = donnees.LireDecisionsArretees();
        if (criteres.Decision is { } decision)
            candidatures = candidatures.Where(c => decisions.Any(d => d.CandidatureId == c.Id && d.Decision == decision
                && (d.Groupe == GroupeEpreuves.Second || !decisions.Any(s => s.CandidatureId == c.Id && s.Groupe == GroupeEpreuves.Second))));
        else if (criteres.SansDecision)
            candidatures = candidatures.Where(c => !decisions.Any(d => d.CandidatureId == c.Id));
        return ParTexte(candidatures, SansAccents(criteres.Texte ?? ""));
    }

    /// <summary>
    /// When everyone has a mark sheet, the usual case, the incomplete ones are few and stand in an index. Otherwise who has none misses everything,
    /// and each candidature is asked.
    /// </summary>
    private async Task<IQueryable<Candidature>> IncompletesAsync(IQueryable<Candidature> candidatures, SessionExamen session, CancellationToken ct)
    {
        var feuilles = donnees.Set<FeuilleNotes>().Where(f => f.Session == session);
        if (await feuilles.CountAsync(ct) < await donnees.Set<Candidature>().CountAsync(c => c.Session == session, ct))
            return candidatures.Where(c => !donnees.Set<FeuilleNotes>().Any(f => f.CandidatureId == c.Id && f.NotesManquantes == 0));
        return candidatures.Join(feuilles.Where(f => f.NotesManquantes > 0), c => c.Id, f => f.CandidatureId, (c, _) => c);
    }

    /// <summary>The joins come last: counting and paging work on the candidatures alone.</summary>
    private IQueryable<Candidat> Projeter(IQueryable<Candidature> candidatures) =>
        from c in candidatures
        join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId into feuilles
        from f in feuilles.DefaultIfEmpty()
        join e in donnees.Set<Etablissement>() on c.Uai equals e.Uai into etablissements
        from e in etablissements.DefaultIfEmpty()
        join p in donnees.LireDecisionsArretees() on new { c.Id, Groupe = GroupeEpreuves.Premier } equals new { Id = p.CandidatureId, p.Groupe } into premieres
        from p in premieres.DefaultIfEmpty()
        join s in donnees.LireDecisionsArretees() on new { c.Id, Groupe = GroupeEpreuves.Second } equals new { Id = s.CandidatureId, s.Groupe } into secondes
        from s in secondes.DefaultIfEmpty()
        select new Candidat
        {
            Id = c.Id,
            Numero = c.Numero,
            Ine = c.Ine,
            Nom = c.Nom,
            Prenoms = c.Prenoms,
            Naissance = c.Naissance,
            Examen = c.Examen,
            Specialite = c.Specialite,
            SpecialiteLibelle = c.SpecialiteLibelle,
            Uai = c.Uai,
            Etablissement = e == null ? null : e.Nom,
            Departement = c.Departement,
            Manquantes = f == null ? null : f.NotesManquantes,
            Decision = s != null ? s.Decision : p != null ? p.Decision : null,
            Mention = s != null ? s.Mention : p != null ? p.Mention : null,
            Provisoire = s != null ? s.Provisoire : p != null ? p.Provisoire : null,
        };

    /// <summary>Digits alone are a number, eleven letters and digits an INE, the rest a name: each word typed begins a word of the name.</summary>
    private static IQueryable<Candidature> ParTexte(IQueryable<Candidature> candidatures, string texte)
    {
        if (texte.Length == 0)
            return candidatures;
        var serre = texte.Replace(" ", "", StringComparison.Ordinal);
        if (serre.All(char.IsAsciiDigit) && serre.Length <= 10)
        {
            // Ten digits always: a beginning is an interval, which an index answers and a LIKE does not.
            var (premier, dernier) = (serre.PadRight(10, '0'), serre.PadRight(10, '9'));
#pragma warning disable CA1309 // Translated to SQL, which knows no StringComparison; digits only.
            return candidatures.Where(c => string.Compare(c.Numero, premier) >= 0 && string.Compare(c.Numero, dernier) <= 0);
#pragma warning restore CA1309
        }
        if (serre.Length is 10 or 11 && serre.All(char.IsAsciiLetterOrDigit) && serre.Any(char.IsAsciiDigit))
            return candidatures.Where(c => c.Ine == serre);
        foreach (var mot in texte.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Take(6))
            candidatures = candidatures.Where(c => c.CleRecherche.StartsWith(mot) || c.CleRecherche.Contains(" " + mot) || c.CleRecherche.Contains("-" + mot) || c.CleRecherche.Contains("'" + mot));
        return candidatures;
    }

    /// <summary>A few hundred establishments: compared in memory, accents and case ignored.</summary>
    private async Task<List<string>> UaisAsync(string texte, CancellationToken ct)
    {
        var cherche = SansAccents(texte);
        var tous = await donnees.Set<Etablissement>().AsNoTracking().Select(e => new { e.Uai, e.Nom, e.Ville }).ToListAsync(ct);
        return [.. tous.Where(e => e.Uai == cherche || cherche.Split(' ').All(mot => SansAccents($"{e.Nom} {e.Ville}").Contains(mot, StringComparison.Ordinal))).Select(e => e.Uai)];
    }

    private IOrderedQueryable<Candidature> Trier(IQueryable<Candidature> requete, Criteres criteres)
    {
        IOrderedQueryable<Candidature> Par<T>(System.Linq.Expressions.Expression<Func<Candidature, T>> cle) => criteres.Decroissant ? requete.OrderByDescending(cle) : requete.OrderBy(cle);

        var triee = criteres.Tri switch
        {
            Tri.Numero => Par(c => c.Numero),
            Tri.Etablissement => Par(c => c.Uai).ThenBy(c => c.CleRecherche),
            Tri.Specialite => Par(c => c.SpecialiteLibelle).ThenBy(c => c.CleRecherche),
            Tri.Manquantes => Par(c => donnees.Set<FeuilleNotes>().Where(f => f.CandidatureId == c.Id).Select(f => f.NotesManquantes).FirstOrDefault()).ThenBy(c => c.CleRecherche),
            _ => Par(c => c.CleRecherche),
        };
        return triee.ThenBy(c => c.Id);
    }

    /// <summary>The writer of tables asks row by row and does not wait: one slice at a time is in memory.</summary>
    private IEnumerable<Candidat> LireTranche(List<Guid> ids)
    {
        var lus = Projeter(donnees.Set<Candidature>().AsNoTracking().Where(c => ids.Contains(c.Id))).ToDictionary(c => c.Id);
        return ids.Select(id => lus[id]);
    }

    /// <summary>A join keeps no order: the rows are put back in the order of their page.</summary>
    private async Task<List<Candidat>> LireAsync(List<Guid> ids, CancellationToken ct)
    {
        var lus = await Projeter(donnees.Set<Candidature>().AsNoTracking().Where(c => ids.Contains(c.Id))).ToDictionaryAsync(c => c.Id, ct);
        return [.. ids.Select(id => lus[id])];
    }

    private static IReadOnlyList<string> Ligne(Candidat c) =>
    [
        c.Numero, c.Ine ?? "", c.Nom, c.Prenoms, c.Naissance.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Examen.Code(), c.Specialite, c.SpecialiteLibelle, c.Uai, c.Etablissement ?? "", c.Departement,
        c.Manquantes?.ToString(CultureInfo.InvariantCulture) ?? "", c.Decision?.Code() ?? "", c.Mention?.CodeMention() ?? "",
    ];

    private static string EnClair(Criteres c) => string.Join(' ', new[]
    {
        c.Texte is { Length: > 0 } ? "texte:oui" : null,
        c.Etablissement is { Length: > 0 } e ? $"etablissement:{e}" : null,
        c.Specialite is { Length: > 0 } s ? $"specialite:{s}" : null,
        c.Examen is { } x ? $"examen:{x.Code()}" : null,
        c.Departement is { Length: > 0 } d ? $"departement:{d}" : null,
        c.Decision is { } q ? $"decision:{q.Code()}" : c.SansDecision ? "decision:aucune" : null,
        c.NotesManquantes ? "notes_manquantes:oui" : null,
    }.OfType<string>());

    /// <summary>As the search key of a candidature is written: upper case, no accent.</summary>
    private static string SansAccents(string texte) =>
        string.Concat(texte.Trim().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
