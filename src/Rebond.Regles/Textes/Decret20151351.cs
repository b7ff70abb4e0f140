namespace Rebond.Regles.Textes;

/// <summary>Le droit de repréparer l'examen dans son établissement, à partir de la rentrée 2016.</summary>
public static class Decret20151351
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2015-1351 du 26 octobre 2015",
        "Le droit de repréparer l'examen dans son établissement, à partir de la rentrée 2016.",
        "Lu au Journal officiel pour le champ et la date ; la rédaction d'avant 2016 par la presse seulement.",
        new DateOnly(2026, 11, 25));
}
