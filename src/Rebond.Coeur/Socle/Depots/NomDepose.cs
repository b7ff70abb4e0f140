using System.Globalization;
using System.Text;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>The name a person gave to a file, made safe to show and to give back; it never names anything on our disk.</summary>
internal static class NomDepose
{
    private const int Longueur = 100;

    /// <summary>Without folders, control or direction characters, nor what no system accepts in a name; the extension is that of the content.</summary>
    public static string Nettoyer(string? nom, TypeDepot type)
    {
        var feuille = (nom ?? "").Replace('\\', '/').Split('/')[^1].Normalize(NormalizationForm.FormC);
        var propre = string.Concat(feuille.EnumerateRunes()
            .Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !(r.IsAscii && "<>:\"|?*".Contains((char)r.Value, StringComparison.Ordinal)))
            .Select(r => Rune.IsWhiteSpace(r) ? " " : r.ToString()));
        var point = propre.LastIndexOf('.');
        var racine = (point >= 0 ? propre[..point] : propre).Trim(' ', '.');
        if (racine.Length > Longueur)
            racine = racine[..(char.IsHighSurrogate(racine[Longueur - 1]) ? Longueur - 1 : Longueur)].TrimEnd();
        return (racine.Length == 0 ? "document" : racine) + Extension(type);
    }

    public static string Extension(TypeDepot type) => type switch
    {
        TypeDepot.Pdf => ".pdf",
        TypeDepot.Jpeg => ".jpg",
        _ => ".png",
    };

    /// <summary>Lower case with its dot; empty when the name has none.</summary>
    public static string ExtensionDe(string? nom) => Path.GetExtension((nom ?? "").TrimEnd(' ', '.')).ToLowerInvariant();

    public static bool Convient(string extension, TypeDepot type) => extension.Length == 0 || type switch
    {
        TypeDepot.Pdf => extension is ".pdf",
        TypeDepot.Jpeg => extension is ".jpg" or ".jpeg" or ".jpe" or ".jfif",
        _ => extension is ".png",
    };
}
