using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>The file in use for a piece, opened by who decides on it or by the candidate himself; the journal says by whom. Nobody else sees that it exists.</summary>
public sealed class LirePieceDeposee(BaseRebond donnees, LireDepot lire)
{
    public async Task<Outcome<LireDepot.Reponse>> ExecuteAsync(string numero, string code, Acteur acteur, CancellationToken ct)
    {
        var dossiers = acteur.A(Role.Candidat)
            ? donnees.Set<DossierInscription>().Where(d => d.CompteId != null && d.CompteId == acteur.CompteId)
            : donnees.DossiersDesCampagnesDe(acteur);
        var piece = await (
            from d in dossiers
            where d.Numero == numero
            join p in donnees.Set<PieceDossier>() on d.Id equals p.DossierId
            where p.Code == code
            select new { p.Id, p.DepotId }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (piece?.DepotId is not { } depot)
            return new Introuvable("Ce fichier");
        return await lire.ExecuteAsync(new(depot, (d, _) => Task.FromResult(d.Proprietaire == $"piece:{piece.Id}")), acteur, ct);
    }
}
