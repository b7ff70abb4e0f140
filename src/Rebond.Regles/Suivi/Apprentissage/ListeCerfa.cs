using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Apprentissage;

/// <summary>Un point à vérifier sur le contrat avant de le signer.</summary>
public sealed record PointCerfa(string Code, string Phrase, EtatCondition Etat, Fondement Fondement);

/// <summary>
/// Que faut-il vérifier sur le contrat d'apprentissage (Cerfa) d'une prolongation ?
/// L. 6222-11 et D. 6222-28 pour la durée et la paye, D. 6224-1 pour le dépôt ; la foire aux questions de l'OPCO EP du 6 janvier 2025 dit qu'un nouveau
/// Cerfa est signé dans les deux cas, prorogation ou nouvel employeur. La liste est la nôtre.
/// </summary>
public static class ListeCerfa
{
    public static readonly Fondement NouveauCerfa = FaqOpcoEp2025.Texte.Article("prolongation après un échec", "2025-01-06");
    public static readonly Fondement Liste = RegleDeDemonstration.Texte.Article("liste du Cerfa", "2026", Verification.AVerifier);

    /// <param name="siretRetenu">L'employeur qui signera : l'actuel ou le nouveau.</param>
    public static IReadOnlyList<PointCerfa> Pour(ProfilSuivi profil, string? siretRetenu)
    {
        var contrat = profil.Apprentissage ?? new ContratApprentissage();
        var debut = DebutProlongation(contrat);
        return
        [
            new("EMPLOYEUR", "Le SIRET de l'employeur a quatorze chiffres et sa clé est juste.",
                siretRetenu is null ? EtatCondition.Inconnue : Siret.TryLire(siretRetenu, out _) ? EtatCondition.Remplie : EtatCondition.Manquante, Liste),
            new("DIPLOME", "Le diplôme écrit est celui que vous avez manqué.", EtatCondition.Inconnue, DepotContrat.Duree),
            new("DUREE", debut is { } jour ? $"Le contrat finit au plus tard le {Dates.EnFrancais(DepotContrat.FinAuPlusTard(jour))} : un an, pas plus." : "Le contrat dure un an au plus.",
                debut is { } du && contrat.FinProlongation is { } fin ? (DepotContrat.DureeRespectee(du, fin) ? EtatCondition.Remplie : EtatCondition.Manquante) : EtatCondition.Inconnue, DepotContrat.Duree),
            new("PAYE", "La paye est au moins celle de votre dernière année.", EtatCondition.Inconnue, PlancherRemuneration.Prolongation),
            new("MAITRE_APPRENTISSAGE", "Le nom de la personne qui vous formera est écrit.", EtatCondition.Inconnue, Liste),
            new("CFA", "Le CFA a signé la convention de formation.", EtatCondition.Inconnue, DepotContrat.Delai),
            new("SIGNATURES", profil.Naissance is { } ne && !Anniversaires.AAtteint(ne, 18, debut ?? profil.Aujourdhui)
                ? "Vous, l'employeur et votre parent ou tuteur avez signé. Vous êtes mineur."
                : "Vous et l'employeur avez signé. Si vous êtes mineur, votre parent ou tuteur signe aussi.", EtatCondition.Inconnue, NouveauCerfa),
            new("DEPOT", debut is { } depart ? $"L'employeur l'envoie à l'OPCO le {Dates.EnFrancais(DepotContrat.DateLimite(depart))} au plus tard." : "L'employeur l'envoie à l'OPCO dans les cinq jours ouvrables après le début.",
                EtatCondition.Inconnue, DepotContrat.Delai),
            new("INSCRIPTION", "Vous êtes inscrit à l'examen de la prochaine session. Vos notes à garder sont cochées.", EtatCondition.Inconnue, Liste),
        ];
    }

    /// <summary>Le premier jour de la prolongation : celui qui est fixé, sinon le lendemain de la fin du contrat.</summary>
    public static DateOnly? DebutProlongation(ContratApprentissage contrat) => contrat.DebutProlongation ?? contrat.FinContrat?.AddDays(1);
}
