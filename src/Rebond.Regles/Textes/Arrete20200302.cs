namespace Rebond.Regles.Textes;

/// <summary>Diplômes du ministère de l'agriculture : deux décimales, arrondi au centième supérieur, sessions à partir de 2020.</summary>
public static class Arrete20200302
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 2 mars 2020",
        "Diplômes du ministère de l'agriculture : deux décimales, arrondi au centième supérieur, sessions à partir de 2020.",
        "Articles 1er et 2 lus.",
        new DateOnly(2026, 11, 23));
}
