using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>What the rules answer to a person who wants to come back, from his file alone.</summary>
/// <param name="Origine">Coming back in the school of origin, with its conditions, texts and readings.</param>
/// <param name="Rentree">The start of term that follows.</param>
/// <param name="AutreSpecialite">He asks for other spécialités only: what that does to his right. Null otherwise.</param>
public sealed record DroitDeRevenir(OptionSuivi Origine, OptionSuivi Ailleurs, OptionSuivi Place, RentreeScolaire Rentree, IReadOnlyList<AlerteSuivi> EnCasDeRefus, AlerteSuivi? AutreSpecialite)
{
    /// <summary>First failure, next start of term, same spécialité: the school of origin owes the place.</summary>
    public bool EstOpposable => Origine.Etat == EtatOption.Droit && AutreSpecialite is null;

    /// <param name="echecs">Failures before this one; 0 is a first failure.</param>
    /// <param name="specialites">Of his wishes; none: the same.</param>
    public static DroitDeRevenir Evaluer(DossierSuivi dossier, DateOnly jour, int echecs, IReadOnlyCollection<string>? specialites = null)
    {
        var autre = Regles.Suivi.AutreSpecialite.Avertir(dossier.Specialite, specialites ?? []);
        var profil = ConsulterDossier.Profil(dossier, jour, echecs, new Dictionary<string, Note>());
        var options = OptionsDeSuivi.Repondre(profil);
        // The same rules say what to do about a refusal: what the head reads, and what is written to the young person.
        var refus = autre is not null ? [AlertesDeSuivi.RefusSansDroit] : OptionsDeSuivi.Repondre(profil with { RefusCapacite = true }).Alertes.Where(a => a.Code is "REFUS_CAPACITE" or "REFUS_SANS_DROIT" or "RECOURS_TRIBUNAL").ToList();
        return new(options[CodeOption.RepreparationOrigine], options[CodeOption.RepreparationAutre], options[CodeOption.RepreparationPlace], Rentrees.Prochaine(jour), refus, autre);
    }
}
