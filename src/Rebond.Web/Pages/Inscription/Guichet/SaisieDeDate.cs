using System.Globalization;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>A date typed two hundred times a day: "2011", "20/11", "20/11/26", "20/11/2026". Without a year, the last one that is not to come.</summary>
internal static class SaisieDeDate
{
    private static readonly string[] Completes = ["dd/MM/yyyy", "d/M/yyyy", "ddMMyyyy", "dd/MM/yy", "d/M/yy", "ddMMyy", "yyyy-MM-dd"];
    private static readonly string[] SansAnnee = ["dd/MM/yyyy", "d/M/yyyy"];

    /// <param name="jour">Null when nothing was typed.</param>
    /// <returns>False when what was typed is no date.</returns>
    public static bool TryLire(string? saisie, DateOnly aujourdhui, out DateOnly? jour)
    {
        jour = null;
        var texte = (saisie ?? "").Trim().Replace('.', '/').Replace(' ', '/').Replace('\u00A0', '/');
        if (texte.Length == 0)
            return true;
        if (Dates.TryLire(texte, Completes, out var lu))
        {
            jour = lu;
            return true;
        }
        if (texte.Length == 4 && texte.All(char.IsAsciiDigit))
            texte = $"{texte[..2]}/{texte[2..]}";
        foreach (var annee in new[] { aujourdhui.Year, aujourdhui.Year - 1 })
        {
            if (Dates.TryLire(string.Create(CultureInfo.InvariantCulture, $"{texte}/{annee}"), SansAnnee, out var essai) && essai <= aujourdhui)
            {
                jour = essai;
                return true;
            }
        }
        return false;
    }
}
