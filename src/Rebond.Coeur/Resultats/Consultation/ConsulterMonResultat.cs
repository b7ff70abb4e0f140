using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Resultats;

namespace Rebond.Coeur.Resultats.Consultation;

/// <summary>
/// The candidate's own file: what is published of it, explained. Another person's file does not exist for him, and nothing of his own
/// shows before publication.
/// </summary>
public sealed class ConsulterMonResultat(BaseRebond donnees, TimeProvider horloge)
{
    /// <param name="CandidatureId">The only one, or the last, when null.</param>
    public sealed record Demande(Guid? CandidatureId);

    /// <param name="Dossier">The case as it was decided.</param>
    /// <param name="Conclusion">The same case decided again by the rules: it explains.</param>
    public sealed record Publie(DecisionCandidat Decision, DossierExamen Dossier, Conclusion Conclusion, DateTime PublieLe);

    /// <param name="Publies">By group, the first one first; empty before publication.</param>
    /// <param name="Prochaine">The publication still to come that concerns him, if any.</param>
    public sealed record Reponse(
        SessionAcademique Session, Candidature Candidature, Etablissement? Etablissement,
        IReadOnlyList<Publie> Publies, IReadOnlyList<RevalorisationJury> Revalorisations, Publication? Prochaine, DateTime MaintenantUtc)
    {
        /// <summary>The decision that holds: the last group published.</summary>
        public Publie? Actuel => Publies.Count > 0 ? Publies[^1] : null;
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit("Cette page est réservée aux candidats : connectez-vous avec votre compte de candidat.");
        var siennes = acteur.Codes(TypePerimetre.Candidature).Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).ToList();
        var candidature = await donnees.Set<Candidature>().AsNoTracking()
            .Where(c => siennes.Contains(c.Id) && (demande.CandidatureId == null || c.Id == demande.CandidatureId))
            .OrderByDescending(c => c.Session).FirstOrDefaultAsync(ct);
        if (candidature is null)
            return new Introuvable("Candidature");

        var maintenant = horloge.GetUtcNow().UtcDateTime;
        var session = await donnees.Set<SessionAcademique>().AsNoTracking().SingleAsync(s => s.Session == candidature.Session, ct);
        var etablissement = await donnees.Set<Etablissement>().AsNoTracking().SingleOrDefaultAsync(e => e.Uai == candidature.Uai, ct);
        var publications = await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == candidature.Session && p.Examen == candidature.Examen).ToListAsync(ct);
        var decisions = await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == candidature.Id).ToListAsync(ct);
        var publies = (
            from decision in decisions
            join publication in publications on decision.Groupe equals publication.Groupe
            where publication.EstPublieeA(maintenant)
            orderby decision.Groupe
            let dossier = CasDeDecision.Lire(decision.Cas)
            select new Publie(decision, dossier, Resultat.Conclure(dossier), publication.Embargo)).ToList();
        var revalorisations = publies.Count == 0
            ? []
            : await donnees.Set<RevalorisationJury>().AsNoTracking().Where(r => r.CandidatureId == candidature.Id && r.RetireeLe == null).OrderBy(r => r.Unite).ToListAsync(ct);
        return new Reponse(session, candidature, etablissement, publies, revalorisations, Prochaine(publies, publications, maintenant), maintenant);
    }

    private static Publication? Prochaine(List<Publie> publies, List<Publication> publications, DateTime maintenant) => publies switch
    {
        [] => publications.SingleOrDefault(p => p.Groupe == GroupeEpreuves.Premier && !p.EstPublieeA(maintenant)),
        [{ Decision.Decision: Regles.Vocabulaire.Decision.Controle or Regles.Vocabulaire.Decision.SecondGroupe }] => publications.SingleOrDefault(p => p.Groupe == GroupeEpreuves.Second && !p.EstPublieeA(maintenant)),
        _ => null,
    };
}
