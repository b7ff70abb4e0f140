using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
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

    /// <summary>Every decision of one jury for one group: what the jury no longer decides is removed.</summary>
    public sealed record Lot(Guid JuryId, IReadOnlyList<DecisionCandidat> Decisions, string Empreinte)
    {
        public static Lot De(Guid juryId, IReadOnlyList<DecisionCandidat> decisions) => new(juryId, decisions, EmpreinteDecisions.Calculer(decisions));
    }

    /// <summary>One jury.</summary>
    public Task<int> ArreterAsync(Lot lot, GroupeEpreuves groupe, Acteur acteur, CancellationToken ct) =>
        ExecuteAsync([lot.JuryId], new[] { lot }.ToAsyncEnumerable(), groupe, acteur, ct);

    /// <param name="jurys">The juries of the lots, known before they are decided.</param>
    /// <param name="lots">Written as they come: the next ones may still be in the making.</param>
    /// <returns>Number of rows written.</returns>
    public async Task<int> ExecuteAsync(IReadOnlyCollection<Guid> jurys, IAsyncEnumerable<Lot> lots, GroupeEpreuves groupe, Acteur acteur, CancellationToken ct)
    {
        var connues = await LireConnuesAsync(jurys, groupe, ct);
        var (changees, touches, lignes, nouvelles) = (new List<DecisionCandidat>(), new HashSet<Guid>(), new SortedDictionary<Guid, ActeAJournaliser>(), 0);
        await using (var ecriture = await donnees.OuvrirEcritureEnMasseAsync<DecisionCandidat>(ct))
        {
            await foreach (var lot in lots.WithCancellation(ct))
            {
                lignes.Add(lot.JuryId, Ligne(lot, groupe, acteur));
                var avant = nouvelles + changees.Count;
                await ecriture.EcrireAsync(Nouvelles(lot), ct);
                if (nouvelles + changees.Count > avant)
                    touches.Add(lot.JuryId);
            }
            await ecriture.TerminerAsync(ct);
        }
        // What is left of the known ones was decided by these juries and no longer is.
        touches.UnionWith(connues.Values.Select(d => d.JuryId));
        foreach (var paquet in connues.Keys.Concat(changees.Select(d => d.CandidatureId)).Chunk(500))
            await donnees.Set<DecisionCandidat>().Where(d => d.Groupe == groupe && paquet.Contains(d.CandidatureId)).ExecuteDeleteAsync(ct);
        await donnees.InsererEnMasseAsync(changees, ct);
        foreach (var (_, ligne) in lignes.Where(l => touches.Contains(l.Key)))
            donnees.Journaliser(ligne);
        return nouvelles + changees.Count;

        IEnumerable<DecisionCandidat> Nouvelles(Lot lot)
        {
            foreach (var decision in lot.Decisions)
            {
                if (!connues.Remove(decision.CandidatureId, out var connue))
                {
                    nouvelles++;
                    yield return decision;
                }
                else if (!Identiques(decision, connue))
                    changees.Add(decision);
                if (connue is not null && connue.JuryId != decision.JuryId)
                    touches.Add(connue.JuryId);
            }
        }
    }

    /// <summary>Those of these juries, and those of their candidates that another jury had proposed before they were given to this one.</summary>
    private Task<Dictionary<Guid, DecisionCandidat>> LireConnuesAsync(IReadOnlyCollection<Guid> jurys, GroupeEpreuves groupe, CancellationToken ct) =>
        donnees.Set<DecisionCandidat>().AsNoTracking()
            .Where(d => d.Groupe == groupe && (jurys.Contains(d.JuryId) || donnees.Set<Candidature>().Any(c => c.Id == d.CandidatureId && c.JuryId != null && jurys.Contains(c.JuryId.Value))))
            .ToDictionaryAsync(d => d.CandidatureId, ct);

    private static ActeAJournaliser Ligne(Lot lot, GroupeEpreuves groupe, Acteur acteur)
    {
        var comptes = string.Join(' ', lot.Decisions.CountBy(d => d.Decision).OrderBy(c => c.Key).Select(c => $"{c.Key.Code()}={c.Value}"));
        return new ActeAJournaliser(acteur, lot.Decisions.All(d => d.Etat == EtatDecision.Arretee) ? ActeArrete : ActePropose, Objet(lot.JuryId, groupe),
            Apres: string.Create(CultureInfo.InvariantCulture, $"decisions={lot.Decisions.Count} {comptes} empreinte={lot.Empreinte}"));
    }

    /// <summary>What a journal line about a lot is about: "jury:…/PREMIER".</summary>
    public static string Objet(Guid juryId, GroupeEpreuves groupe) => $"jury:{juryId}/{groupe.Code()}";

    private static bool Identiques(DecisionCandidat a, DecisionCandidat b) =>
        (a.JuryId, a.Etat, a.Decision, a.Mention, a.MoyennePoints, a.MoyenneCoefficients, a.Provisoire, a.Simulation, a.Cas)
        == (b.JuryId, b.Etat, b.Decision, b.Mention, b.MoyennePoints, b.MoyenneCoefficients, b.Provisoire, b.Simulation, b.Cas);
}
