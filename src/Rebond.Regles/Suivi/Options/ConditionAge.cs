using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Une condition d'âge, au jour près. « De 16 à 25 ans révolus » : du jour des 16 ans à la veille des 26 ans. Un âge prolongé pour les
/// travailleurs handicapés laisse la condition inconnue quand on ne sait pas si la personne l'est.
/// </summary>
internal sealed record ConditionAge(int AgeMinimum, int DernierAge, int? DernierAgeRqth = null)
{
    public Condition Pour(ProfilSuivi profil) => Pour(profil, profil.Aujourdhui);

    public Condition Pour(ProfilSuivi profil, DateOnly jour)
    {
        if (profil.Naissance is not { } naissance)
            return new Condition($"Il faut avoir {EnClair}. Nous ne savons pas votre âge.", EtatCondition.Inconnue);
        if (!Anniversaires.AAtteint(naissance, AgeMinimum, jour))
            return new Condition($"Il faut avoir {AgeMinimum} ans. Vous les aurez le {Dates.EnFrancais(Anniversaires.Jour(naissance, AgeMinimum))}.", EtatCondition.Manquante);
        if (jour <= Anniversaires.DernierJourRevolu(naissance, DernierAge))
            return new Condition($"Vous avez {Anniversaires.Age(naissance, jour)} ans. Il faut avoir {EnClair}.", EtatCondition.Remplie);
        if (DernierAgeRqth is not { } prolonge || jour > Anniversaires.DernierJourRevolu(naissance, prolonge))
            return new Condition($"Vous avez {Anniversaires.Age(naissance, jour)} ans. Il faut avoir {EnClair}.", EtatCondition.Manquante);
        return Fiche.Si(profil.Rqth,
            $"Vous avez {Anniversaires.Age(naissance, jour)} ans. Avec un handicap reconnu, c'est ouvert jusqu'à {prolonge} ans.",
            $"Vous avez {Anniversaires.Age(naissance, jour)} ans. Il faut avoir {EnClair}.",
            $"Vous avez {Anniversaires.Age(naissance, jour)} ans. C'est ouvert à votre âge si votre handicap est reconnu.");
    }

    /// <summary>Le dernier jour où l'âge convient ; rien sans date de naissance.</summary>
    public DateOnly? DernierJour(ProfilSuivi profil) => profil.Naissance is { } naissance
        ? Anniversaires.DernierJourRevolu(naissance, profil.Rqth == true ? DernierAgeRqth ?? DernierAge : DernierAge)
        : null;

    private string EnClair => $"de {AgeMinimum} à {DernierAge} ans";
}
