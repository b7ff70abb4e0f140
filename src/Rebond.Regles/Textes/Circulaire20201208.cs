namespace Rebond.Regles.Textes;

/// <summary>L'organisation de la procédure et des aménagements d'épreuves pour les candidats en situation de handicap (NOR MENE2034197C).</summary>
public static class Circulaire20201208
{
    public static readonly TexteLegal Texte = new(
        "circulaire du 8 décembre 2020",
        "L'organisation de la procédure et des aménagements d'épreuves pour les candidats en situation de handicap (NOR MENE2034197C).",
        "Introduction lue ; procédures simplifiée et complète lues dans la présentation de l'Onisep et dans celle de l'académie de Corse.",
        new DateOnly(2026, 11, 25));
}
