using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Calendrier;

/// <summary>
/// Quels jours comptent dans un délai en jours ouvrables ?
/// Tous, sauf le dimanche et les jours fériés : le samedi compte. Les onze fêtes légales de l'article L. 3133-1 du code du travail ; en Moselle, Bas-Rhin
/// et Haut-Rhin, deux de plus (L. 3134-13). Outre-mer, les jours de l'abolition ne sont pas comptés ici : à vérifier sur place.
/// </summary>
public static class JoursOuvrables
{
    public static readonly Fondement Fetes = CodeTravail.Texte.Article("L3133-1", "2026", Verification.AVerifier);
    public static readonly Fondement AlsaceMoselle = CodeTravail.Texte.Article("L3134-13", "2026", Verification.AVerifier);

    /// <summary>Vrai si ce jour compte.</summary>
    public static bool Est(DateOnly jour, bool alsaceMoselle = false) => jour.DayOfWeek != DayOfWeek.Sunday && !EstFerie(jour, alsaceMoselle);

    /// <summary>Le n-ième jour ouvrable après ce jour, qui n'est pas compté.</summary>
    public static DateOnly Ajouter(DateOnly jour, int nombre, bool alsaceMoselle = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nombre);
        while (nombre > 0)
        {
            jour = jour.AddDays(1);
            if (Est(jour, alsaceMoselle))
                nombre--;
        }
        return jour;
    }

    public static bool EstFerie(DateOnly jour, bool alsaceMoselle = false)
    {
        var paques = Paques(jour.Year);
        return (jour.Month, jour.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
            || jour.DayNumber - paques.DayNumber is 1 or 39 or 50
            || (alsaceMoselle && ((jour.Month, jour.Day) is (12, 26) || jour.DayNumber - paques.DayNumber == -2));
    }

    /// <summary>Le dimanche de Pâques du calendrier grégorien (calcul anonyme de 1876, tout en entiers).</summary>
    public static DateOnly Paques(int annee)
    {
        var a = annee % 19;
        var (siecle, reste) = (annee / 100, annee % 100);
        var h = ((19 * a) + siecle - (siecle / 4) - ((siecle - ((siecle + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (siecle % 4)) + (2 * (reste / 4)) - h - (reste % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(annee, n / 31, (n % 31) + 1);
    }
}
