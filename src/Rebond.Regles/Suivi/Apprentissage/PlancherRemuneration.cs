using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Apprentissage;

/// <summary>Ce qu'un apprenti gagne au moins pendant une période.</summary>
/// <param name="Pourcentage">Du SMIC ; à partir de 21 ans, du SMIC ou du salaire minimum de la convention collective s'il est plus haut.</param>
public sealed record PeriodeRemuneration(DateOnly Du, DateOnly Au, int Pourcentage, string Phrase);

/// <summary>
/// Combien un apprenti gagne-t-il au moins ?
/// D. 6222-26 : un pourcentage du SMIC selon l'âge et l'année du contrat. D. 6222-31 : le taux change le premier jour du mois qui suit les
/// 18, 21 et 26 ans. D. 6222-28 : pendant une prolongation, au moins ce que donnait la dernière année. R. 6222-48 : quinze points de plus pour
/// l'apprenti handicapé dont le contrat est prolongé à ce titre.
/// </summary>
public static class PlancherRemuneration
{
    public static readonly Fondement Grille = CodeTravail.Texte.Article("D6222-26", "2026");
    public static readonly Fondement ChangementDAge = CodeTravail.Texte.Article("D6222-31", "2026");
    public static readonly Fondement Prolongation = CodeTravail.Texte.Article("D6222-28", "2026");
    public static readonly Fondement Handicap = CodeTravail.Texte.Article("R6222-48", "2026");

    public const int MajorationHandicap = 15;

    /// <summary>Les âges où le taux change.</summary>
    public static readonly int[] Ages = [18, 21, 26];

    // Une ligne par tranche d'âge (moins de 18, 18 à 20, 21 à 25, 26 et plus), une colonne par année de contrat.
    private static readonly int[][] s_grille = [[27, 39, 55], [43, 51, 67], [53, 61, 78], [100, 100, 100]];

    /// <summary>Le taux dû ce jour-là.</summary>
    /// <param name="annee">Année d'exécution du contrat : 1, 2 ou 3. Au-delà, la troisième.</param>
    public static int Pourcentage(DateOnly naissance, int annee, DateOnly jour)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(annee, 1);
        return s_grille[Ages.Count(age => jour >= PriseDEffet(naissance, age))][Math.Min(annee, 3) - 1];
    }

    /// <summary>Le premier jour du mois qui suit cet anniversaire.</summary>
    public static DateOnly PriseDEffet(DateOnly naissance, int age)
    {
        var anniversaire = Anniversaires.Jour(naissance, age);
        return new DateOnly(anniversaire.Year, anniversaire.Month, 1).AddMonths(1);
    }

    /// <summary>Le plancher d'une prolongation, période par période : l'année de la grille reste la dernière, l'âge continue d'avancer.</summary>
    /// <param name="derniereAnnee">Dernière année du contrat prolongé.</param>
    /// <param name="tauxVerse">Le taux que l'employeur payait, s'il est connu : la prolongation ne peut pas donner moins.</param>
    /// <param name="prolongationHandicap">Prolongation de l'article R. 6222-48 : quinze points de plus.</param>
    public static IReadOnlyList<PeriodeRemuneration> PendantLaProlongation(DateOnly naissance, int derniereAnnee, DateOnly du, DateOnly au, int tauxVerse = 0, bool prolongationHandicap = false)
    {
        var debuts = Ages.Select(age => PriseDEffet(naissance, age)).Where(jour => jour > du && jour <= au).Prepend(du).ToList();
        return [.. debuts.Select((debut, rang) => Periode(debut, rang + 1 < debuts.Count ? debuts[rang + 1].AddDays(-1) : au))];

        PeriodeRemuneration Periode(DateOnly debut, DateOnly fin)
        {
            var taux = Math.Max(tauxVerse, Pourcentage(naissance, derniereAnnee, debut) + (prolongationHandicap ? MajorationHandicap : 0));
            var bas = debut >= PriseDEffet(naissance, 21) ? " ou du minimum de la branche, s'il est plus haut" : "";
            return new PeriodeRemuneration(debut, fin, taux, $"Du {Dates.EnFrancais(debut)} au {Dates.EnFrancais(fin)} : au moins {taux} % du SMIC{bas}.");
        }
    }
}
