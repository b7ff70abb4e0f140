using System.Text.RegularExpressions;

namespace Rebond.Regles.Tests;

/// <summary>
/// Score de lisibilité de Flesch adapté au français par Kandel et Moles (1958) : 207 − 1,015 × mots par phrase − 73,6 × syllabes par mot. 100 : très facile ; 60 à 70 : le niveau d'un
/// lecteur de treize à quinze ans ; sous 30 : un article de droit. Le deux-points et le point-virgule finissent une phrase, comme chez Flesch.
/// </summary>
internal static partial class Lisibilite
{
    public static double Score(string texte)
    {
        var mots = Mots().Matches(texte).Select(mot => mot.Value).ToList();
        var phrases = Math.Max(1, Fins().Split(texte).Count(phrase => Mots().IsMatch(phrase)));
        return mots.Count == 0 ? 100 : 207 - (1.015 * mots.Count / phrases) - (73.6 * mots.Sum(Syllabes) / mots.Count);
    }

    /// <summary>
    /// Groupes de voyelles, moins l'e muet de la fin. Un sigle se lit lettre à lettre, un nombre compte deux syllabes. « Vous parlez » : ez se prononce ; « ils parlent » : ent se tait, « souvent » non ;
    /// faute de grammaire, ent compte toujours : l'erreur va vers plus difficile.
    /// </summary>
    public static int Syllabes(string mot)
    {
        if (char.IsAsciiDigit(mot[0]))
            return 2;
        if (mot.Length is > 1 and <= 4 && mot.All(char.IsUpper))
            return mot.Length;
        var bas = mot.ToLowerInvariant().Replace('’', '\'');
        var groupes = Voyelles().Count(bas);
        return Math.Max(1, groupes > 1 && EMuet().IsMatch(bas) ? groupes - 1 : groupes);
    }

    // « l'école » est un mot : l'article élidé n'ajoute pas de syllabe.
    [GeneratedRegex(@"[\p{L}]+(?:['’][\p{L}]+)*|\d+(?:[/.,]\d+)*")]
    private static partial Regex Mots();

    [GeneratedRegex(@"[.!?;:]+(?=\s|$|»)")]
    private static partial Regex Fins();

    // « é » ouvre une nouvelle syllabe après une autre voyelle (« créé », « réel »), le tréma aussi.
    [GeneratedRegex("[aeiouyàâäèêëîïôöùûüœæ]+|é")]
    private static partial Regex Voyelles();

    [GeneratedRegex("[^aeiouyàâäéèêëîïôöùûüœæ]es?$|[éiu]es?$")]
    private static partial Regex EMuet();
}
