using Rebond.Regles.Suivi.Options;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi;

/// <summary>
/// Le droit de revenir vaut-il pour une autre spécialité ?
/// D. 331-42 offre une nouvelle inscription pour préparer l'examen manqué, dans l'établissement d'où l'on vient. Il ne dit rien d'une autre spécialité : nous lisons
/// qu'elle se demande, selon les places, et que le droit reste entier pour la même. Lecture à vérifier.
/// </summary>
public static class AutreSpecialite
{
    public static readonly Fondement Lecture = RepreparationOrigine.Article;

    /// <summary>Rien à dire quand la spécialité ne change pas.</summary>
    public static AlerteSuivi? Avertir(string specialite, IReadOnlyCollection<string> demandees) => demandees.Count == 0 || demandees.Contains(specialite)
        ? null
        : new AlerteSuivi("AUTRE_SPECIALITE", "Votre droit de revenir est pour la même spécialité. Pour une autre, il faut qu'une place reste libre. Vous pouvez toujours demander la même.", Lecture);
}
