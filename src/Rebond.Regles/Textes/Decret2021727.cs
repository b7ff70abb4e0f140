namespace Rebond.Regles.Textes;

/// <summary>Session 2021 du baccalauréat professionnel : les deux meilleures notes sur quatre (art. 3).</summary>
public static class Decret2021727
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2021-727 du 8 juin 2021",
        "Session 2021 du baccalauréat professionnel : les deux meilleures notes sur quatre (art. 3).",
        "Lu par une page académique.",
        new DateOnly(2026, 11, 23));
}
