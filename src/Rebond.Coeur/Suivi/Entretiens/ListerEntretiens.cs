using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>The interviews of one person, the latest first. Actor: the establishment that follows him.</summary>
public sealed class ListerEntretiens(BaseRebond donnees)
{
    public sealed record Reponse(IReadOnlyList<EntretienSituation> Entretiens);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (!await donnees.DossiersDe(acteur).AnyAsync(d => d.Id == dossierId, ct))
            return new Introuvable("Dossier de suivi");
        return new Reponse(await donnees.Set<EntretienSituation>().AsNoTracking().Where(e => e.DossierId == dossierId).OrderByDescending(e => e.TenuLe).ThenByDescending(e => e.Id).ToListAsync(ct));
    }
}
