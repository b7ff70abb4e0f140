namespace Rebond.Regles.Textes;

/// <summary>Notation des unités du BTS, du baccalauréat professionnel et du brevet professionnel (NOR SCOL9702103A).</summary>
public static class Arrete19970724
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 24 juillet 1997",
        "Notation des unités du BTS, du baccalauréat professionnel et du brevet professionnel (NOR SCOL9702103A).",
        "Lu en entier : quatre articles, rien sur l'arrondi de la moyenne.",
        new DateOnly(2026, 11, 23));
}
