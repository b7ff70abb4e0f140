using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// Decides again every closed decision from the case kept with it, by the rules of today, and compares; then compares each jury's decisions
/// with the digest the journal took when they were closed. Reads only.
/// </summary>
public sealed class RejouerSession(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session);

    /// <param name="Decision">Ids and codes only: what differs, without a name.</param>
    public sealed record Difference(string Decision, string Arretee, string Rejouee);

    public sealed record Reponse(int Decisions, int Identiques, IReadOnlyList<Difference> Differentes);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        var differences = new List<Difference>();
        var decisions = await donnees.Set<DecisionCandidat>().AsNoTracking().Where(d => d.Session == demande.Session && d.Etat == EtatDecision.Arretee).ToListAsync(ct);
        if (decisions.Count == 0)
            return new Introuvable($"Décisions arrêtées de la session {demande.Session}");
        differences.AddRange(decisions.AsParallel().AsOrdered().WithCancellation(ct).Select(Rejouer).OfType<Difference>());
        var rejouees = decisions.Count - differences.Count;
        differences.AddRange(await ComparerAuJournalAsync(decisions, ct));
        return new Reponse(decisions.Count, rejouees, differences);
    }

    private static Difference? Rejouer(DecisionCandidat arretee)
    {
        var rejouee = Resultat.Decider(CasDeDecision.Lire(arretee.Cas));
        var avant = Resume(arretee.Decision, arretee.Mention, new Moyenne(arretee.MoyennePoints, arretee.MoyenneCoefficients));
        var apres = Resume(rejouee.Decision, rejouee.Mention, rejouee.Moyenne);
        return avant == apres ? null : new Difference($"{arretee.CandidatureId}/{arretee.Groupe.Code()}", avant, apres);
    }

    private static string Resume(Decision decision, Mention mention, Moyenne moyenne) => $"{decision.Code()} {mention.CodeMention() ?? "-"} {(moyenne.Existe ? moyenne.Exacte : "-")}";

    private async Task<List<Difference>> ComparerAuJournalAsync(List<DecisionCandidat> decisions, CancellationToken ct)
    {
        var lignes = (await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Acte == ArreterDecisions.ActeArrete).OrderBy(l => l.Numero).Select(l => new { l.Objet, l.Apres }).ToListAsync(ct))
            .GroupBy(l => l.Objet).ToDictionary(g => g.Key, g => g.Last().Apres ?? "");
        var differences = new List<Difference>();
        foreach (var lot in decisions.GroupBy(d => (d.JuryId, d.Groupe)))
        {
            var objet = ArreterDecisions.Objet(lot.Key.JuryId, lot.Key.Groupe);
            var empreinte = EmpreinteDecisions.Calculer(lot);
            var journal = lignes.TryGetValue(objet, out var apres) ? apres : "aucune ligne au journal";
            if (!journal.EndsWith($"empreinte={empreinte}", StringComparison.Ordinal))
                differences.Add(new Difference(objet, journal, $"decisions={lot.Count()} empreinte={empreinte}"));
        }
        return differences;
    }
}
