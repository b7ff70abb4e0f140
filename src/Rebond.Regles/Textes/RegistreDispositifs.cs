namespace Rebond.Regles.Textes;

/// <summary>Micro-lycée, École de la deuxième chance, Promo 16.18 : publics, durées, entrées.</summary>
public static class RegistreDispositifs
{
    public static readonly TexteLegal Texte = new(
        "pages publiques sur les dispositifs d'insertion",
        "Micro-lycée, École de la deuxième chance, Promo 16.18 : publics, durées, entrées.",
        "Pages de lycées, de missions locales et de presse ; aucune n'est un texte de droit.",
        new DateOnly(2026, 11, 25));
}
