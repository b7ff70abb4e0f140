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
/// The confirmation came back signed on paper. A minor's counts once the legal guardian has signed too. The version signed must be the last
/// one: signing an older one would freeze choices that have changed since. Actor: gestionnaire of the académie.
/// </summary>
public sealed class EnregistrerSignaturePapier(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId, int Version, int NumeroVersionLu, bool Candidat, bool Responsable);

    /// <param name="AttendResponsable">The candidate has signed, the guardian not yet.</param>
    public sealed record Reponse(EtatDossier Etat, bool AttendResponsable);

    public sealed record RienDeSigne() : Refus(GenreRefus.Invalide, "RIEN_DE_SIGNE", "Cochez qui a signé la confirmation : le candidat, son responsable légal, ou les deux.");

    public sealed record VersionPerimee(int Lue, int Derniere) : Refus(GenreRefus.Conflit, "VERSION_PERIMEE",
        $"La confirmation signée est la version {Lue}, le dossier en est à la version {Derniere} : les choix ont changé depuis. Demandez au candidat de signer la version {Derniere}.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var etude = ouvert.Valeur;
        if (Refuser(etude, demande.NumeroVersionLu, demande.Candidat, demande.Responsable) is { } refus)
            return refus;

        Appliquer(donnees, etude, demande.Candidat, demande.Responsable, acteur);
        if (etude.Dossier is { Etat: EtatDossier.Signe, RecuLe: null } && RemiseEnLigne.EstComplete(etude.Dossier, etude.Campagne, etude.Pieces))
            RemiseEnLigne.Recevoir(donnees, etude.Dossier, etude.Campagne, acteur);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(etude.Dossier.Etat, !etude.EstSigne);
    }

    internal static Refus? Refuser(EtudeDossier etude, int versionLue, bool candidat, bool responsable)
    {
        if (!candidat && !responsable)
            return new RienDeSigne();
        // Received without a signature: the paper confirmation was handed in as a file, and is read only now.
        if (etude.Dossier.Etat != EtatDossier.Enregistre && !(etude.Dossier.Etat == EtatDossier.Recu && !etude.EstSigne))
            return new EtatInadapte(etude.Dossier.Etat, "la signature ne s’enregistre que sur un dossier enregistré et pas encore signé");
        return versionLue != etude.Dossier.NumeroVersion ? new VersionPerimee(versionLue, etude.Dossier.NumeroVersion) : null;
    }

    internal static void Appliquer(BaseRebond donnees, EtudeDossier etude, bool candidat, bool responsable, Acteur acteur)
    {
        var dossier = etude.Dossier;
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var avant = dossier.Etat;
        if (candidat && dossier.SigneLe is null)
            (dossier.SigneLe, dossier.ModeSignature) = (maintenant, ModeSignature.Papier);
        if (responsable)
            dossier.SigneResponsableLe ??= maintenant;
        if (etude.EstSigne && etude.Pieces.FirstOrDefault(p => p.Code == CodesPieces.ConfirmationSignee) is { } confirmation && confirmation.Etat != EtatPiece.Acceptee)
            (confirmation.Etat, confirmation.RecueLe, confirmation.DecideeLe, confirmation.DecideePar, confirmation.Motif) = (EtatPiece.Acceptee, confirmation.RecueLe ?? maintenant, maintenant, acteur.CompteId, null);
        // Studied again: the signature is one of the things the state depends on.
        dossier.Etat = Etudes.Etudier(dossier, etude.Campagne, etude.Pieces, etude.Envois, etude.Aujourdhui).EtatCalcule;
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_SIGNATURE_PAPIER", dossier.Objet(), avant.Code(),
            $"{dossier.Etat.Code()} version:{dossier.NumeroVersion} candidat:{(dossier.SigneLe is null ? "non" : "oui")} responsable:{(dossier.SigneResponsableLe is null ? "non" : "oui")}"));
    }
}
