namespace Rebond.Regles.Resultats.Bascules;

/// <summary>
/// L'ordre des changements, dans un seul entier qui s'additionne : d'abord le coût (points coefficientés changés), puis le nombre d'unités,
/// puis l'ordre du règlement (à égalité, les premières unités). Une somme de clés est la clé de la réunion des changements.
/// </summary>
internal static class CleBascule
{
    public const long Impossible = long.MaxValue / 4;

    /// <summary>Un quart de point coefficienté : un demi-point sur un coefficient d'un demi.</summary>
    public const int Quantum = 50;

    public static long De(long cout, int rang) => cout == 0 ? 0 : (cout / Quantum << 40) + (1L << 34) - (1L << (31 - rang));

    public static long Cout(long cle) => ((cle + (1L << 33)) >> 40) * Quantum;
}
