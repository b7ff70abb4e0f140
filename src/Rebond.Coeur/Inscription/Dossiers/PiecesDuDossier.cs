using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using EtatAttendu = Rebond.Regles.Inscription.EtatPiece;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>The rows of the pieces of a file: one for each piece that the rule asks, or may ask, of its profile. None is ever removed.</summary>
public static class PiecesDuDossier
{
    /// <summary>The rows of the file, tracked; those that were missing are added and go with the save of the act.</summary>
    public static async Task<List<PieceDossier>> AssurerPiecesAsync(this BaseRebond donnees, DossierInscription dossier, Campagne campagne, CancellationToken ct)
    {
        var pieces = await donnees.Set<PieceDossier>().Where(p => p.DossierId == dossier.Id).ToListAsync(ct);
        var nouvelles = Manquantes(dossier, campagne, pieces).ToList();
        donnees.AddRange(nouvelles);
        return [.. pieces, .. nouvelles];
    }

    /// <summary>Rows that the profile calls for and that do not exist yet.</summary>
    public static IEnumerable<PieceDossier> Manquantes(DossierInscription dossier, Campagne campagne, IReadOnlyCollection<PieceDossier> connues) =>
        PiecesAttendues.Lister(ProfilDuDossier.Lire(dossier), campagne)
            .Where(a => a.Etat is EtatAttendu.Requise or EtatAttendu.Manquante or EtatAttendu.AExaminer or EtatAttendu.APreciser && connues.All(p => p.Code != a.Code))
            .Select(a => new PieceDossier { DossierId = dossier.Id, Code = a.Code });
}
