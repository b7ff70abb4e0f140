using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// Each piece of a file is accepted, refused, unreadable, out of date, or waived, several at once, with a reason the candidate reads. One
/// message says them all. The state of the file follows from its pieces by the rule. Actor: gestionnaire of the académie.
/// </summary>
public sealed class DeciderPiece(BaseRebond donnees)
{
    public static IReadOnlyList<EtatPiece> Decidables { get; } = [EtatPiece.Acceptee, EtatPiece.Refusee, EtatPiece.Illisible, EtatPiece.Perimee, EtatPiece.Dispensee];

    public sealed record Decision(string Code, EtatPiece Etat, string? Motif);

    public sealed record Demande(Guid DossierId, int Version, IReadOnlyList<Decision> Decisions);

    /// <param name="MessageEcrit">The candidate is told: something is to be sent again, or an impediment is answered.</param>
    public sealed record Reponse(EtatDossier Etat, bool MessageEcrit);

    public sealed record RienADecider() : Refus(GenreRefus.Invalide, "RIEN_A_DECIDER", "Choisissez une décision pour au moins une pièce.");

    public sealed record PieceAbsente(string Piece) : Refus(GenreRefus.Conflit, "PIECE_ABSENTE", $"« {Piece} » n’a pas été reçue : elle ne peut être ni acceptée, ni refusée. Enregistrez d’abord l’envoi, ou dispensez-en le candidat avec un motif.");

    public sealed record MotifDePiece(string Piece) : Refus(GenreRefus.Invalide, "MOTIF_DE_PIECE", $"« {Piece} » : écrivez pourquoi, en {PerimetreGuichet.MotifMaximum} caractères au plus ; le candidat le lira.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var etude = ouvert.Valeur;
        var dossier = etude.Dossier;
        if (dossier.EstSorti || dossier.Etat is EtatDossier.Brouillon or EtatDossier.Inscrit)
            return new EtatInadapte(dossier.Etat, "ses pièces ne se décident plus");
        if (Refuser(demande, etude) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var avant = dossier.Etat;
        List<string> aDire = [];
        var decisions = demande.Decisions.Select(d => (Decision: d, Piece: etude.Pieces.Single(p => p.Code == d.Code))).ToList();
        foreach (var (decision, piece) in decisions)
        {
            var empechement = piece is { Empechement: not null, DecideeLe: null };
            var ancien = piece.Etat;
            (piece.Etat, piece.Motif, piece.DecideeLe, piece.DecideePar) = (decision.Etat, PerimetreGuichet.Motif(decision.Motif) ?? (decision.Etat == EtatPiece.Acceptee ? null : decision.Motif!.Trim()), maintenant, acteur.CompteId);
            if (decision.Etat != EtatPiece.Acceptee || empechement)
                aDire.Add($"- {Libelle(etude, piece.Code)} : {EnFrancais(decision.Etat)}{(piece.Motif is { } motif ? $". {motif}" : "")}");
            donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_PIECE_DECIDEE", dossier.Objet(), $"{piece.Code} {ancien.Code()}", $"{piece.Code} {piece.Etat.Code()}", piece.Motif));
        }
        // A file already judged keeps its judgement: what was decided by a person is not undone by a piece.
        var apres = Etudes.Etudier(dossier, etude.Campagne, etude.Pieces, etude.Envois, etude.Aujourdhui);
        dossier.Etat = apres.EtatCalcule;
        if (dossier.Etat != avant)
            donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_ETAT_CALCULE", dossier.Objet(), avant.Code(), dossier.Etat.Code()));
        donnees.MarquerChange(dossier);
        if (aDire.Count > 0)
        {
            var message = MessagesDuGuichet.Composer(MessagesDuGuichet.Pieces, apres, acteur, null, ("pieces", string.Join('\n', aDire)),
                ("delai", apres.EnDefaut.Count > 0 ? MessagesDuGuichet.Delai(apres) : "Vous n’avez plus de pièce à nous envoyer."));
            if (await donnees.EcrireAsync(apres, message, ct) is { } empeche)
                return Outcome<Reponse>.Refuser(empeche);
        }
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.Etat, aDire.Count > 0);
    }

    private static List<Refus> Refuser(Demande demande, EtudeDossier etude)
    {
        if (demande.Decisions.Count == 0)
            return [new RienADecider()];
        var refus = new List<Refus>();
        foreach (var decision in demande.Decisions.DistinctBy(d => d.Code))
        {
            if (etude.Pieces.FirstOrDefault(p => p.Code == decision.Code) is not { } piece || !Decidables.Contains(decision.Etat))
                refus.Add(new RecevoirEnvoi.PieceInconnue(decision.Code));
            else if (piece.Etat == EtatPiece.Absente && decision.Etat != EtatPiece.Dispensee && !(decision.Etat == EtatPiece.Refusee && piece.Empechement is not null))
                refus.Add(new PieceAbsente(Libelle(etude, decision.Code)));
            else if (decision.Etat != EtatPiece.Acceptee && PerimetreGuichet.Motif(decision.Motif) is null)
                refus.Add(new MotifDePiece(Libelle(etude, decision.Code)));
        }
        return refus;
    }

    internal static string Libelle(EtudeDossier etude, string code) => etude.Campagne.Piece(code)?.Libelle ?? code;

    public static string EnFrancais(EtatPiece etat) => etat switch
    {
        EtatPiece.Absente => "pas reçue",
        EtatPiece.Deposee => "reçue, à contrôler",
        EtatPiece.Illisible => "illisible, à renvoyer",
        EtatPiece.Refusee => "refusée, à renvoyer",
        EtatPiece.Acceptee => "acceptée",
        EtatPiece.Perimee => "plus valable, à renouveler",
        _ => "vous en êtes dispensé",
    };
}
