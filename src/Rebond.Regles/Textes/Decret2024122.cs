namespace Rebond.Regles.Textes;

/// <summary>Mention « très bien avec les félicitations du jury » au baccalauréat professionnel, à partir de la session 2024.</summary>
public static class Decret2024122
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2024-122 du 19 février 2024",
        "Mention « très bien avec les félicitations du jury » au baccalauréat professionnel, à partir de la session 2024.",
        "Résumés d'académie et de l'ANFH.",
        new DateOnly(2026, 11, 23));
}
