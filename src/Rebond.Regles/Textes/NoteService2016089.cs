namespace Rebond.Regles.Textes;

/// <summary>La conservation des notes aux baccalauréats général et technologique à compter de la session 2016 (NOR MENE1615452N).</summary>
public static class NoteService2016089
{
    public static readonly TexteLegal Texte = new(
        "note de service n° 2016-089 du 15 juin 2016",
        "La conservation des notes aux baccalauréats général et technologique à compter de la session 2016 (NOR MENE1615452N).",
        "Introduction lue au Bulletin officiel.",
        new DateOnly(2026, 11, 25));
}
