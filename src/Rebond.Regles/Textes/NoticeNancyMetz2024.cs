namespace Rebond.Regles.Textes;

/// <summary>L'inscription au baccalauréat professionnel dans l'académie de Nancy-Metz : pièces, notes à conserver, signature.</summary>
public static class NoticeNancyMetz2024
{
    public static readonly TexteLegal Texte = new(
        "notice d'inscription de l'académie de Nancy-Metz, session 2024",
        "L'inscription au baccalauréat professionnel dans l'académie de Nancy-Metz : pièces, notes à conserver, signature.",
        "Lue en entier. Elle ne vaut que pour cette académie.",
        new DateOnly(2026, 11, 25));
}
