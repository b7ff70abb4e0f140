namespace Rebond.Regles.Textes;

/// <summary>Les notes qu'un candidat ajourné garde en changeant de spécialité du baccalauréat professionnel (JO du 11 mai 2016).</summary>
public static class Arrete20160509
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 9 mai 2016",
        "Les notes qu'un candidat ajourné garde en changeant de spécialité du baccalauréat professionnel (JO du 11 mai 2016).",
        "Extrait cité par une page secondaire ; la date de signature est de mémoire.",
        new DateOnly(2026, 11, 25));
}
