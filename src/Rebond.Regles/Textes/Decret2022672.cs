namespace Rebond.Regles.Textes;

/// <summary>Durées minimales de PFMP, session 2022 (art. 2).</summary>
public static class Decret2022672
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2022-672",
        "Durées minimales de PFMP, session 2022 (art. 2).",
        "Article 2 lu sur une copie (juriblio.fr) ; le reste, pages secondaires.",
        new DateOnly(2026, 11, 25));
}
