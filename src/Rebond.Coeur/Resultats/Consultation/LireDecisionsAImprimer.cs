using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Consultation;

public sealed record AucuneDecision() : Refus(GenreRefus.Conflit, "AUCUNE_DECISION", "Aucun jury n’a encore arrêté de décision pour cet examen et ce groupe : il n’y a pas de relevé à imprimer.");

public sealed record PublicationNonSignee() : Refus(GenreRefus.Conflit, "PUBLICATION_NON_SIGNEE", "La publication de cet examen n’est pas signée par deux personnes : les relevés s’impriment après la seconde signature.");

/// <summary>The decided candidates of an exam, establishment by establishment, for their relevés. Printing them is an act of the journal.</summary>
public sealed class LireDecisionsAImprimer(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session, TypeExamen Examen, GroupeEpreuves Groupe);

    /// <param name="Etablissements">UAI and number of relevés, in order.</param>
    public sealed record Reponse(SessionAcademique Session, IReadOnlyList<(string Uai, int Nombre)> Etablissements);

    public sealed record ADelivrer(Candidature Candidature, DecisionCandidat Decision, Etablissement? Etablissement);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        var session = await donnees.SessionEntiereAsync(demande.Session, acteur, ct);
        if (session is null)
            return new Introuvable($"Session {demande.Session}");
        if (!await donnees.Set<Publication>().AnyAsync(p => p.Session == demande.Session && p.Examen == demande.Examen && p.Groupe == demande.Groupe && p.SecondeSignature != null, ct))
            return new PublicationNonSignee();
        var etablissements = await Decides(demande).GroupBy(d => d.Candidature.Uai).Select(g => new { g.Key, Nombre = g.Count() }).OrderBy(g => g.Key).ToListAsync(ct);
        if (etablissements.Count == 0)
            return new AucuneDecision();

        donnees.Journaliser(new ActeAJournaliser(acteur, "RELEVES_IMPRIMES", $"releves:{demande.Session}:{demande.Examen.Code()}:{demande.Groupe.Code()}", Apres: $"releves:{etablissements.Sum(e => e.Nombre)}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(session, [.. etablissements.Select(e => (e.Key, e.Nombre))]);
    }

    public async Task<IReadOnlyList<ADelivrer>> LireAsync(Demande demande, string uai, int sauter, int prendre, CancellationToken ct)
    {
        var etablissement = await donnees.Set<Etablissement>().AsNoTracking().SingleOrDefaultAsync(e => e.Uai == uai, ct);
        var lus = await Decides(demande).Where(d => d.Candidature.Uai == uai).OrderBy(d => d.Candidature.CleRecherche).ThenBy(d => d.Candidature.Numero).Skip(sauter).Take(prendre).ToListAsync(ct);
        return [.. lus.Select(d => new ADelivrer(d.Candidature, d.Decision, etablissement))];
    }

    private sealed class Decide
    {
        public required Candidature Candidature { get; init; }
        public required DecisionCandidat Decision { get; init; }
    }

    private IQueryable<Decide> Decides(Demande demande) =>
        from decision in donnees.LireDecisionsArretees()
        where decision.Session == demande.Session && decision.Groupe == demande.Groupe
        join candidature in donnees.Set<Candidature>() on decision.CandidatureId equals candidature.Id
        where candidature.Examen == demande.Examen
        select new Decide { Candidature = candidature, Decision = decision };
}
