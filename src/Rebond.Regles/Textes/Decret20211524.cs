namespace Rebond.Regles.Textes;

/// <summary>Épreuve de contrôle du baccalauréat professionnel à partir de la session 2022, avec l'arrêté du même jour et la note de service du 31 décembre 2021 (NOR MENE2139306N).</summary>
public static class Decret20211524
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2021-1524 du 25 novembre 2021",
        "Épreuve de contrôle du baccalauréat professionnel à partir de la session 2022, avec l'arrêté du même jour et la note de service du 31 décembre 2021 (NOR MENE2139306N).",
        "Lu par la version de D337-78 qui en résulte et par des pages académiques.",
        new DateOnly(2026, 11, 23));
}
