using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi;

/// <summary>
/// La personne doit-elle se former ?
/// L. 114-1 : depuis la rentrée 2020, la formation est obligatoire pour tout jeune jusqu'à sa majorité, avec ou sans diplôme : école, apprentissage, stage, emploi, service civique,
/// accompagnement. Du jour des 16 ans à la veille des 18.
/// </summary>
public static class ObligationDeFormation
{
    public static readonly Fondement Article = CodeEducation.Texte.Article("L114-1", "2020-09-01");
    public static readonly Fondement MiseEnOeuvre = Instruction20201022.Texte.Article("suivi des mineurs", "2020-10-22", Verification.AVerifier);

    /// <summary>Premier jour de l'obligation.</summary>
    public static readonly DateOnly Debut = new(2020, 9, 1);

    public static ConclusionObligation Conclure(ProfilSuivi profil)
    {
        if (profil.Naissance is not { } naissance)
            return new ConclusionObligation(null, null, null, "Nous ne savons pas votre âge. De 16 à 18 ans, il faut se former, travailler ou être aidé.", Article);
        var jour = profil.Aujourdhui;
        if (jour < Debut)
            return new ConclusionObligation(false, null, null, "Cette règle vaut depuis le 1er septembre 2020.", Article);
        if (Anniversaires.AAtteint(naissance, 18, jour))
            return new ConclusionObligation(false, null, null, "Vous êtes majeur : rien ne vous y oblige. Vous avez toujours droit à de l'aide.", Article);
        if (!Anniversaires.AAtteint(naissance, 16, jour))
            return new ConclusionObligation(false, null, null, "Avant 16 ans, c'est l'école qui est obligatoire.", Article);
        var fin = Anniversaires.Veille(naissance, 18);
        var remplie = profil.EnFormation == true || profil.EnEmploi == true ? true : profil is { EnFormation: false, EnEmploi: false } ? false : (bool?)null;
        return new ConclusionObligation(true, fin, remplie, remplie == true
            ? $"Jusqu'au {Dates.EnFrancais(fin)}, vous devez vous former ou travailler. C'est le cas."
            : $"Jusqu'au {Dates.EnFrancais(fin)}, vous devez vous former, travailler ou être aidé. Votre lycée et la mission locale doivent vous proposer quelque chose.", Article);
    }
}
