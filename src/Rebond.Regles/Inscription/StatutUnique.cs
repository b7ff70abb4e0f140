using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Peut-on s'inscrire à la même session par un établissement et à titre individuel ?
/// Non. D. 337-90 : une seule spécialité par session, sauf certains contrats ; D. 337-70 : qui a changé de voie s'inscrit au titre de la
/// dernière. Général et technologique, D. 334-17 : une session et une série par an. Que ces articles interdisent deux statuts est notre
/// lecture, confirmée pour le général par une page d'établissement.
/// </summary>
public static class StatutUnique
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-90", "2009-02-12", Verification.AVerifier);
    public static readonly Fondement Gt = CodeEducation.Texte.Article("D334-17", "2015", Verification.AVerifier);

    public static Constat Constater(Profil profil, Campagne campagne)
    {
        var fondement = campagne.EstProfessionnelle ? BacPro : Gt;
        if (profil.Categorie == Categorie.Scolaire || profil.ScolariseMemeSession == false)
            return Constat.De("STATUT", "UNIQUE", "Un seul statut à cette session.", fondement);
        return profil is { ScolariseMemeSession: true, Categorie: not null }
            ? Constat.De("STATUT", "DOUBLE", "Un établissement inscrit déjà le candidat à cette session : on ne s'inscrit pas sous deux statuts. L'inscription est à faire sous le dernier statut, l'autre est à retirer.", fondement, Verite.Faux)
            : Constat.De("STATUT", "A_PRECISER", "On ne sait pas si un établissement inscrit aussi le candidat à cette session.", fondement, Verite.Inconnu, profil.Categorie is null ? "categorie" : "scolariseMemeSession");
    }
}
