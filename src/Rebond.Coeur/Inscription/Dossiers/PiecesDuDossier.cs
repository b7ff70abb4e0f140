using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The rows of the pieces a file owes, by its profile and its pinned campaign. Missing ones are created; those that exist stay whatever the profile
/// has become: what was received is never lost. Saved by the caller.
/// </summary>
public static class PiecesDuDossier
{
    public static async Task<IReadOnlyList<PieceDossier>> CreerPiecesAsync(this BaseRebond donnees, DossierInscription dossier, Campagne campagne, CancellationToken ct)
    {
        var pieces = await donnees.Set<PieceDossier>().Where(p => p.DossierId == dossier.Id).ToListAsync(ct);
        foreach (var attendue in Attendues(dossier, campagne).Where(a => pieces.All(p => p.Code != a.Code)))
        {
            var piece = new PieceDossier { DossierId = dossier.Id, Code = attendue.Code };
            donnees.Add(piece);
            pieces.Add(piece);
        }
        return pieces;
    }

    /// <summary>Asked, or not yet known not to be: unknown is never "not asked".</summary>
    public static IReadOnlyList<PieceAttendue> Attendues(DossierInscription dossier, Campagne campagne) =>
        [.. PiecesAttendues.Lister(ProfilDuDossier.Lire(dossier), campagne).Where(p => p.Etat is not (Regles.Inscription.EtatPiece.NonRequise or Regles.Inscription.EtatPiece.Dispensee))];
}
