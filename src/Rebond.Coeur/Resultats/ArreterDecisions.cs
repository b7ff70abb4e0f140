using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// Writes the decisions of whole juries and one journal line per jury with their digest, in the caller's transaction. What has not changed
/// is not written again. Both the batch and a jury's closing end here.
/// </summary>
public sealed class ArreterDecisions(BaseRebond donnees)
{
    public const string ActeArrete = "DECISIONS_ARRETEES";
    public const string ActePropose = "DECISIONS_PROPOSEES";

    /// <param name="decisions">Every decision of the juries concerned for one group: what a jury no longer decides is removed.</param>
    /// <returns>Number of rows written.</returns>
    public async Task<int> ExecuteAsync(IReadOnlyList<DecisionCandidat> decisions, GroupeEpreuves groupe, Acteur acteur, CancellationToken ct)
    {
        var jurys = decisions.Select(d => d.JuryId).Distinct().ToList();
        var connues = await donnees.Set<DecisionCandidat>().AsNoTracking().Where(d => jurys.Contains(d.JuryId) && d.Groupe == groupe).ToDictionaryAsync(d => d.CandidatureId, ct);
        var aEcrire = decisions.Where(d => !connues.TryGetValue(d.CandidatureId, out var connue) || !Identiques(d, connue)).ToList();
        var gardees = decisions.Select(d => d.CandidatureId).ToHashSet();
        var aRetirer = connues.Keys.Where(id => !gardees.Contains(id)).Concat(aEcrire.Select(d => d.CandidatureId).Where(connues.ContainsKey)).ToList();

        foreach (var paquet in aRetirer.Chunk(500))
            await donnees.Set<DecisionCandidat>().Where(d => d.Groupe == groupe && paquet.Contains(d.CandidatureId)).ExecuteDeleteAsync(ct);
        await donnees.InsererEnMasseAsync(aEcrire, ct);

        var retires = aRetirer.Select(id => connues[id].JuryId);
        var jurysTouches = aEcrire.Select(d => d.JuryId).Concat(retires).ToHashSet();
        foreach (var lot in decisions.Where(d => jurysTouches.Contains(d.JuryId)).GroupBy(d => d.JuryId).OrderBy(g => g.Key))
            donnees.Journaliser(Ligne([.. lot], groupe, acteur, lot.Key));
        return aEcrire.Count;
    }

    private static ActeAJournaliser Ligne(List<DecisionCandidat> lot, GroupeEpreuves groupe, Acteur acteur, Guid juryId)
    {
        var comptes = string.Join(' ', lot.CountBy(d => d.Decision).OrderBy(c => c.Key).Select(c => $"{c.Key.Code()}={c.Value}"));
        return new ActeAJournaliser(acteur, lot.TrueForAll(d => d.Etat == EtatDecision.Arretee) ? ActeArrete : ActePropose, Objet(juryId, groupe),
            Apres: string.Create(CultureInfo.InvariantCulture, $"decisions={lot.Count} {comptes} empreinte={EmpreinteDecisions.Calculer(lot)}"));
    }

    /// <summary>What a journal line about a lot is about: "jury:…/PREMIER".</summary>
    public static string Objet(Guid juryId, GroupeEpreuves groupe) => $"jury:{juryId}/{groupe.Code()}";

    private static bool Identiques(DecisionCandidat a, DecisionCandidat b) =>
        (a.JuryId, a.Etat, a.Decision, a.Mention, a.MoyennePoints, a.MoyenneCoefficients, a.Provisoire, a.Simulation, a.Cas)
        == (b.JuryId, b.Etat, b.Decision, b.Mention, b.MoyennePoints, b.MoyenneCoefficients, b.Provisoire, b.Simulation, b.Cas);
}
