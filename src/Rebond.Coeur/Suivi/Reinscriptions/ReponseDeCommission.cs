using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>What the answer of the commission does to a request and to its file, whether it sat in Rebond or elsewhere.</summary>
internal static class ReponseDeCommission
{
    /// <param name="uai">Null: no place was found.</param>
    /// <param name="motif">Why, for the person; null when the commission sat elsewhere.</param>
    public static void Appliquer(DemandeReinscription demande, DossierSuivi dossier, string? uai, string? motif, DateTime maintenant, Guid? par, IReadOnlyCollection<int> releves)
    {
        (demande.Etat, demande.UaiAccueil, demande.Motif) = (uai is null ? EtatReinscription.SansPlace : EtatReinscription.Affectee, uai, motif);
        (demande.DecideeLe, demande.DecideePar) = (maintenant, par);
        if (uai is null)
            dossier.ChercherAutreVoie(maintenant, releves);
        else
            dossier.ChoisirSolution((uai != dossier.Uai ? CodeOption.RepreparationAutre : demande.DroitOpposable ? CodeOption.RepreparationOrigine : CodeOption.RepreparationPlace).Code(), maintenant, releves);
    }
}
