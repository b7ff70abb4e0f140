using System.Globalization;
using System.Text;

namespace Rebond.Coeur.Socle.Recherche;

/// <summary>Words as a search compares them: no accent, no case, no hyphen or apostrophe, « st » and « ste » written out.</summary>
public static class Mots
{
    public static List<string> Decouper(string texte)
    {
        var mots = new List<string>();
        var mot = new StringBuilder();
        foreach (var c in texte.Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(c))
                mot.Append(c switch { 'œ' or 'Œ' => "oe", 'æ' or 'Æ' => "ae", _ => char.ToLowerInvariant(c).ToString() });
            else if (mot.Length > 0)
            {
                mots.Add(mot.ToString() switch { "st" => "saint", "ste" => "sainte", var autre => autre });
                mot.Clear();
            }
        }
        return mots;
    }

    /// <summary>One letter more, less, changed, or two neighbours swapped.</summary>
    public static bool AUneFautePres(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
            return AUneFautePres(b, a);
        if (b.Length - a.Length > 1)
            return false;
        var debut = a.CommonPrefixLength(b);
        a = a[debut..];
        b = b[debut..];
        if (b.Length <= 1)
            return true;
        return a.Length < b.Length ? a.SequenceEqual(b[1..])
            : a[1..].SequenceEqual(b[1..]) || (a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
    }
}
