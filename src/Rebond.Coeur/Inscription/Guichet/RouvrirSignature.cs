using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using EtatPiece = Rebond.Coeur.Inscription.Dossiers.EtatPiece;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// Signed choices are final: the DEC alone reopens them, with a reason and until an instant. The candidate changes what he has to, then signs again
/// the new version. Actor: gestionnaire of the académie.
/// </summary>
public sealed class RouvrirSignature(BaseRebond donnees)
{
    /// <param name="Jusquau">UTC; until when the candidate may save.</param>
    public sealed record Demande(Guid DossierId, int Version, string? Motif, DateTime? Jusquau);

    public sealed record Reponse(DateTime Jusquau);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var etude = ouvert.Valeur;
        var dossier = etude.Dossier;
        if (dossier.Etat is not (EtatDossier.Signe or EtatDossier.Recu or EtatDossier.Incomplet or EtatDossier.Recevable))
            return new EtatInadapte(dossier.Etat, "seuls les choix signés d’un dossier en cours se rouvrent");
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();
        if (Prolonger.Refuser(donnees, demande.Jusquau) is { } refus)
            return refus;

        var (avant, jusquau) = (dossier.Etat, demande.Jusquau!.Value);
        (dossier.Etat, dossier.SigneLe, dossier.SigneResponsableLe, dossier.ModeSignature, dossier.ProlongeJusquau) = (EtatDossier.Enregistre, null, null, null, jusquau);
        (dossier.ReouvertureDemandeeLe, dossier.ReouvertureMotif) = (null, null);
        if (etude.Pieces.FirstOrDefault(p => p.Code == CodesPieces.ConfirmationSignee) is { Etat: not EtatPiece.Absente } confirmation)
            (confirmation.Etat, confirmation.Motif, confirmation.DecideeLe, confirmation.DecideePar) = (EtatPiece.Perimee, "Vos choix sont rouverts : la nouvelle confirmation est à signer.", donnees.Horloge.GetUtcNow().UtcDateTime, acteur.CompteId);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_SIGNATURE_ROUVERTE", dossier.Objet(), avant.Code(), Prolonger.EnBref(jusquau), motif));
        if (await donnees.EcrireAsync(etude, MessagesDuGuichet.UnActe(etude, acteur, $"Votre dossier d’inscription {dossier.Numero} est rouvert",
            $"Vous pouvez de nouveau changer vos choix, jusqu’au {jusquau.DateEtHeure()} (heure de Paris). Enregistrez, puis signez la nouvelle confirmation : l’ancienne signature ne vaut plus.", motif), ct) is { } empeche)
            return Outcome<Reponse>.Refuser(empeche);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(jusquau);
    }
}
