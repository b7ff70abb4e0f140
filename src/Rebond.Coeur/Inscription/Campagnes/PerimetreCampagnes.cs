using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>What the examination division of an académie reaches: its campaigns, and the files registered in them.</summary>
public static class PerimetreCampagnes
{
    public static bool GereDesCampagnes(this Acteur acteur) => acteur.A(Role.Gestionnaire) && acteur.CouvreAcademie;

    /// <summary>Out of scope is as if it did not exist.</summary>
    public static IQueryable<RevisionCampagne> RevisionsDe(this BaseRebond donnees, Acteur acteur)
    {
        var revisions = donnees.Set<RevisionCampagne>().AsQueryable();
        if (!acteur.GereDesCampagnes())
            return revisions.Where(r => false);
        var academies = acteur.Codes(TypePerimetre.Academie);
        return academies.Contains("*") ? revisions : revisions.Where(r => academies.Contains(r.Academie));
    }

    /// <summary>The files of those campaigns.</summary>
    public static IQueryable<DossierInscription> DossiersDesCampagnesDe(this BaseRebond donnees, Acteur acteur)
    {
        var codes = donnees.RevisionsDe(acteur).Select(r => r.Code);
        return donnees.Set<DossierInscription>().Where(d => codes.Contains(d.CampagneCode));
    }

    /// <summary>Files that still go their way: neither decided, nor registered, nor out.</summary>
    public static IQueryable<DossierInscription> EnCours(this IQueryable<DossierInscription> dossiers) => dossiers.Where(d =>
        d.Etat == EtatDossier.Brouillon || d.Etat == EtatDossier.Enregistre || d.Etat == EtatDossier.Signe || d.Etat == EtatDossier.Recu || d.Etat == EtatDossier.Incomplet || d.Etat == EtatDossier.Recevable);
}
