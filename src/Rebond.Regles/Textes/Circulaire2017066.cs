namespace Rebond.Regles.Textes;

/// <summary>La réinscription des ajournés dans leur établissement, règle générale à la rentrée 2017.</summary>
public static class Circulaire2017066
{
    public static readonly TexteLegal Texte = new(
        "circulaire n° 2017-066 du 12 avril 2017",
        "La réinscription des ajournés dans leur établissement, règle générale à la rentrée 2017.",
        "Lue par un résumé de presse (Café pédagogique, 18 avril 2017).",
        new DateOnly(2026, 11, 25));
}
