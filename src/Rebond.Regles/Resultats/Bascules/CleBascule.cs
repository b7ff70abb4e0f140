namespace Rebond.Regles.Resultats.Bascules;

/// <summary>
/// L'ordre des changements, dans un seul entier qui s'additionne : d'abord les demi-points changés, puis les points coefficientés, puis le
/// nombre d'unités, puis l'ordre du règlement (à égalité, les premières unités). Une somme de clés est la clé de la réunion des changements.
/// </summary>
internal static class CleBascule
{
    /// <summary>Plus grand que toute clé ; ne s'additionne pas.</summary>
    public const long Impossible = long.MaxValue;

    /// <summary>Un quart de point coefficienté, en deux-centièmes : un demi-point sur un coefficient d'un demi.</summary>
    public const int Quantum = 50;

    /// <param name="cout">Points coefficientés changés, en deux-centièmes.</param>
    /// <param name="rang">Rang de l'unité dans le règlement, de 0 à 31.</param>
    public static long De(int demiPoints, long cout, int rang) => demiPoints == 0 ? 0
        : ((long)demiPoints << 51) + (cout / Quantum << 37) + (1L << 32) - (1L << (31 - rang));

    public static int DemiPoints(long cle) => (int)(cle >> 51);
}
