using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi;

/// <summary>Une façon de contester une décision.</summary>
/// <param name="Avant">Le dernier jour pour agir ; rien quand aucun délai ne court.</param>
public sealed record VoieDeRecours(string Code, string Phrase, DateOnly? Avant, Fondement Fondement);

/// <summary>
/// Comment contester la décision de la commission d'affectation, et jusqu'à quand ?
/// Écrire à qui a décidé ou à son supérieur, aller au tribunal administratif dans les deux mois, demander au juge d'aller vite. Les délais sont connus de mémoire : ils sont à
/// vérifier, et le jour dit ici est le plus prudent.
/// </summary>
public static class VoiesDeRecours
{
    public static readonly Fondement Tribunal = CodeJusticeAdministrative.Texte.Article("R421-1", "2026", Verification.AVerifier);
    public static readonly Fondement Urgence = CodeJusticeAdministrative.Texte.Article("L521-1", "2026", Verification.AVerifier);
    public static readonly Fondement Administratif = CodeRelationsPublicAdministration.Texte.Article("L411-2", "2016", Verification.AVerifier);

    /// <param name="notifieeLe">Le jour où la personne a reçu la décision ; le délai court de ce jour.</param>
    public static IReadOnlyList<VoieDeRecours> Contre(DateOnly notifieeLe)
    {
        var avant = notifieeLe.AddMonths(2);
        var jour = Dates.EnFrancais(avant);
        return
        [
            new("RECOURS_ADMINISTRATIF", $"Vous pouvez écrire au directeur académique (DASEN) ou au recteur, pour qu'ils revoient la décision, avant le {jour}.", avant, Administratif),
            new("RECOURS_CONTENTIEUX", $"Vous pouvez aller au tribunal administratif avant le {jour}. Si vous avez d'abord écrit au DASEN ou au recteur, le délai repart de la réponse.", avant, Tribunal),
            new("REFERE", "Si la rentrée est proche, le juge peut aller vite : cela s'appelle un référé. Demandez-le en même temps.", null, Urgence),
        ];
    }
}
