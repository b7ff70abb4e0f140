namespace Rebond.Regles.Textes;

/// <summary>La majorité et l'autorité parentale.</summary>
public static class CodeCivil
{
    public static readonly TexteLegal Texte = new(
        "code civil",
        "La majorité et l'autorité parentale.",
        "De mémoire : aucun article relu.",
        new DateOnly(2026, 11, 25));
}
