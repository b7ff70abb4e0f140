using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Textes;

/// <summary>Les délais et les procédures d'urgence devant le tribunal administratif.</summary>
public static class CodeJusticeAdministrative
{
    public static readonly TexteLegal Texte = new(
        "code de justice administrative",
        "Les délais et les procédures d'urgence devant le tribunal administratif.",
        "Article R421-1, version en vigueur depuis le 1er janvier 2020, lue le 25/11/2026 dans une copie consolidée (doctrine.fr). L'article du référé est cité de mémoire.",
        new DateOnly(2026, 11, 25));

    /// <summary>Le tribunal se saisit dans les deux mois qui suivent la notification de la décision.</summary>
    public static readonly Fondement DeuxMois = Texte.Article("R421-1", "2020-01-01");

    /// <summary>Le référé.</summary>
    public static readonly Fondement Urgence = Texte.Article("L521-1", "2026", Verification.AVerifier);
}
