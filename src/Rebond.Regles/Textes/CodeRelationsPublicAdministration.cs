namespace Rebond.Regles.Textes;

/// <summary>Les échanges avec l'administration, dont la date d'un envoi postal (L. 112-1).</summary>
public static class CodeRelationsPublicAdministration
{
    public static readonly TexteLegal Texte = new(
        "code des relations entre le public et l'administration",
        "Les échanges avec l'administration, dont la date d'un envoi postal (L. 112-1) et le recours gracieux ou hiérarchique (L. 411-2).",
        "Article L112-1, version en vigueur le 1er janvier 2016, lue sur Légifrance. Article L411-2, version en vigueur depuis le 1er janvier 2016, lue le 25/11/2026 dans une copie consolidée (doctrine.fr).",
        new DateOnly(2026, 11, 25));
}
