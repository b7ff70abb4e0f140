using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
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
/// with the digest the journal took when they were closed: a row altered, added or removed since shows. Reads only.
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
        if (await donnees.SessionEntiereAsync(demande.Session, acteur, ct) is null)
            return new Introuvable($"Session {demande.Session}");
        var differences = new List<Difference>();
        var decisions = await donnees.Set<DecisionCandidat>().AsNoTracking().Where(d => d.Session == demande.Session && d.Etat == EtatDecision.Arretee).ToListAsync(ct);
        var lots = await LireLotsDuJournalAsync(demande.Session, ct);
        if (decisions.Count == 0 && lots.Count == 0)
            return new Introuvable($"Décisions arrêtées de la session {demande.Session}");
        differences.AddRange(decisions.AsParallel().AsOrdered().WithCancellation(ct).Select(Rejouer).OfType<Difference>());
        var rejouees = decisions.Count - differences.Count;
        differences.AddRange(ComparerAuJournal(decisions, lots));
        return new Reponse(decisions.Count, rejouees, differences);
    }

    private static Difference? Rejouer(DecisionCandidat arretee)
    {
        var avant = Resume(arretee.Decision, arretee.Mention, new Moyenne(arretee.MoyennePoints, arretee.MoyenneCoefficients));
        var apres = Redecider(arretee.Cas);
        return avant == apres ? null : new Difference($"{arretee.CandidatureId}/{arretee.Groupe.Code()}", avant, apres);
    }

    // An altered case may no longer be one: that is a difference to report, not a crash.
    private static string Redecider(string cas)
    {
        try
        {
            var rejouee = Resultat.Decider(CasDeDecision.Lire(cas));
            return Resume(rejouee.Decision, rejouee.Mention, rejouee.Moyenne);
        }
        catch (FormatException)
        {
            return "cas illisible";
        }
    }

    private static string Resume(Decision decision, Mention mention, Moyenne moyenne) => $"{decision.Code()} {mention.CodeMention() ?? "-"} {(moyenne.Existe ? moyenne.Exacte : "-")}";

    /// <summary>The last thing the journal says of each lot of the session that was ever closed.</summary>
    private async Task<Dictionary<string, LigneDeLot>> LireLotsDuJournalAsync(SessionExamen session, CancellationToken ct)
    {
        var jurys = await donnees.Set<Jury>().Where(j => j.Session == session).Select(j => j.Id).ToListAsync(ct);
        var objets = jurys.SelectMany(_ => Enum.GetValues<GroupeEpreuves>(), ArreterDecisions.Objet).ToHashSet();
        var lignes = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Acte == ArreterDecisions.ActeArrete || l.Acte == ArreterDecisions.ActePropose)
            .OrderBy(l => l.Numero).Select(l => new LigneDeLot(l.Objet, l.Acte, l.Apres ?? "")).ToListAsync(ct);
        return lignes.Where(l => objets.Contains(l.Objet)).GroupBy(l => l.Objet).Where(g => g.Any(l => l.Acte == ArreterDecisions.ActeArrete)).ToDictionary(g => g.Key, g => g.Last());
    }

    private sealed record LigneDeLot(string Objet, string Acte, string Apres);

    private static IEnumerable<Difference> ComparerAuJournal(List<DecisionCandidat> decisions, Dictionary<string, LigneDeLot> journal)
    {
        var lots = decisions.ToLookup(d => ArreterDecisions.Objet(d.JuryId, d.Groupe));
        foreach (var objet in lots.Select(l => l.Key).Union(journal.Keys).Order(StringComparer.Ordinal))
        {
            var ligne = journal.GetValueOrDefault(objet);
            var enBase = lots[objet].ToList();
            var trouve = enBase.Count == 0 ? "aucune décision arrêtée" : $"decisions={enBase.Count} empreinte={EmpreinteDecisions.Calculer(enBase)}";
            // Reopened since: its last line says proposals, and the base must hold no closed decision of it.
            var conforme = ligne is null ? false
                : ligne.Acte == ArreterDecisions.ActePropose ? enBase.Count == 0
                : enBase.Count > 0 && ligne.Apres.EndsWith($"empreinte={EmpreinteDecisions.Calculer(enBase)}", StringComparison.Ordinal);
            if (!conforme)
                yield return new Difference(objet, ligne is null ? "aucune ligne au journal" : $"{ligne.Acte} {ligne.Apres}", trouve);
        }
    }
}
