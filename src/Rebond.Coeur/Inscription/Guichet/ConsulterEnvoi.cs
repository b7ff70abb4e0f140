using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>What the reception needs of a file before an envelope is opened, and what it says once one is received. Actor: gestionnaire of the académie.</summary>
public sealed class ConsulterEnvoi(BaseRebond donnees)
{
    /// <param name="Envoi">Null before it is received.</param>
    public sealed record Reponse(EtudeDossier Etude, EnvoiDossier? Envoi);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid? dossierId, Guid? envoiId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        var envoi = envoiId is { } e ? await donnees.Set<EnvoiDossier>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == e, ct) : null;
        var id = envoi?.DossierId ?? dossierId;
        return id is not null && await donnees.DossiersDuGuichet(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } dossier
            ? new Reponse((await donnees.EtudierTousAsync([dossier], ct))[0], envoi)
            : new Introuvable("Ce dossier d’inscription");
    }
}
