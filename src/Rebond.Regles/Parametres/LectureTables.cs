using System.Text.Json;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Parametres;

/// <summary>Lit les tables du bac pro embarquées, telles que leurs sources les donnent ; les séries GT sont lues par <see cref="LectureTablesGt"/>.</summary>
internal static class LectureTables
{
    public static (IReadOnlyList<Reglement>, IReadOnlyList<TableEcartee>) ToutLire()
    {
        var tables = new List<Reglement>();
        var ecartees = new List<TableEcartee>();
        using (var document = Ouvrir("reglements-examen.json"))
        {
            var racine = document.RootElement;
            tables.AddRange(racine.GetProperty("reglements").EnumerateArray().Select(LireReglement));
            tables.AddRange(racine.GetProperty("modeles_de_simulation").EnumerateArray().Select(LireReglement));
            foreach (var esquisse in racine.GetProperty("esquisses_non_verifiees").EnumerateArray())
                LireEsquisse(esquisse, tables, ecartees);
        }
        tables.AddRange(LectureTablesGt.Lire());
        return (tables, ecartees);
    }

    public static JsonDocument Ouvrir(string nom)
    {
        using var flux = typeof(LectureTables).Assembly.GetManifestResourceStream($"Rebond.Regles.Parametres.{nom}")
            ?? throw new InvalidOperationException($"Table embarquée introuvable : {nom}.");
        return JsonDocument.Parse(flux);
    }

    public static string? Texte(this JsonElement element, string nom) =>
        element.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.String ? valeur.GetString() : null;

    public static bool Vrai(this JsonElement element, string nom) => element.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.True;

    public static int? Entier(this JsonElement element, string nom) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.Number ? valeur.GetInt32() : null;

    public static Coefficient Coefficient(this JsonElement element, string nom) => Vocabulaire.Coefficient.De(element.GetProperty(nom).GetDecimal());

    private static Reglement LireReglement(JsonElement source)
    {
        var pratique = source.GetProperty("epreuve_pratique_professionnelle").GetProperty("unites").EnumerateArray().Select(u => u.GetString()!).ToHashSet(StringComparer.Ordinal);
        var verification = source.Vrai("verified") ? Verification.Verifie : Verification.AVerifier;
        var unites = source.GetProperty("epreuves").EnumerateArray()
            .SelectMany(epreuve => epreuve.GetProperty("unites").EnumerateArray())
            .Select(unite => LireUnite(unite, pratique, verification))
            .ToList();
        var facultatives = source.GetProperty("epreuves_facultatives").EnumerateArray().Select(facultative => new UniteReglement(
            facultative.Texte("unite")!, facultative.Texte("titre")!, new Coefficient(2), Domaine.General,
            PratiqueProfessionnelle: false, PointsAuDessusDe10: true, Obligatoire: false, LireModes(facultative), verification)).ToList();
        return Table(source, source.Vrai("simulation_only"), verification, unites, facultatives);
    }

    /// <summary>
    /// Une esquisse ne décide que comme une simulation, et seulement si ses coefficients font le total annoncé. La pratique professionnelle
    /// y est supposée : les unités professionnelles de l'épreuve E3.
    /// </summary>
    private static void LireEsquisse(JsonElement source, List<Reglement> tables, List<TableEcartee> ecartees)
    {
        var id = source.Texte("id")!;
        var brutes = source.GetProperty("unites").EnumerateArray().ToList();
        var total = source.GetProperty("total_coef").ValueKind == JsonValueKind.Number ? source.GetProperty("total_coef").GetDecimal() : (decimal?)null;
        var somme = brutes.Sum(unite => unite.GetProperty("coef").GetDecimal());
        if (total is null || somme != total)
        {
            ecartees.Add(new TableEcartee(id, total is null
                ? $"Esquisse incomplète : {brutes.Count} unités connues, total des coefficients inconnu. {source.Texte("confidence")}"
                : $"Esquisse incomplète : les unités font {Exact.EnFrancais(somme)} et non {Exact.EnFrancais(total.Value)}. {source.Texte("confidence")}"));
            return;
        }
        var pratique = brutes.Where(u => u.Texte("unite")!.StartsWith("U3", StringComparison.Ordinal) && u.Texte("domaine") == "professionnel").Select(u => u.Texte("unite")!).ToHashSet(StringComparer.Ordinal);
        tables.Add(Table(source, simulation: true, Verification.AVerifier, brutes.Select(u => LireUnite(u, pratique, Verification.AVerifier)).ToList(), []));
    }

    private static Reglement Table(JsonElement source, bool simulation, Verification verification, List<UniteReglement> unites, List<UniteReglement> facultatives)
    {
        var sessions = source.TryGetProperty("sessions", out var lues) ? lues : default;
        var option = source.Texte("option");
        return new Reglement(source.Texte("id")!, TypeExamen.BacPro,
            option is null ? source.Texte("specialite")! : $"{source.Texte("specialite")} ({option})",
            string.Join(" ; ", new[] { source.Texte("arrete"), source.Texte("source") }.Where(t => t is not null)),
            verification, simulation, sessions.Entier("premiere"), sessions.Entier("derniere"),
            source.TryGetProperty("formation_diplome", out var codes) ? codes.EnumerateArray().Select(c => c.GetString()!).ToList() : [],
            unites, facultatives)
        {
            TotalImprime = source.Coefficient("total_coef"),
        };
    }

    private static UniteReglement LireUnite(JsonElement unite, HashSet<string> pratique, Verification verification)
    {
        var code = unite.Texte("unite")!;
        var titre = unite.Texte("titre")!;
        var domaine = unite.Texte("domaine") == "professionnel" ? Domaine.Professionnel : Domaine.General;
        return new UniteReglement(code, titre, unite.Coefficient("coef"), domaine, pratique.Contains(code),
            PointsAuDessusDe10: false, Obligatoire: true, LireModes(unite), verification)
        {
            Matiere = Matieres.Reconnaitre(titre, domaine),
        };
    }

    private static ModesEvaluation LireModes(JsonElement unite)
    {
        if (!unite.TryGetProperty("modes", out var modes))
            return new ModesEvaluation(null, null, null);
        string? Mode(string colonne) => modes.TryGetProperty(colonne, out var mode) ? mode.Texte("mode") : null;
        return new ModesEvaluation(Mode("A"), Mode("B"), Mode("C"));
    }
}
