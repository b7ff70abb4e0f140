namespace Rebond.Regles.Textes;

/// <summary>Session 2020 des baccalauréats général et technologique : moyennes annuelles, second groupe, septembre (NOR MENE2012268D).</summary>
public static class Decret2020641
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2020-641 du 27 mai 2020",
        "Session 2020 des baccalauréats général et technologique : moyennes annuelles, second groupe, septembre (NOR MENE2012268D).",
        "Jamais lu en entier ; dossier de la session 2020 et presse.",
        new DateOnly(2026, 11, 23));
}
