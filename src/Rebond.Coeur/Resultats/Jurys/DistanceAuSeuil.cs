using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>The nearest threshold that a candidate has not reached, and the weighted points he lacks, exactly.</summary>
public readonly record struct DistanceAuSeuil(int Seuil, decimal Points)
{
    /// <summary>Control, admission, then the three mentions.</summary>
    public static IReadOnlyList<int> Seuils { get; } = [8, 10, 12, 14, 16];

    /// <summary>Null without a mean, or above the last threshold.</summary>
    public static DistanceAuSeuil? Mesurer(DossierExamen dossier, Moyenne moyenne)
    {
        if (!moyenne.Existe)
            return null;
        foreach (var seuil in Seuils)
        {
            if (!moyenne.AuMoins(seuil))
                return new DistanceAuSeuil(seuil, moyenne.PointsManquants(seuil) / Echelle(dossier, moyenne));
        }
        return null;
    }

    // The two-best rule of 2021 multiplies points and coefficients to stay exact: one point of a mean is then several of its units.
    private static long Echelle(DossierExamen dossier, Moyenne moyenne)
    {
        if (dossier.Session.Annee != 2021)
            return 1;
        long diviseur = dossier.Reglement.Unites.Where(u => !u.PointsAuDessusDe10 && EstComptee(u, dossier)).Sum(u => (long)u.Coefficient.Demis);
        return diviseur > 0 && moyenne.Coefficients % diviseur == 0 ? moyenne.Coefficients / diviseur : 1;
    }

    private static bool EstComptee(UniteReglement unite, DossierExamen dossier) =>
        dossier.Unites.TryGetValue(unite.Code, out var etat) ? etat.Etat != Etat.Dispense : unite.Obligatoire;
}
