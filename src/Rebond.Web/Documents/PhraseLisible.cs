using System.Text.RegularExpressions;
using Rebond.Regles.Parametres;

namespace Rebond.Web.Documents;

/// <summary>
/// Sentences of the rules and of the use cases as people read them on a screen or on paper: French apostrophes and no-break spaces, and the name
/// of a subject where the sentence bears its code. The command line keeps the plain writing that scripts compare.
/// </summary>
public static partial class PhraseLisible
{
    private static readonly Lazy<Dictionary<string, string>> Noms = new(() => Reglements.Tous.SelectMany(r => r.Unites.Concat(r.Facultatives).Concat(r.Specialites.Select(s => s.Unite)))
        .Where(u => !EstCourt(u.Code)).DistinctBy(u => u.Code).ToDictionary(u => u.Code, u => u.Libelle, StringComparer.Ordinal));

    public static string Lisible(this string phrase) =>
        Espaces().Replace(Codes().Replace(phrase, m => Noms.Value.TryGetValue(m.Value, out var nom) ? $"« {nom} »" : m.Value), "\u00a0")
            .Replace('\'', '’').Replace("« ", "«\u00a0", StringComparison.Ordinal);

    /// <summary>"U31" stays, "FRANCAIS_ECRIT" is "Français écrit".</summary>
    public static string NomUnite(string code) => EstCourt(code) ? code : Noms.Value.GetValueOrDefault(code, code.Replace('_', ' '));

    private static bool EstCourt(string code) => code.Length <= 6;

    [GeneratedRegex("[A-Z][A-Z0-9_]{5,}")]
    private static partial Regex Codes();

    /// <summary>The plain space before a double punctuation mark or a unit.</summary>
    [GeneratedRegex("(?<=[^ ]) (?=[:;?!»%]( |$|[.,)]))")]
    private static partial Regex Espaces();
}
