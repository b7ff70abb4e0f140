using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

public enum ValiditeLien
{
    Valable,

    /// <summary>The school or the DEC called it back: another was given.</summary>
    Rappele,

    /// <summary>A guardian's link, and the young person is of age now.</summary>
    Majorite,
    Fini,
}

/// <summary>Whether a link still opens its page, and why not: a plain sentence is owed to whoever clicks. It says nothing else of the file. Actor: whoever holds the link.</summary>
public sealed class EtatDuLien(BaseRebond donnees)
{
    public async Task<ValiditeLien> ExecuteAsync(Porteur porteur, CancellationToken ct)
    {
        if (await donnees.DossiersDuPorteur(porteur).AnyAsync(ct))
            return ValiditeLien.Valable;
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var dossier = await donnees.DossiersVisibles(maintenant).AsNoTracking().Where(d => d.Id == porteur.DossierId && d.EffaceLe == null).SingleOrDefaultAsync(ct);
        if (dossier is null)
            return ValiditeLien.Fini;
        return porteur.Titulaire == TitulaireLien.Responsable && !dossier.EstMineurLe(maintenant.JourAParis()) ? ValiditeLien.Majorite : ValiditeLien.Rappele;
    }
}
