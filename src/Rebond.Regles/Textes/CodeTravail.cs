namespace Rebond.Regles.Textes;

/// <summary>L'apprentissage (L. 6221-1 et suivants), les missions locales, le contrat d'engagement jeune, les jours fériés.</summary>
public static class CodeTravail
{
    public static readonly TexteLegal Texte = new(
        "code du travail",
        "L'apprentissage (L. 6221-1 et suivants), les missions locales, le contrat d'engagement jeune, les jours fériés.",
        "Texte consolidé lu dans une copie de 2026 (SocialGouv, legi-data) pour les articles de l'apprentissage, des missions locales et du contrat d'engagement jeune. Les articles des jours fériés sont cités de mémoire.",
        new DateOnly(2026, 11, 25));
}
