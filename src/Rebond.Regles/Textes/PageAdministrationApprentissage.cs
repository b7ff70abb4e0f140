namespace Rebond.Regles.Textes;

/// <summary>Elle écrit qu'aucune limite d'âge ne s'applique après un échec.</summary>
public static class PageAdministrationApprentissage
{
    public static readonly TexteLegal Texte = new(
        "page d'une administration sur la prolongation de l'apprentissage",
        "Elle écrit qu'aucune limite d'âge ne s'applique après un échec.",
        "Citée de mémoire, sans référence : à retrouver.",
        new DateOnly(2026, 11, 25));
}
