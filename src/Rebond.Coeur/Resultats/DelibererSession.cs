using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// Decides every candidate of a session by the rules, all or nothing. For real people it only writes proposals, which each jury then
/// closes; in the demonstration, whose people are synthetic, the decisions are closed at once and the journal says so. What a jury has closed
/// is counted and never touched: only reopening that jury gives its candidates back. Actor: gestionnaire of the académie.
/// </summary>
public sealed class DelibererSession(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session, TypeExamen? Examen = null, GroupeEpreuves Groupe = GroupeEpreuves.Premier);

    /// <param name="Etat">Of what was written: proposals, or closed decisions in the demonstration.</param>
    /// <param name="Candidats">Those decided now and those whose jury had closed already.</param>
    /// <param name="Ecrites">Decisions that were new or changed.</param>
    /// <param name="SansJury">Candidates no jury was given: they are decided by nobody.</param>
    public sealed record Reponse(SessionExamen Session, GroupeEpreuves Groupe, EtatDecision Etat, int Candidats, int Ecrites, int SansJury,
        IReadOnlyDictionary<string, int> Decisions, IReadOnlyDictionary<string, int> Mentions, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ParDepartement);

    public sealed record PremierGroupeNonArrete()
        : Refus(GenreRefus.Conflit, "PREMIER_GROUPE_NON_ARRETE", "Personne n'est autorisé au contrôle ou au second groupe : délibérez d'abord le premier groupe.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();

        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var session = await donnees.SessionEntiereAsync(demande.Session, acteur, ct);
        if (session is null)
            return new Introuvable($"Session {demande.Session}");
        var etat = session.EstDemonstration ? EtatDecision.Arretee : EtatDecision.Proposee;
        var candidats = await donnees.LotsDeDeliberation(demande.Session, demande.Examen, demande.Groupe).ToListAsync(ct);
        if (candidats.Count == 0)
            return demande.Groupe == GroupeEpreuves.Second ? new PremierGroupeNonArrete() : new Introuvable($"Candidats à délibérer, session {demande.Session}");

        var arretees = await LireArreteesAsync(demande, ct);
        var jurysArretes = arretees.Values.Select(a => a.JuryId).ToHashSet();
        var aDecider = candidats.Where(c => !jurysArretes.Contains(c.JuryId)).GroupBy(c => c.JuryId).OrderBy(g => g.Key).Select(g => g.OrderBy(c => c.CandidatureId).ToList()).ToList();
        var sorts = (from c in candidats
                     where arretees.ContainsKey(c.CandidatureId)
                     let a = arretees[c.CandidatureId]
                     select new Sort(c.Departement, a.Decision, a.Mention)).ToList();
        var decider = await PreparerAsync(demande, session, etat, ct);
        var ecrites = await new ArreterDecisions(donnees).ExecuteAsync(aDecider.ConvertAll(l => l[0].JuryId), DeciderEnAvanceAsync(aDecider, decider, sorts, ct), demande.Groupe, acteur, ct);
        if (session.EstDemonstration)
            await CloreAsync(demande, ct);
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        var sansJury = await donnees.Set<Inscription.Candidature>().CountAsync(c => c.Session == demande.Session && c.JuryId == null, ct);
        return new Reponse(demande.Session, demande.Groupe, etat, sorts.Count, ecrites, sansJury,
            Compter(sorts, s => s.Decision.Code()),
            Compter(sorts.Where(s => s.Decision == Decision.Admis), s => s.Mention.CodeMention() ?? "SANS_MENTION"),
            sorts.GroupBy(s => s.Departement).OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, IReadOnlyDictionary<string, int> (g) => Compter(g, s => s.Decision.Code())));
    }

    /// <summary>Reads what all candidates share; what it returns decides one of them, from any thread.</summary>
    private async Task<Func<CandidatDelibere, DecisionCandidat>> PreparerAsync(Demande demande, SessionAcademique session, EtatDecision etat, CancellationToken ct)
    {
        // In the demonstration the presidents are held to have opened every livret; for real people each opening is an act of the jury.
        var livrets = session.EstDemonstration ? null : (await donnees.Set<ExamenLivret>().Select(e => e.CandidatureId).ToListAsync(ct)).ToHashSet();
        var revalorisations = (await donnees.Set<RevalorisationJury>().AsNoTracking().Where(r => r.RetireeLe == null).ToListAsync(ct)).OrderBy(r => r.Le).ToLookup(r => r.CandidatureId);
        var composer = new ComposerDossier(demande.Session);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        bool? LivretExamine(CandidatDelibere candidat) => LireLotDeJury.ALivret(candidat.Categorie) ? livrets?.Contains(candidat.CandidatureId) ?? true : null;
        return candidat => Decider(candidat, composer.Composer(candidat, demande.Groupe, LivretExamine(candidat), revalorisations[candidat.CandidatureId]), demande.Groupe, etat, maintenant);
    }

    /// <summary>A few juries ahead of the writing, so that the processor decides while the base writes; in order, one jury at a time.</summary>
    private static async IAsyncEnumerable<ArreterDecisions.Lot> DeciderEnAvanceAsync(List<List<CandidatDelibere>> jurys, Func<CandidatDelibere, DecisionCandidat> decider, List<Sort> sorts, [EnumeratorCancellation] CancellationToken ct)
    {
        var enCours = new Queue<(List<CandidatDelibere> Candidats, Task<ArreterDecisions.Lot> Lot)>();
        foreach (var candidats in jurys.Append([]))
        {
            if (candidats.Count > 0)
                enCours.Enqueue((candidats, Task.Run(() => ArreterDecisions.Lot.De(candidats[0].JuryId, candidats.ConvertAll(c => decider(c))), ct)));
            while (enCours.Count > (candidats.Count > 0 ? 2 * Environment.ProcessorCount : 0))
            {
                var (decides, tache) = enCours.Dequeue();
                var lot = await tache;
                sorts.AddRange(decides.Zip(lot.Decisions, (c, d) => new Sort(c.Departement, d.Decision, d.Mention)));
                yield return lot;
            }
        }
    }

    /// <summary>The decision of one case, ready to be written; a jury's closing uses the same.</summary>
    public static DecisionCandidat Decider(CandidatDelibere candidat, DossierExamen dossier, GroupeEpreuves groupe, EtatDecision etat, DateTime maintenant)
    {
        var decide = Resultat.Decider(dossier);
        return new DecisionCandidat
        {
            CandidatureId = candidat.CandidatureId,
            Groupe = groupe,
            Session = dossier.Session,
            JuryId = candidat.JuryId,
            Etat = etat,
            Decision = decide.Decision,
            Mention = decide.Mention,
            MoyennePoints = decide.Moyenne.Points,
            MoyenneCoefficients = decide.Moyenne.Coefficients,
            Provisoire = decide.Provisoire,
            Simulation = dossier.Reglement.Simulation,
            Cas = CasDeDecision.Ecrire(candidat.CandidatureId.ToString("N"), dossier),
            ArreteeLe = maintenant,
        };
    }

    private sealed record Sort(string Departement, Decision Decision, Mention Mention);

    private sealed record Arretee(Guid CandidatureId, Guid JuryId, Decision Decision, Mention Mention);

    // The state of the jury does not tell: open again for the second group, it keeps the closed decisions of the first.
    private Task<Dictionary<Guid, Arretee>> LireArreteesAsync(Demande demande, CancellationToken ct) =>
        donnees.LireDecisionsArretees().Where(d => d.Session == demande.Session && d.Groupe == demande.Groupe)
            .Select(d => new Arretee(d.CandidatureId, d.JuryId, d.Decision, d.Mention)).ToDictionaryAsync(a => a.CandidatureId, ct);

    private async Task CloreAsync(Demande demande, CancellationToken ct)
    {
        var jurys = donnees.Set<Jury>().Where(j => j.Session == demande.Session && j.Etat != EtatJury.Clos);
        if (demande.Examen is { } examen)
            jurys = jurys.Where(j => j.Examen == examen);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        await jurys.ExecuteUpdateAsync(j => j.SetProperty(x => x.Etat, EtatJury.Clos).SetProperty(x => x.ClosLe, maintenant).SetProperty(x => x.Version, x => x.Version + 1), ct);
    }

    private static Dictionary<string, int> Compter(IEnumerable<Sort> sorts, Func<Sort, string> cle) =>
        sorts.CountBy(cle).OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value);
}
