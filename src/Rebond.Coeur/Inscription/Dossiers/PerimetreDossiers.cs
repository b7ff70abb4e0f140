using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>A candidate's scope is the files of his account: the file of another does not exist for him.</summary>
public static class PerimetreDossiers
{
    public static IQueryable<DossierInscription> DossiersDe(this BaseRebond donnees, Acteur acteur)
    {
        var compte = acteur.A(Role.Candidat) ? acteur.CompteId : null;
        return donnees.Set<DossierInscription>().Where(d => compte != null && d.CompteId == compte);
    }

    /// <summary>By its number however it is written; null when it is not his.</summary>
    public static Task<DossierInscription?> ChercherDossierAsync(this BaseRebond donnees, string? numero, Acteur acteur, CancellationToken ct) =>
        NumeroDossier.TryLire(numero, out var lu) ? donnees.DossiersDe(acteur).SingleOrDefaultAsync(d => d.Numero == lu, ct) : Task.FromResult<DossierInscription?>(null);
}
