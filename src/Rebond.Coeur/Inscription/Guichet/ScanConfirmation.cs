using System.Buffers;
using System.Globalization;
using Rebond.Coeur.Inscription.Dossiers;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// What a person types from a confirmation, or a scanner types from its QR code: the number of the file, then the version when it is given
/// ("48210937-K", "48210937-K v3", "48210937K;3").
/// </summary>
public static class ScanConfirmation
{
    private const int Longueur = 200;
    private static readonly SearchValues<char> s_lettres = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <param name="version">Null when only the number is there.</param>
    public static bool TryLire(string? saisie, out string numero, out int? version)
    {
        (numero, version) = ("", null);
        var texte = (saisie ?? "").Trim();
        if (texte.Length is 0 or > Longueur)
            return false;
        // The check letter ends the number: whatever stands after it is the version.
        var lettre = texte.AsSpan().IndexOfAny(s_lettres);
        if (lettre < 0 || !NumeroDossier.TryLire(texte[..(lettre + 1)], out var lu))
            return false;
        numero = lu!;
        var reste = texte[(lettre + 1)..].Trim(' ', '-', '/', ';', '|', '.', ':', '\u00A0').TrimStart('v', 'V').Trim(' ', '\u00A0', '=');
        if (reste.Length == 0)
            return true;
        if (!int.TryParse(reste, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 9999)
            return false;
        version = n;
        return true;
    }
}
