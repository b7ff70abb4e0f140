namespace Rebond.Regles.Textes;

/// <summary>La prolongation du contrat d'apprentissage après un échec, vue par un opérateur de compétences.</summary>
public static class FaqOpcoEp2025
{
    public static readonly TexteLegal Texte = new(
        "foire aux questions de l'OPCO EP du 6 janvier 2025",
        "La prolongation du contrat d'apprentissage après un échec, vue par un opérateur de compétences.",
        "Lue sur opcoep.fr. Ce n'est pas un texte de droit.",
        new DateOnly(2026, 11, 25));
}
