namespace Rebond.Regles.Textes;

/// <summary>Session 2020 des diplômes professionnels : contrôle continu, jury, épreuves de septembre (NOR MENE2012791D).</summary>
public static class Decret2020671
{
    public static readonly TexteLegal Texte = new(
        "décret n° 2020-671 du 3 juin 2020",
        "Session 2020 des diplômes professionnels : contrôle continu, jury, épreuves de septembre (NOR MENE2012791D).",
        "Jamais lu en entier ; dossier de la session 2020 et copies.",
        new DateOnly(2026, 11, 23));
}
