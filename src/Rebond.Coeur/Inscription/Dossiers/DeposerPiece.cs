using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using PieceDue = Rebond.Regles.Inscription.EtatPiece;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The candidate hands in one piece as a file, where his campaign takes files. A later file replaces the one in use; the former stays in the store until
/// its retention ends. When nothing is left to hand in, the file is received. Actor: the candidate whose file it is.
/// </summary>
public sealed class DeposerPiece(BaseRebond donnees, CoffreDepots coffre)
{
    /// <summary>Code of the retention rule of these files, and the line of the campaign that gives its length.</summary>
    public const string Conservation = "PIECE_INSCRIPTION";
    public const string LigneConservation = "Pièces justificatives";

    public sealed record Demande(string Numero, string Code, Stream Contenu, string? NomFichier);

    /// <param name="ToutEstDepose">Nothing is left to hand in: the file went to the examination division.</param>
    public sealed record Reponse(Guid PieceId, Guid DepotId, bool ToutEstDepose);

    public sealed record DepotFerme(string Phrase) : Refus(GenreRefus.Conflit, "DEPOT_EN_LIGNE_FERME", Phrase);

    public sealed record DossierFerme() : Refus(GenreRefus.Conflit, "DOSSIER_FERME", "Ce dossier ne reçoit plus de pièce. Adressez-vous à la division des examens et concours.");

    public sealed record DossierPasEnregistre() : Refus(GenreRefus.Conflit, "DOSSIER_PAS_ENREGISTRE", "Enregistrez d’abord votre inscription : vos réponses disent quelles pièces sont à fournir.");

    public sealed record DejaAcceptee() : Refus(GenreRefus.Conflit, "PIECE_DEJA_ACCEPTEE", "Cette pièce est déjà acceptée : il n’y a rien à envoyer.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable($"Dossier n° {demande.Numero}");
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var attendues = PiecesAttendues.Lister(ProfilDuDossier.Lire(dossier), campagne);
        if (attendues.FirstOrDefault(p => p.Code == demande.Code) is not { } attendue)
            return new Introuvable("Cette pièce");
        var pieces = await donnees.Set<PieceDossier>().Where(p => p.DossierId == dossier.Id).ToListAsync(ct);
        var piece = pieces.Find(p => p.Code == demande.Code);
        if (Refuser(dossier, campagne, attendue, piece) is { } refus)
            return refus;
        if (piece is null)
        {
            pieces = [.. await donnees.CreerPiecesAsync(dossier, campagne, ct)];
            piece = pieces.First(p => p.Code == demande.Code);
        }

        var recu = await coffre.RecevoirAsync(new DepotARecevoir(demande.Contenu, demande.NomFichier, null, $"piece:{piece.Id}", Conservation, ASupprimerLe(campagne)), acteur, ct);
        if (!recu.EstReussi)
            return Outcome<Reponse>.Refuser(recu.Refus);
        await using var depot = recu.Valeur;

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        donnees.Journaliser(new ActeAJournaliser(acteur, "PIECE_DEPOSEE", $"piece:{piece.Id}", Avant: piece.DepotId is { } ancien ? $"depot:{ancien}" : null, Apres: $"depot:{depot.Depot.Id}"));
        (piece.DepotId, piece.Etat, piece.RecueLe) = (depot.Depot.Id, EtatPiece.Deposee, maintenant);
        // What was decided of the former file says nothing of this one.
        (piece.Motif, piece.DecideeLe, piece.DecideePar) = (null, null, null);
        var complet = RemiseEnLigne.EstComplete(dossier, campagne, pieces);
        if (complet)
            RemiseEnLigne.Recevoir(donnees, dossier, campagne, acteur);
        try
        {
            await depot.EnregistrerAsync(donnees, ct);
        }
        catch (DbUpdateException)
        {
            return new ModifieEntreTemps("Cette pièce");
        }
        return new Reponse(piece.Id, depot.Depot.Id, complet);
    }

    /// <summary>Why no file is taken for this piece now; null when one is. The page asks it before showing its form.</summary>
    internal static Refus? Refuser(DossierInscription dossier, Campagne campagne, PieceAttendue attendue, PieceDossier? piece)
    {
        if (!campagne.Reception.Canaux.Contains(Canal.EnLigne))
            return new DepotFerme($"Cette inscription ne prend pas de fichier. {ReceptionEnvoi.Constater(null, campagne).Phrase}");
        if (dossier.Etat == EtatDossier.Brouillon)
            return new DossierPasEnregistre();
        if (dossier.Etat is not (EtatDossier.Enregistre or EtatDossier.Signe or EtatDossier.Recu or EtatDossier.Incomplet))
            return new DossierFerme();
        if (attendue.Etat is PieceDue.NonRequise or PieceDue.Dispensee)
            return new Introuvable("Cette pièce");
        return piece?.Etat is EtatPiece.Acceptee or EtatPiece.Dispensee ? new DejaAcceptee() : null;
    }

    /// <summary>The campaign counts months from its session; where it says nothing, nothing is purged by itself.</summary>
    private static DateOnly? ASupprimerLe(Campagne campagne) =>
        campagne.Conservation.FirstOrDefault(c => c.Document == LigneConservation)?.Mois is { } mois
            ? new DateOnly(campagne.Session.Annee, campagne.Session.Mois, 1).AddMonths(mois + 1) : null;
}
