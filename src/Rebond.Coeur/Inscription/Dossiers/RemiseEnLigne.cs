using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using PieceDue = Rebond.Regles.Inscription.EtatPiece;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// A file handed in on line is received when nothing is left to hand in, whichever came last: a piece or the signature. Saved by the caller.
/// </summary>
internal static class RemiseEnLigne
{
    /// <summary>Signed by all who must, and every piece due is in, in a campaign that takes files.</summary>
    public static bool EstComplete(DossierInscription dossier, Campagne campagne, IReadOnlyList<PieceDossier> pieces) =>
        dossier.Etat != EtatDossier.Recu && campagne.Reception.Canaux.Contains(Canal.EnLigne) && EstSigne(dossier, pieces)
        && PiecesAttendues.Lister(ProfilDuDossier.Lire(dossier), campagne).All(a => EstRemise(a, pieces, dossier));

    /// <summary>As the desk does for an envelope: the rule says whether it is in time, a person judges the pieces.</summary>
    public static void Recevoir(BaseRebond donnees, DossierInscription dossier, Campagne campagne, Acteur acteur)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var constat = ReceptionEnvoi.Constater(new EnvoiPieces(Canal.EnLigne, null, maintenant.JourAParis()), campagne);
        donnees.Add(new EnvoiDossier
        {
            DossierId = dossier.Id,
            Canal = Canal.EnLigne.Code(),
            RecuLe = maintenant,
            RecuPar = acteur.CompteId,
            NumeroVersionLu = dossier.NumeroVersion,
            Accepte = constat.Valeur != "REFUSE",
            Motif = constat.Valeur == "ACCEPTE" ? null : constat.Phrase,
        });
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_DEPOSE", $"dossier:{dossier.Id}", Avant: dossier.Etat.Code(), Apres: EtatDossier.Recu.Code()));
        (dossier.Etat, dossier.RecuLe) = (EtatDossier.Recu, dossier.RecuLe ?? maintenant);
    }

    /// <summary>By all who must, on line or at the desk; or on the paper confirmation handed in as a file.</summary>
    private static bool EstSigne(DossierInscription dossier, IReadOnlyList<PieceDossier> pieces) =>
        dossier.Etat is EtatDossier.Signe or EtatDossier.Incomplet || pieces.Any(p => p.Code == CodesPieces.ConfirmationSignee && p.Etat is (EtatPiece.Deposee or EtatPiece.Acceptee));

    /// <summary>The signed confirmation is not a file when it is signed on line.</summary>
    private static bool EstRemise(PieceAttendue attendue, IReadOnlyList<PieceDossier> pieces, DossierInscription dossier) =>
        attendue.Etat is PieceDue.NonRequise or PieceDue.Dispensee
        || (attendue.Code == CodesPieces.ConfirmationSignee && dossier.ModeSignature == ModeSignature.EnLigne)
        || pieces.FirstOrDefault(p => p.Code == attendue.Code)?.Etat is EtatPiece.Deposee or EtatPiece.Acceptee or EtatPiece.Dispensee;
}
