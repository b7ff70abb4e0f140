namespace Rebond.Regles.Textes;

/// <summary>Garder ses notes après un échec au bac.</summary>
public static class PageMinistere2018
{
    public static readonly TexteLegal Texte = new(
        "page du ministère de l'éducation nationale de février 2018 (cid94828)",
        "Garder ses notes après un échec au bac.",
        "Lue dans une archive. Ce n'est pas un texte de droit.",
        new DateOnly(2026, 11, 25));
}
