using System.Globalization;
using System.Text.RegularExpressions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>Values as spreadsheets and school software write them.</summary>
internal static partial class ValeursTableau
{
    private static readonly string[] s_formes = ["dd/MM/yyyy", "yyyy-MM-dd", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy"];

    /// <summary>28/03/2008, 2008-03-28, either with a time of midnight, or the serial number of a spreadsheet (39535).</summary>
    public static DateOnly? Date(string texte)
    {
        if (Minuit().Match(texte) is { Success: true } avecHeure)
            texte = avecHeure.Groups[1].Value;
        if (Dates.TryLire(texte, s_formes, out var date))
            return date;
        // Day 60 is the 29th of February 1900 that never was: numbers count from the 30th of December 1899. From 1910 on, an age cannot be read as a date.
        return int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var serie) && serie is >= 3_654 and <= 73_415
            ? new DateOnly(1899, 12, 30).AddDays(serie) : null;
    }

    public static string? Sexe(string texte) => texte.ToUpperInvariant().TrimEnd('.') switch
    {
        "F" or "2" or "FEMININ" or "FÉMININ" or "FILLE" or "FEMME" or "MME" or "MLLE" or "MADAME" => "F",
        "M" or "1" or "H" or "G" or "MASCULIN" or "GARCON" or "GARÇON" or "HOMME" or "MONSIEUR" => "M",
        _ => null,
    };

    /// <summary>True, false, or null when it is neither.</summary>
    public static bool? OuiNon(string texte) => texte.ToUpperInvariant() switch
    {
        "1" or "O" or "OUI" or "TRUE" or "VRAI" => true,
        "" or "0" or "N" or "NON" or "FALSE" or "FAUX" => false,
        _ => null,
    };

    /// <summary>Three characters: 13 is 013, 2A is 02A; 971 stays. Something else is left as it is.</summary>
    public static string Departement(string texte) => texte.Length is 1 or 2 && texte.All(char.IsAsciiLetterOrDigit) ? texte.ToUpperInvariant().PadLeft(3, '0') : texte;

    /// <summary>INSEE writes countries with three digits (100) or five (99100).</summary>
    public static string Pays(string texte) => texte.Length == 5 && texte.StartsWith("99", StringComparison.Ordinal) && texte.All(char.IsAsciiDigit) ? texte[2..] : texte;

    [GeneratedRegex(@"\A(\S+)[ T]0{1,2}:00(?::00(?:\.0+)?)?\z")]
    private static partial Regex Minuit();
}
