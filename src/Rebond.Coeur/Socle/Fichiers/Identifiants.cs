using System.Text.RegularExpressions;

namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>National identifiers as they arrive in files (docs/formats-fichiers.md).</summary>
public static partial class Identifiants
{
    private const string LettresUai = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /// <summary>Seven digits and the letter their remainder by 23 gives; held by each of the 4 360 lycées of the open data.</summary>
    public static bool EstUai(string uai) => uai.Length == 8 && uai[..7].All(char.IsAsciiDigit) && uai[7] == LettreUai(uai[..7]);

    public static char LettreUai(string septChiffres) => LettresUai[int.Parse(septChiffres, System.Globalization.CultureInfo.InvariantCulture) % 23];

    /// <summary>
    /// The five generations in use. Only the shape is checked: no published text gives the key of the RNIE, and that of the older
    /// numbers is known from memory only (A_VERIFIER). Refusing a true INE would be worse than letting a wrong one in.
    /// </summary>
    public static bool EstIne(string ine) => Ine().IsMatch(ine);

    public static bool EstNumeroCandidat(string numero) => numero.Length == 10 && numero.All(char.IsAsciiDigit);

    // RNIE | BEA | base 36 | SIFA and provisional (whose fifth character is a letter).
    [GeneratedRegex(@"\A(?:[0-9]{9}[A-HJK]{2}|[0-9]{10}[A-HJ-NPR-Z]|[0-9A-Z]{10}[0-9]|[0-9]{4}[AD][0-9]{5}[A-HJ-NPR-Z])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ine();
}
