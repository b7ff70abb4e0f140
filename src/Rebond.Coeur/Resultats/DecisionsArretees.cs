using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// The decisions that a jury closed. Whatever leaves the jury (public list, candidate's page, relevé, statistics, search) reads these and
/// nothing else: a proposal is nobody's result, even in an exam that was published with files missing.
/// </summary>
public static class DecisionsArretees
{
    public static IQueryable<DecisionCandidat> LireDecisionsArretees(this BaseRebond donnees) =>
        donnees.Set<DecisionCandidat>().AsNoTracking().Where(d => d.Etat == EtatDecision.Arretee);
}
