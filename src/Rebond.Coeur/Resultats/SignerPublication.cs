using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// Signs the release of the results of one exam and one group. Two different persons sign; nothing shows before the embargo, whatever was
/// signed. Missing files stop the signature unless the person takes the responsibility in writing: those candidates stay « en attente ».
/// </summary>
public sealed class SignerPublication(BaseRebond donnees)
{
    public const int LongueurMotif = 10;

    /// <param name="Embargo">UTC. The second signature must name the same one.</param>
    /// <param name="MotifMalgreManques">Why it is published although something is missing.</param>
    /// <param name="Site">"https://…": where candidates read this site.</param>
    public sealed record Demande(SessionExamen Session, TypeExamen Examen, GroupeEpreuves Groupe, DateTime Embargo, string? MotifMalgreManques = null, string? Site = null);

    /// <param name="Suites">What the second signature set in motion, one sentence each: follow-up files…</param>
    public sealed record Reponse(TypeExamen Examen, GroupeEpreuves Groupe, DateTime Embargo, int Signatures, VerifierCompletude.Reponse Completude, IReadOnlyList<string> Suites);

    public sealed record CompteNecessaire()
        : Refus(GenreRefus.Invalide, "COMPTE_NECESSAIRE", "Une publication est signée par une personne : indiquez son compte.");

    public sealed record DejaSignee()
        : Refus(GenreRefus.Conflit, "DEJA_SIGNEE", "Vous avez déjà signé cette publication : la seconde signature est celle d'une autre personne.");

    public sealed record DejaPubliee(DateTime Embargo)
        : Refus(GenreRefus.Conflit, "DEJA_PUBLIEE", $"Cette publication a déjà ses deux signatures (levée le {Embargo.DateEtHeure()}).");

    public sealed record EmbargoDifferent(DateTime Embargo)
        : Refus(GenreRefus.Conflit, "EMBARGO_DIFFERENT", $"La première signature fixe la levée au {Embargo.DateEtHeure()} : signez la même heure, ou faites reporter l'embargo.");

    public sealed record RienAPublier(GroupeEpreuves Groupe)
        : Refus(GenreRefus.Conflit, "RIEN_A_PUBLIER", Groupe == GroupeEpreuves.Second
            ? "Aucune décision du premier groupe n'envoie de candidat au contrôle ou au second groupe : il n'y a rien à publier. Arrêtez et publiez d'abord le premier groupe."
            : "Aucun candidat n'est inscrit à cet examen : il n'y a rien à publier. Vérifiez l'examen et la session.");

    public sealed record DossiersIncomplets(VerifierCompletude.Reponse Completude)
        : Refus(GenreRefus.Conflit, "DOSSIERS_INCOMPLETS", string.Create(CultureInfo.GetCultureInfo("fr-FR"),
            $"Il manque des éléments dans {Completude.Etablissements.Count.Compter("établissement")} : {Completude.NotesManquantes.Compter("note")}, {Completude.SansDecision.Compter("candidat")} sans décision, {Completude.EnAttente} en attente, {Completude.JurysOuverts.Count.Compter("jury")} non clos. Complétez-les, ou écrivez pourquoi vous publiez malgré tout ({LongueurMotif} caractères au moins)."));

    public sealed record SimulationHorsDemonstration(int Decisions)
        : Refus(GenreRefus.Conflit, "SIMULATION_HORS_DEMONSTRATION", $"{Decisions.Compter("décision")} {Decisions.Accorder("repose", "reposent")} sur une table de simulation : {Decisions.Accorder("elle ne peut pas être publiée", "elles ne peuvent pas être publiées")} hors de la démonstration.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (acteur.CompteId is not { } compte)
            return new CompteNecessaire();

        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var session = await donnees.SessionEntiereAsync(demande.Session, acteur, ct);
        if (session is null)
            return new Introuvable($"Session {demande.Session}");
        var publication = await donnees.Set<Publication>().SingleOrDefaultAsync(p => p.Session == demande.Session && p.Examen == demande.Examen && p.Groupe == demande.Groupe, ct);
        var completude = await new VerifierCompletude(donnees).ExecuteAsync(demande.Session, demande.Examen, demande.Groupe, ct);
        var refus = await RefuserAsync(demande, session, publication, completude, compte, ct);
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (publication is null)
            donnees.Add(publication = new Publication { Session = demande.Session, Examen = demande.Examen, Groupe = demande.Groupe, Embargo = demande.Embargo });
        var premiere = publication.PremiereSignature is null;
        if (premiere)
            (publication.PremierSignataire, publication.PremiereSignature, publication.Embargo) = (compte, maintenant, demande.Embargo);
        else
            (publication.SecondSignataire, publication.SecondeSignature) = (compte, maintenant);

        donnees.Journaliser(new ActeAJournaliser(acteur, premiere ? "PUBLICATION_PREMIERE_SIGNATURE" : "PUBLICATION_SECONDE_SIGNATURE",
            $"publication:{demande.Session}/{demande.Examen.Code()}/{demande.Groupe.Code()}",
            Apres: string.Create(CultureInfo.InvariantCulture, $"embargo={publication.Embargo:yyyy-MM-ddTHH:mm:ssZ} incomplets={completude.SansDecision + completude.EnAttente}"), Motif: demande.MotifMalgreManques));
        var suites = premiere ? [] : await SuiteDePublication.ToutesAsync(donnees, new(demande.Session, demande.Examen, demande.Groupe, publication.Embargo, demande.Site), acteur, ct);
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return new ModifieEntreTemps("La publication");
        }
        await transaction.CommitAsync(ct);
        return new Reponse(demande.Examen, demande.Groupe, publication.Embargo, premiere ? 1 : 2, completude, suites);
    }

    private async Task<List<Refus>> RefuserAsync(Demande demande, SessionAcademique session, Publication? publication, VerifierCompletude.Reponse completude, Guid compte, CancellationToken ct)
    {
        var refus = new List<Refus>();
        // Signed in advance, an empty publication would show everything decided later without anyone having looked at it.
        if (completude.Candidats == 0)
            refus.Add(new RienAPublier(demande.Groupe));
        if (publication?.SecondeSignature is not null)
            refus.Add(new DejaPubliee(publication.Embargo));
        else if (publication?.PremierSignataire == compte)
            refus.Add(new DejaSignee());
        if (publication is { PremiereSignature: not null, SecondeSignature: null } && publication.Embargo != demande.Embargo)
            refus.Add(new EmbargoDifferent(publication.Embargo));
        if (!completude.EstComplete && (demande.MotifMalgreManques?.Trim().Length ?? 0) < LongueurMotif)
            refus.Add(new DossiersIncomplets(completude));
        if (!session.EstDemonstration && await SimulationsAsync(demande, ct) is > 0 and var simulations)
            refus.Add(new SimulationHorsDemonstration(simulations));
        return refus;
    }

    private Task<int> SimulationsAsync(Demande demande, CancellationToken ct) => (
        from d in donnees.Set<DecisionCandidat>()
        join c in donnees.Set<Candidature>() on d.CandidatureId equals c.Id
        where d.Session == demande.Session && d.Groupe == demande.Groupe && d.Simulation && c.Examen == demande.Examen
        select d).CountAsync(ct);
}
