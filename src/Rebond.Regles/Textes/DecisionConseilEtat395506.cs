namespace Rebond.Regles.Textes;

/// <summary>Garder des notes retire la mention au bac général et au bac technologique.</summary>
public static class DecisionConseilEtat395506
{
    public static readonly TexteLegal Texte = new(
        "décision du Conseil d'État du 31 mars 2017, n° 395506",
        "Garder des notes retire la mention au bac général et au bac technologique.",
        "Analyse publiée par le Conseil d'État, lue.",
        new DateOnly(2026, 11, 25));
}
