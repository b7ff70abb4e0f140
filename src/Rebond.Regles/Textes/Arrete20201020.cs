namespace Rebond.Regles.Textes;

/// <summary>Chef-d'œuvre du baccalauréat professionnel (article D337-66-1).</summary>
public static class Arrete20201020
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 20 octobre 2020",
        "Chef-d'œuvre du baccalauréat professionnel (article D337-66-1).",
        "Articles 1er, 2 et 4 lus sur des pages secondaires ; formule confirmée par l'arrêté du 8 janvier 2025 (métiers de la logistique).",
        new DateOnly(2026, 11, 23));
}
