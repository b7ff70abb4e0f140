using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Campagnes;

public static class SessionsDInscription
{
    /// <summary>Sessions this establishment registers for: a campaign in force takes its département, or it has files. Latest first.</summary>
    public static async Task<IReadOnlyList<SessionExamen>> SessionsDInscriptionAsync(this BaseRebond donnees, string uai, CancellationToken ct)
    {
        var departement = AnnuaireEtablissements.Chercher(uai)?.Departement ?? uai[..3];
        var ouvertes = (await donnees.CampagnesEnVigueurAsync(ct)).Where(c => c.Campagne.Academie.Departements.Contains(departement)).Select(c => c.Campagne.Session);
        var connues = await donnees.Set<DossierInscription>().Where(d => d.Uai == uai).Select(d => d.Session).Distinct().ToListAsync(ct);
        return [.. connues.Union(ouvertes).OrderDescending()];
    }
}
