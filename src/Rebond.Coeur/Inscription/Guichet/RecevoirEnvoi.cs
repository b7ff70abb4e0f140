using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using EtatPiece = Rebond.Coeur.Inscription.Dossiers.EtatPiece;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// An envelope, or what was handed over at the counter, is received for a file: channel, postmark, version read on the confirmation, pieces found in
/// it. The receipt rule of the file's own campaign revision says at once whether it is in time. Actor: gestionnaire of the académie.
/// </summary>
public sealed class RecevoirEnvoi(BaseRebond donnees)
{
    /// <param name="NumeroVersionLu">Printed on the confirmation.</param>
    /// <param name="Cachet">Null when there is none or it cannot be read.</param>
    /// <param name="RecuJour">Day of arrival stamped by the mail room; null: today.</param>
    /// <param name="Pieces">Codes of those found in the envelope.</param>
    /// <param name="SigneCandidat">The confirmation found in it bears that signature.</param>
    public sealed record Demande(Guid DossierId, int NumeroVersionLu, Canal Canal, DateOnly? Cachet, IReadOnlyList<string> Pieces,
        bool SigneCandidat = false, bool SigneResponsable = false, DateOnly? RecuJour = null);

    /// <param name="VersionAncienne">The confirmation in the envelope is not the last one: its choices may not be those of the file.</param>
    public sealed record Reponse(Guid EnvoiId, Constat Reception, bool VersionAncienne, EtatDossier Etat, IReadOnlyList<PieceAttendue> Manquantes);

    public sealed record PasEnregistre() : Refus(GenreRefus.Conflit, "DOSSIER_PAS_ENREGISTRE",
        "Ce dossier n’a jamais été enregistré par le candidat : aucune confirmation n’a pu être imprimée. Relisez le numéro.");

    public sealed record VersionInconnue(int Lue, int Derniere) : Refus(GenreRefus.Invalide, "VERSION_INCONNUE",
        $"La version {Lue} n’existe pas : le dossier en est à la version {Derniere}. Relisez-la en bas de la confirmation.");

    public sealed record DateImpossible(string Quoi) : Refus(GenreRefus.Invalide, "DATE_IMPOSSIBLE", $"{Quoi} est dans l’avenir : corrigez cette date.");

    public sealed record PieceInconnue(string Piece) : Refus(GenreRefus.Invalide, "PIECE_INCONNUE", $"« {Piece} » n’est pas une pièce de cette campagne. Rechargez la page.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, null, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var etude = ouvert.Valeur;
        if (Refuser(demande, etude) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var dossier = etude.Dossier;
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var arrivee = demande.RecuJour is { } jour && jour != etude.Aujourdhui ? new HeureParis(jour, new TimeOnly(12, 0)).EnUtc().UtcDateTime : maintenant;
        var reception = ReceptionEnvoi.Constater(new EnvoiPieces(demande.Canal, demande.Cachet, demande.RecuJour ?? etude.Aujourdhui), etude.Campagne);
        var envoi = new EnvoiDossier
        {
            DossierId = dossier.Id,
            Canal = demande.Canal.Code(),
            Cachet = demande.Cachet,
            RecuLe = arrivee,
            RecuPar = acteur.CompteId,
            NumeroVersionLu = demande.NumeroVersionLu,
            // Unknown is not late: a person decides later.
            Accepte = reception.Effet != Verite.Faux,
            Motif = reception.Phrase,
        };
        donnees.Add(envoi);
        foreach (var code in demande.Pieces.Distinct(StringComparer.Ordinal))
            Deposer(etude, code, arrivee);
        var avant = dossier.Etat;
        dossier.RecuLe ??= arrivee;
        var pleine = etude with { Envois = [.. etude.Envois, envoi] };
        if (demande.SigneCandidat || demande.SigneResponsable)
            EnregistrerSignaturePapier.Appliquer(donnees, pleine, demande.SigneCandidat, demande.SigneResponsable, acteur);
        var apres = Etudes.Etudier(dossier, etude.Campagne, etude.Pieces, pleine.Envois, etude.Aujourdhui);
        dossier.Etat = apres.EtatCalcule;
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_ENVOI_RECU", dossier.Objet(), avant.Code(),
            $"{dossier.Etat.Code()} {reception.Valeur} canal:{envoi.Canal} cachet:{demande.Cachet?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "aucun"} version:{demande.NumeroVersionLu} pieces:{string.Join('+', demande.Pieces)}"));
        donnees.MarquerChange(dossier);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(envoi.Id, reception, demande.NumeroVersionLu < dossier.NumeroVersion, dossier.Etat, apres.EnDefaut);
    }

    private static List<Refus> Refuser(Demande demande, EtudeDossier etude)
    {
        if (etude.Dossier.NumeroVersion == 0)
            return [new PasEnregistre()];
        var refus = new List<Refus>();
        if (demande.NumeroVersionLu < 1 || demande.NumeroVersionLu > etude.Dossier.NumeroVersion)
            refus.Add(new VersionInconnue(demande.NumeroVersionLu, etude.Dossier.NumeroVersion));
        if (demande.Cachet > etude.Aujourdhui)
            refus.Add(new DateImpossible("Le cachet de la poste"));
        if (demande.RecuJour > etude.Aujourdhui)
            refus.Add(new DateImpossible("Le jour d’arrivée"));
        if (demande.Pieces.FirstOrDefault(code => etude.Campagne.Piece(code) is null) is { } inconnue)
            refus.Add(new PieceInconnue(inconnue));
        if ((demande.SigneCandidat || demande.SigneResponsable) && refus.Count == 0
            && EnregistrerSignaturePapier.Refuser(etude, demande.NumeroVersionLu, demande.SigneCandidat, demande.SigneResponsable) is { } signature)
            refus.Add(signature);
        return refus;
    }

    /// <summary>A piece that comes again after a refusal is to be checked again; one already accepted stays so.</summary>
    private void Deposer(EtudeDossier etude, string code, DateTime arrivee)
    {
        if (etude.Pieces.FirstOrDefault(p => p.Code == code) is not { } piece)
        {
            // Sent though not asked: kept, so that nothing received is lost.
            donnees.Add(new PieceDossier { DossierId = etude.Dossier.Id, Code = code, Etat = EtatPiece.Deposee, RecueLe = arrivee });
            return;
        }
        if (piece.Etat is EtatPiece.Acceptee or EtatPiece.Dispensee)
            return;
        (piece.Etat, piece.RecueLe, piece.DecideeLe, piece.DecideePar, piece.Motif) = (EtatPiece.Deposee, arrivee, null, null, null);
    }
}
