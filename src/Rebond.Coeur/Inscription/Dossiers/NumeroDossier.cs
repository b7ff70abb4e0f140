using System.Globalization;
using System.Security.Cryptography;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The number of a file: eight digits drawn at random and a check letter, "48210937-K". It is typed from paper two hundred times a
/// day: a digit changed or two digits swapped give another letter.
/// </summary>
public static class NumeroDossier
{
    /// <summary>Twenty-three letters, without I, O and Q: the alphabet of the UAI.</summary>
    private const string Lettres = "ABCDEFGHJKLMNPRSTUVWXYZ";

    public static string Tirer() => Ecrire(RandomNumberGenerator.GetInt32(10_000_000, 100_000_000));

    /// <summary>Reads what a person types or a scanner sends: spaces, dashes and lower case are accepted.</summary>
    /// <param name="numero">In its one writing, or null.</param>
    public static bool TryLire(string? saisie, out string? numero)
    {
        numero = null;
        Span<char> utiles = stackalloc char[9];
        var longueur = 0;
        foreach (var c in saisie ?? "")
        {
            if (c is ' ' or '-' or '\u00A0' or '\u202F' or '\u2011')
                continue;
            if (longueur == 9)
                return false;
            utiles[longueur++] = char.ToUpperInvariant(c);
        }
        if (longueur != 9 || !int.TryParse(utiles[..8], NumberStyles.None, CultureInfo.InvariantCulture, out var chiffres) || chiffres < 10_000_000 || Lettres[chiffres % 23] != utiles[8])
            return false;
        numero = Ecrire(chiffres);
        return true;
    }

    private static string Ecrire(int chiffres) => string.Create(CultureInfo.InvariantCulture, $"{chiffres:00000000}-{Lettres[chiffres % 23]}");
}
