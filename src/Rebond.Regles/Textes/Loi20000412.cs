namespace Rebond.Regles.Textes;

/// <summary>Les droits des citoyens dans leurs relations avec les administrations, dont la date d'un envoi postal (art. 16), avant le code des relations entre le public et l'administration.</summary>
public static class Loi20000412
{
    public static readonly TexteLegal Texte = new(
        "loi n° 2000-321 du 12 avril 2000",
        "Les droits des citoyens dans leurs relations avec les administrations, dont la date d'un envoi postal (art. 16), avant le code des relations entre le public et l'administration.",
        "Article 16 cité par un ouvrage universitaire.",
        new DateOnly(2026, 11, 25));
}
