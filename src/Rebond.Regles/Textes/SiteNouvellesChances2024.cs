namespace Rebond.Regles.Textes;

/// <summary>Les façons de reprendre ses études : MOREA, micro-lycée.</summary>
public static class SiteNouvellesChances2024
{
    public static readonly TexteLegal Texte = new(
        "site nouvelles-chances.gouv.fr, page du 9 septembre 2024",
        "Les façons de reprendre ses études : MOREA, micro-lycée.",
        "Lue dans une copie où la phrase sur le MOREA est coupée. Ce n'est pas un texte de droit.",
        new DateOnly(2026, 11, 25));
}
