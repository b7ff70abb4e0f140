namespace Rebond.Regles.Textes;

/// <summary>Le Parcours Ambition Emploi : public, durée, périodes en entreprise.</summary>
public static class Arrete20230718
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 18 juillet 2023 (NOR MENE2318171A)",
        "Le Parcours Ambition Emploi : public, durée, périodes en entreprise.",
        "Lu au Journal officiel.",
        new DateOnly(2026, 11, 25));
}
