using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>A head reaches the files of his establishment, one session at a time. Out of it is as if it did not exist.</summary>
public static class PerimetreEtablissement
{
    /// <summary>May bring files of this establishment in; null: whichever the file says, for the gestionnaire alone.</summary>
    public static bool ImportePour(this Acteur acteur, string? uai) =>
        (acteur.A(Role.Gestionnaire) && acteur.CouvreAcademie) || acteur.DirigeEtablissement(uai);

    public static bool DirigeEtablissement(this Acteur acteur, string? uai) => acteur.A(Role.ChefEtablissement) && uai is not null && acteur.Couvre(TypePerimetre.Etablissement, uai);

    public static IQueryable<DossierInscription> DossiersDeLEtablissement(this BaseRebond donnees, string uai, SessionExamen session, Acteur acteur)
    {
        var dirige = acteur.DirigeEtablissement(uai);
        return donnees.Set<DossierInscription>().Where(d => dirige && d.Uai == uai && d.Session == session);
    }

    /// <summary>Those who follow this year's exam: neither withdrawn, nor set aside, nor cancelled.</summary>
    public static IQueryable<DossierInscription> EnCours(this IQueryable<DossierInscription> dossiers) =>
        dossiers.Where(d => d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule);
}
