namespace Rebond.Regles.Textes;

/// <summary>La préparation du baccalauréat professionnel par les établissements d'enseignement à distance.</summary>
public static class Arrete19910826
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 26 août 1991",
        "La préparation du baccalauréat professionnel par les établissements d'enseignement à distance.",
        "Article 3 lu, version en vigueur, dans une copie consolidée.",
        new DateOnly(2026, 11, 25));
}
