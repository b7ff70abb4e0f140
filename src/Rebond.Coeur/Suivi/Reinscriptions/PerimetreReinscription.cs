using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Reinscriptions;

public sealed record SansDemande() : Refus(GenreRefus.Conflit, "SANS_DEMANDE", "Il n’y a pas de demande de réinscription en cours. Rechargez la page.");

internal static class PerimetreReinscription
{
    public static Task<DemandeReinscription?> DemandeDuDossierAsync(this BaseRebond donnees, Guid dossierId, CancellationToken ct) =>
        donnees.Set<DemandeReinscription>().Include(d => d.Voeux).SingleOrDefaultAsync(d => d.DossierId == dossierId, ct);

    /// <summary>The head of the school of origin decides, and nobody in his name.</summary>
    public static bool DirigeEtablissementDe(this Acteur acteur, DossierSuivi dossier) => acteur.A(Role.ChefEtablissement) && dossier.Uai is { } uai && acteur.Couvre(TypePerimetre.Etablissement, uai);
}
