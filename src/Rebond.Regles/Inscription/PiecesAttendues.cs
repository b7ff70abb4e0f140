using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Quelles pièces ce candidat doit-il fournir ?
/// La campagne les liste avec leurs conditions, telles que la notice les écrit ; la loi s'ajoute pour le recensement et la JDC. Une condition
/// qu'on ne peut pas évaluer laisse la pièce « à préciser », avec la question qui trancherait : jamais « non requise » par défaut.
/// </summary>
public static class PiecesAttendues
{
    /// <summary>Toutes les pièces de la campagne, dans son ordre, chacune dans son état.</summary>
    public static IReadOnlyList<PieceAttendue> Lister(Profil profil, Campagne campagne) => [.. campagne.Pieces.Select(piece => Une(piece, profil, campagne))];

    private static PieceAttendue Une(Piece piece, Profil profil, Campagne campagne)
    {
        var notice = piece.Si.Evaluer(profil, campagne);
        var (etat, questions) = piece.Code == CodesPieces.RecensementOuJdc
            ? RecensementOuJdc.Reunir(notice, RecensementOuJdc.SelonLaLoi(profil, campagne))
            : (notice.Verite switch { Verite.Vrai => EtatPiece.Requise, Verite.Faux => EtatPiece.NonRequise, _ => EtatPiece.APreciser }, notice.Questions);
        if (piece.DispenseSi is { } dispense && (etat is EtatPiece.Requise or EtatPiece.APreciser))
            (etat, questions) = AvecDispense(etat, questions, dispense.Evaluer(profil, campagne));
        if (etat == EtatPiece.Requise && profil.Envoi?.Manquantes?.Contains(piece.Code, StringComparer.Ordinal) == true)
            etat = EtatPiece.Manquante;
        return new PieceAttendue(piece.Code, piece.Libelle, Motif(piece, etat, questions, profil, campagne), piece.Source, etat, questions, campagne.Reception.Limite);
    }

    private static (EtatPiece, IReadOnlyList<string>) AvecDispense(EtatPiece etat, IReadOnlyList<string> questions, Evaluation dispense) => dispense.Verite switch
    {
        Verite.Vrai => (EtatPiece.Dispensee, []),
        Verite.Inconnu => (EtatPiece.APreciser, [.. questions.Concat(dispense.Questions).Distinct()]),
        _ => (etat, questions),
    };

    private static string Motif(Piece piece, EtatPiece etat, IReadOnlyList<string> questions, Profil profil, Campagne campagne) => etat switch
    {
        EtatPiece.APreciser => $"{piece.Motif} À préciser : {string.Join(" ", questions.Select(campagne.Libelle))}",
        EtatPiece.AExaminer => $"{piece.Motif} {RecensementOuJdc.LesDeuxDates(profil, campagne)}",
        EtatPiece.Dispensee => campagne.Pieces.FirstOrDefault(p => p.Remplace == piece.Code) is { } autre
            ? $"Pas exigée si vous fournissez à la place : {autre.Libelle}."
            : $"Dispense : {piece.DispenseSi!.EnFrancais(campagne)}.",
        EtatPiece.NonRequise => $"Demandée seulement dans ce cas : {piece.Si.EnFrancais(campagne)}.",
        _ => piece.Motif,
    };
}
