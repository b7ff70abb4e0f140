namespace Rebond.Regles.Textes;

/// <summary>Coefficients 60/40 et options des baccalauréats général et technologique depuis la session 2022.</summary>
public static class PresentationControleContinu
{
    public static readonly TexteLegal Texte = new(
        "présentation ministérielle du contrôle continu",
        "Coefficients 60/40 et options des baccalauréats général et technologique depuis la session 2022.",
        "eduscol.education.fr/877, mise à jour de septembre 2025.",
        new DateOnly(2026, 11, 23));
}
