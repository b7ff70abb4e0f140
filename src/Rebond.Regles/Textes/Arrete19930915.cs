namespace Rebond.Regles.Textes;

/// <summary>Épreuves et coefficients des baccalauréats général (NOR MENL9305644A) et technologique (NOR MENL9305641A) avant la réforme de 2021.</summary>
public static class Arrete19930915
{
    public static readonly TexteLegal Texte = new(
        "arrêtés du 15 septembre 1993",
        "Épreuves et coefficients des baccalauréats général (NOR MENL9305644A) et technologique (NOR MENL9305641A) avant la réforme de 2021.",
        "Version consolidée vers 2015 ; la version de 2020 n'a pas été vue.",
        new DateOnly(2026, 11, 23));
}
