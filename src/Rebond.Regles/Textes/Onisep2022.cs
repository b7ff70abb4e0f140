namespace Rebond.Regles.Textes;

/// <summary>Que faire après un échec au bac professionnel.</summary>
public static class Onisep2022
{
    public static readonly TexteLegal Texte = new(
        "page de l'Onisep du 1er juillet 2022",
        "Que faire après un échec au bac professionnel.",
        "Lue en entier. Ce n'est pas un texte de droit.",
        new DateOnly(2026, 11, 25));
}
