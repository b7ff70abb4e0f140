using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The candidate signs the version he has read: his choices become final. A minor's legal guardian signs too, by a link sent to his own address, or on
/// paper; until then nothing is final. Signed again by a minor, it sends the link again. Actor: candidat, own file. Rule: SignatureConfirmation.
/// </summary>
public sealed class SignerDossier(BaseRebond donnees, IDataProtectionProvider protection)
{
    /// <param name="VersionLue">Of the file when the page was shown.</param>
    /// <param name="Engagement">The box was ticked.</param>
    /// <param name="Lien">Makes the address of the guardian's page from the token.</param>
    public sealed record Demande(string Numero, int VersionLue, bool Engagement, Func<string, string> Lien);

    /// <summary>A link goes to an address the candidate typed: not as often as he likes.</summary>
    public static readonly TimeSpan EntreDeuxLiens = TimeSpan.FromMinutes(10);

    public enum Suite { Signe, AttendResponsableEnLigne, AttendResponsablePapier }

    public sealed record Reponse(Suite Suite);

    public sealed record PasEnregistre()
        : Refus(GenreRefus.Conflit, "PAS_ENREGISTRE", "Ce dossier a des réponses qui ne sont pas enregistrées : enregistrez-les, relisez, puis signez.");

    public sealed record DejaSigne()
        : Refus(GenreRefus.Conflit, "DEJA_SIGNE", "Votre inscription est déjà signée.");

    public sealed record SignatureHorsDelai(string Limite)
        : Refus(GenreRefus.Conflit, "SIGNATURE_HORS_DELAI", $"La date limite d'envoi du dossier est passée, c'était le {Limite} : écrivez sans attendre à la division des examens et concours, qui décide de la suite.");

    public sealed record LienDejaEnvoye()
        : Refus(GenreRefus.Conflit, "LIEN_DEJA_ENVOYE", $"Un lien vient de partir à votre responsable légal. Attendez {EntreDeuxLiens.TotalMinutes:0} minutes avant d'en demander un autre ; qu'il regarde aussi dans ses courriels indésirables.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var instant = donnees.Horloge.GetUtcNow();
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        if (dossier.EstSorti)
            return new DossierSorti();
        if (dossier.Etat is not (EtatDossier.Brouillon or EtatDossier.Enregistre))
            return new DejaSigne();
        if (dossier.Etat == EtatDossier.Brouillon || dossier.Brouillon is not null)
            return new PasEnregistre();
        if (dossier.Version != demande.VersionLue)
            return new ModifieEntreTemps("Votre dossier");
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        if (EstTrop(dossier, campagne, instant) is { } tard)
            return tard;
        if (!demande.Engagement)
            return new EngagementAbsent();

        var maintenant = instant.UtcDateTime;
        if (dossier.SigneLe is { } signe && maintenant - signe < EntreDeuxLiens)
            return new LienDejaEnvoye();
        dossier.SigneLe = maintenant;
        dossier.ModeSignature = ModeSignature.EnLigne;
        var suite = AttendResponsable(dossier, campagne) ? dossier.ResponsableCourriel is null ? Suite.AttendResponsablePapier : Suite.AttendResponsableEnLigne : Suite.Signe;
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_SIGNE", $"dossier:{dossier.Id}", Apres: string.Create(CultureInfo.InvariantCulture, $"version {dossier.NumeroVersion} {suite.Code()}")));
        if (suite == Suite.Signe)
            await ConclureAsync(donnees, dossier, campagne, acteur, ct);
        var message = suite switch
        {
            Suite.Signe => MessagesDInscription.Signee(dossier, campagne),
            Suite.AttendResponsableEnLigne => MessagesDInscription.SignatureResponsable(dossier, campagne,
                demande.Lien(LienResponsable.Ecrire(protection, new(dossier.Id, dossier.NumeroVersion, maintenant + LienResponsable.Duree))), maintenant + LienResponsable.Duree),
            _ => null,
        };
        if (message is not null)
        {
            var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
            if (!enFile.EstReussi)
            {
                donnees.ChangeTracker.Clear();
                return Outcome<Reponse>.Refuser(enFile.Refus);
            }
        }
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Votre dossier");
        }
        return new Reponse(suite);
    }

    /// <summary>A minor whose guardian has not signed this version.</summary>
    public static bool AttendResponsable(DossierInscription dossier, Campagne campagne) =>
        campagne.Signature.ResponsableLegalSiMineur && dossier.SigneResponsableLe is null && SignatureConfirmation.EstMineur(ProfilDuDossier.Lire(dossier), campagne) == true;

    internal static SignatureHorsDelai? EstTrop(DossierInscription dossier, Campagne campagne, DateTimeOffset instant) =>
        campagne.Reception.Limite is { } limite && instant > new HeureParis(limite, TimeOnly.MaxValue).EnUtc() && !(dossier.ProlongeJusquau >= instant.UtcDateTime) ? new SignatureHorsDelai(Dates.EnFrancais(limite)) : null;

    /// <summary>
    /// All who had to sign have signed: final, and the confirmation need not come by post. Pieces may have come before: by post, or as files, and the
    /// signature was what they waited for.
    /// </summary>
    internal static async Task ConclureAsync(BaseRebond donnees, DossierInscription dossier, Campagne campagne, Acteur acteur, CancellationToken ct)
    {
        dossier.Etat = EtatDossier.Signe;
        var etude = await donnees.EtudierAsync(dossier, ct);
        if (etude.Pieces.FirstOrDefault(p => p.Code == CodesPieces.ConfirmationSignee) is { Etat: EtatPiece.Absente } piece)
            (piece.Etat, piece.RecueLe, piece.Motif) = (EtatPiece.Deposee, donnees.Horloge.GetUtcNow().UtcDateTime, "Signée en ligne");
        if (dossier.RecuLe is null)
        {
            if (RemiseEnLigne.EstComplete(dossier, campagne, etude.Pieces))
                RemiseEnLigne.Recevoir(donnees, dossier, campagne, acteur);
            return;
        }
        dossier.Etat = Etudes.Etudier(dossier, campagne, etude.Pieces, etude.Envois, etude.Aujourdhui).EtatCalcule;
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_ETAT_CALCULE", $"dossier:{dossier.Id}", EtatDossier.Signe.Code(), dossier.Etat.Code()));
    }
}
