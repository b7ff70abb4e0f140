namespace Rebond.Regles.Textes;

/// <summary>Inscription des électeurs : la majorité de qui est né un 29 février.</summary>
public static class CirculaireElections2013
{
    public static readonly TexteLegal Texte = new(
        "circulaire du ministère de l'intérieur du 25 juillet 2013",
        "Inscription des électeurs : la majorité de qui est né un 29 février.",
        "Une phrase citée par la presse (Centre Presse Aveyron, 27 février 2024). Un autre article de presse dit le 1er mars.",
        new DateOnly(2026, 11, 25));
}
