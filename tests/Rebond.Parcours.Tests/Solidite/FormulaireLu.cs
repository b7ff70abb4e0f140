using System.Net;
using System.Text.RegularExpressions;

namespace Rebond.Parcours.Tests.Solidite;

/// <summary>One field of a form as the page wrote it, with the value it would send untouched.</summary>
internal sealed record ChampLu(string Nom, string Valeur, bool Cache, bool Choix);

/// <summary>A form of a page: where it goes and what it asks. Two forms that differ by an id only are the same one.</summary>
internal sealed partial record FormulaireLu(string Vers, bool Envoie, IReadOnlyList<ChampLu> Champs)
{
    public string Forme => $"{Patron(Vers)} {string.Join(' ', Champs.Select(c => c.Nom).Distinct().Order(StringComparer.Ordinal))}";

    /// <summary>The address without what changes from a person to the next: ids, numbers of files, values of the query.</summary>
    public static string Patron(string adresse)
    {
        var (chemin, question) = adresse.IndexOf('?', StringComparison.Ordinal) is >= 0 and var ici ? (adresse[..ici], adresse[(ici + 1)..]) : (adresse, "");
        return $"{Identifiant().Replace(chemin, "/N")}?{string.Join(',', question.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(q => q.StartsWith("handler=", StringComparison.OrdinalIgnoreCase) ? q : q.Split('=')[0]).Order(StringComparer.Ordinal))}";
    }

    public static IEnumerable<FormulaireLu> Lire(string html, string page) => Formulaires().Matches(html).Select(f =>
    {
        var ouverture = f.Groups[1].Value;
        return new FormulaireLu(Attribut(ouverture, "action") is { Length: > 0 } vers ? vers : page, Attribut(ouverture, "method").Equals("post", StringComparison.OrdinalIgnoreCase), [.. LireChamps(f.Groups[2].Value)]);
    });

    public static IEnumerable<string> Liens(string html) => Ancres().Matches(html).Select(a => WebUtility.HtmlDecode(a.Groups[1].Value).Split('#')[0]).Where(a => a.Length > 0);

    private static IEnumerable<ChampLu> LireChamps(string corps)
    {
        foreach (Match champ in Saisies().Matches(corps))
        {
            if (Attribut(champ.Value, "name") is { Length: > 0 } nom && nom != "__RequestVerificationToken")
                yield return new(nom, Attribut(champ.Value, "value"), Attribut(champ.Value, "type") == "hidden", Attribut(champ.Value, "type") is "radio" or "checkbox" or "submit");
        }
        foreach (Match liste in Listes().Matches(corps))
            foreach (Match option in Options().Matches(liste.Groups[2].Value))
                yield return new(Attribut(liste.Groups[1].Value, "name"), Attribut(option.Value, "value"), false, true);
    }

    private static string Attribut(string balise, string nom) => WebUtility.HtmlDecode(Regex.Match(balise, $"\\s{nom}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Formulaires();

    [GeneratedRegex("<(?:input|textarea|button)[^>]*>")]
    private static partial Regex Saisies();

    [GeneratedRegex("<select([^>]*)>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Listes();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();

    [GeneratedRegex("<a[^>]*\\shref=\"(/[^\"]*)\"")]
    private static partial Regex Ancres();

    [GeneratedRegex("/(?:[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]*[0-9][A-Za-z0-9_-]{3,})")]
    private static partial Regex Identifiant();
}
