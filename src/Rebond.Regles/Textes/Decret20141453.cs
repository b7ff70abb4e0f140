namespace Rebond.Regles.Textes;

/// <summary>Le droit au retour en formation initiale, de 16 à 25 ans.</summary>
public static class Decret20141453
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2014-1453 du 5 décembre 2014",
        "Le droit au retour en formation initiale, de 16 à 25 ans.",
        "Lu par la presse spécialisée (ASH n° 2887) et une page du ministère ; le numéro du décret est cité de mémoire.",
        new DateOnly(2026, 11, 25));
}
