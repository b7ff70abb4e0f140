using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>What a revision changes for a file, in sentences its candidate reads: pieces by their title, no code.</summary>
public static class ChangementsEnMots
{
    private const string Piece = "Pièce ";
    private static readonly string[] s_nonDues = [EtatPiece.NonRequise.EnFrancais(), EtatPiece.Dispensee.EnFrancais()];

    public static IReadOnlyList<string> Dire(EffetRevision effet, Campagne avant, Campagne apres) => [.. effet.Changements.Select(c => Une(c, avant, apres))];

    private static string Une(Changement changement, Campagne avant, Campagne apres)
    {
        if (!changement.Sujet.StartsWith(Piece, StringComparison.Ordinal))
            return changement.Apres == "(rien)" ? $"Ne s'applique plus : {changement.Avant}" : $"{(changement.Sujet == "Contact" ? "Adressez-vous désormais à" : "Désormais")} : {changement.Apres}";
        var code = changement.Sujet[Piece.Length..];
        var libelle = (apres.Piece(code) ?? avant.Piece(code))?.Libelle ?? code;
        var (etaitDue, estDue) = (!s_nonDues.Contains(changement.Avant), !s_nonDues.Contains(changement.Apres));
        return (etaitDue, estDue) switch
        {
            (false, true) => $"Pièce ajoutée : {libelle} ({EnPetit(changement.Apres)})",
            (true, false) => $"Pièce qui n'est plus demandée : {libelle}",
            _ => $"Pièce « {libelle} » : {EnPetit(changement.Apres)} (avant : {EnPetit(changement.Avant)})",
        };
    }

    private static string EnPetit(string etat) => char.ToLowerInvariant(etat[0]) + etat[1..];
}
