using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Vocabulaire;
using EtatPiece = Rebond.Coeur.Inscription.Dossiers.EtatPiece;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// A person says that a file is receivable, or not. The rule proposes, with its reasons; whoever goes beyond what it says writes why. Actor:
/// gestionnaire of the académie.
/// </summary>
public sealed class JugerDossier(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId, int Version, bool Recevable, string? Motif);

    public sealed record Reponse(EtatDossier Etat);

    public sealed record NonSigne() : Refus(GenreRefus.Conflit, "DOSSIER_NON_SIGNE", "La confirmation n’est pas signée (par le responsable légal aussi, pour un mineur) : le dossier ne peut pas être dit recevable. Enregistrez la signature reçue, ou relancez le candidat.");

    public sealed record PiecesAControler(IReadOnlyList<string> Pieces) : Refus(GenreRefus.Conflit, "PIECES_A_CONTROLER", $"Décidez d’abord ces pièces reçues : {string.Join(", ", Pieces)}.");

    public sealed record ExperienceNonDecidee() : Refus(GenreRefus.Conflit, "EXPERIENCE_NON_DECIDEE", "L’inspecteur de la spécialité n’a pas encore décidé des trois ans d’expérience : envoyez-lui le dossier, ou attendez sa décision.");

    public sealed record ExperienceRefusee() : Refus(GenreRefus.Conflit, "EXPERIENCE_REFUSEE", "L’inspecteur de la spécialité n’a pas reconnu les trois ans d’expérience : le dossier ne peut pas être dit recevable à ce titre.");

    /// <summary>The rule does not conclude « receivable »: the person may, and says why.</summary>
    public sealed record ReservesSansMotif(IReadOnlyList<string> Reserves) : Refus(GenreRefus.Invalide, "RESERVES_SANS_MOTIF",
        $"La règle ne conclut pas « recevable » : {string.Join(" ", Reserves)} Si vous décidez qu’il l’est, écrivez pourquoi en une phrase.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var etude = ouvert.Valeur;
        var dossier = etude.Dossier;
        var motif = PerimetreGuichet.Motif(demande.Motif);
        if (dossier.Etat is not (EtatDossier.Enregistre or EtatDossier.Signe or EtatDossier.Recu or EtatDossier.Incomplet or EtatDossier.Recevable or EtatDossier.Irrecevable))
            return new EtatInadapte(dossier.Etat, "il ne se juge pas dans cet état");
        var avis = await donnees.Set<AvisExperience>().AsNoTracking().Where(a => a.DossierId == dossier.Id).Select(a => (EtatAvisExperience?)a.Etat).SingleOrDefaultAsync(ct);
        var reserves = Reserves(etude, avis);
        if (demande.Recevable && Refuser(etude, avis, reserves, motif) is { } refus)
            return refus;
        if (!demande.Recevable && motif is null)
            return new MotifInsuffisant();

        var avant = dossier.Etat;
        dossier.Etat = demande.Recevable ? EtatDossier.Recevable : EtatDossier.Irrecevable;
        if (dossier.Etat == avant)
            return new EtatInadapte(avant, "il l’est déjà");
        donnees.Journaliser(new ActeAJournaliser(acteur, demande.Recevable ? "DOSSIER_RECEVABLE" : "DOSSIER_IRRECEVABLE", dossier.Objet(), avant.Code(),
            $"{dossier.Etat.Code()} regle:{etude.Verdict.Recevable.Code()} reserves:{string.Join('+', reserves.Select(r => $"{r.Code}={r.Valeur}"))}", motif));
        var message = demande.Recevable
            ? MessagesDuGuichet.Composer(MessagesDuGuichet.Decision, etude, acteur, null, ("decision", "Votre dossier d’inscription est recevable."),
                ("raisons", motif ?? "Il est signé et toutes les pièces demandées sont acceptées."), ("suite", "Vous serez inscrit à la session ; votre convocation vous parviendra ensuite."))
            : MessagesDuGuichet.Composer(MessagesDuGuichet.Decision, etude, acteur, null, ("decision", "Votre dossier d’inscription n’est pas recevable."),
                ("raisons", $"Pourquoi : {motif}"), ("suite", MessagesDuGuichet.Recours));
        if (await donnees.EcrireAsync(etude, message, ct) is { } empeche)
            return Outcome<Reponse>.Refuser(empeche);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.Etat);
    }

    private static Refus? Refuser(EtudeDossier etude, EtatAvisExperience? avis, IReadOnlyList<Constat> reserves, string? motif)
    {
        if (!etude.EstSigne)
            return new NonSigne();
        if (etude.Pieces.Where(p => p.Etat == EtatPiece.Deposee && !(p.Code == CodesPieces.ConfirmationSignee && etude.Dossier.ModeSignature == ModeSignature.EnLigne)).Select(p => DeciderPiece.Libelle(etude, p.Code)).ToList() is { Count: > 0 } aControler)
            return new PiecesAControler(aControler);
        if (etude.Constat("EXPERIENCE") is not null && avis != EtatAvisExperience.Valide)
            return avis == EtatAvisExperience.Refuse ? new ExperienceRefusee() : new ExperienceNonDecidee();
        return reserves.Count > 0 && motif is null ? new ReservesSansMotif([.. reserves.Select(r => r.Phrase)]) : null;
    }

    /// <summary>What the rule leaves open or closes; the experience once the inspecteur has recognised it is settled.</summary>
    internal static IReadOnlyList<Constat> Reserves(EtudeDossier etude, EtatAvisExperience? avis) =>
        [.. etude.Verdict.Decisions.Where(c => c.Effet != Verite.Vrai && !(c.Code == "EXPERIENCE" && avis == EtatAvisExperience.Valide))];
}
