namespace Rebond.Regles.Textes;

/// <summary>Durées minimales de PFMP, session 2021.</summary>
public static class Decret2021161
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2021-161",
        "Durées minimales de PFMP, session 2021.",
        "Pages secondaires.",
        new DateOnly(2026, 11, 23));
}
