using Rebond.Regles.Suivi.Apprentissage;
using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// L'apprenti qui a échoué peut-il continuer chez un autre employeur ?
/// L. 6222-11, 2° : par un nouveau contrat, d'un an au plus, conclu avec un autre employeur. L. 6222-1 : 29 ans révolus au plus au début ; l'échec n'est pas
/// dans la liste des exceptions de L. 6222-2, et une page d'administration dit pourtant qu'aucune limite ne s'applique : à examiner.
/// </summary>
public static class NouvelEmployeur
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("L6222-11", "2026");
    public static readonly Fondement LimiteDAge = CodeTravail.Texte.Article("L6222-1, L6222-2", "2026");
    public static readonly Fondement SansLimite = PageAdministrationApprentissage.Texte.Article("âge", "2026", Verification.AVerifier);
    public static readonly Fondement MemeEntreprise = CodeTravail.Texte.Article("L6222-11, 2°", "2026", Verification.AVerifier);

    public const int DernierAge = 29;

    public static OptionSuivi Evaluer(ProfilSuivi profil)
    {
        Condition[] employeur = [Employeur(profil), Age(profil)];
        return new Fiche(CodeOption.NouvelEmployeur, Article, Guichets.CfaEtOpco)
        {
            Conditions =
            [
                ConditionsApprentissage.EtreApprenti(profil),
                ConditionsApprentissage.AvoirEchoue(profil),
                ConditionsApprentissage.UneSeuleFois(profil),
                .. employeur,
                .. ConditionsApprentissage.Duree(profil),
                Fiche.AVoir("Le CFA doit avoir une place."),
            ],
            Oui = "Vous pouvez signer un contrat d'un an avec un autre employeur. Vous préparez le même examen et vous êtes payé.",
            Doute = "Une personne doit regarder votre cas. Les sources ne disent pas la même chose. Demandez à votre CFA et à l'OPCO.",
            Ailleurs = "Votre CFA peut vous aider : demandez-lui les autres voies.",
            Documents = ConditionsApprentissage.Documents(profil),
            Demarches = ["Demandez à votre CFA sa liste d'employeurs.", "Le CFA peut vous prendre avant que vous ayez trouvé.", ConditionsApprentissage.Depot(profil)],
            Echeance = profil.Apprentissage?.DebutProlongation is { } debut ? DepotContrat.DateLimite(debut) : null,
            Lectures =
            [
                .. employeur[0].Discutee ? (LectureTexte[])
                [
                    new("Première lecture : c'est un autre établissement, donc un autre employeur.", MemeEntreprise),
                    new("Seconde lecture : c'est la même entreprise, donc le même employeur.", MemeEntreprise),
                ] : [],
                .. employeur[1].Discutee ? (LectureTexte[])
                [
                    new("Le code du travail s'arrête à 29 ans. L'échec n'est pas dans la liste des exceptions.", LimiteDAge),
                    new("Une page d'une administration dit qu'il n'y a pas de limite d'âge après un échec.", SansLimite),
                ] : [],
            ],
            Remuneration = ConditionsApprentissage.Paye(profil),
            Cerfa = ListeCerfa.Pour(profil, profil.Apprentissage?.NouveauSiret),
        }.Conclure();
    }

    private static Condition Employeur(ProfilSuivi profil)
    {
        if (profil.Apprentissage?.NouveauSiret is not { } texte)
            return Fiche.AVoir("Il faut trouver un autre employeur. Le CFA vous aide.");
        if (!Siret.TryLire(texte, out var nouveau))
            return Fiche.AVoir("Le numéro SIRET du nouvel employeur est faux. Vérifiez les quatorze chiffres.");
        if (!Siret.TryLire(profil.Apprentissage.Siret, out var actuel))
            return Fiche.AVoir("Il faut un autre employeur. Nous ne savons pas quel est le vôtre.");
        if (actuel == nouveau)
            return new Condition("C'est votre employeur actuel. Il en faut un autre.", EtatCondition.Manquante);
        return actuel.Siren == nouveau.Siren
            ? Fiche.ADebattre("Les deux adresses sont de la même entreprise. Est-ce un autre employeur ?")
            : new Condition("Vous avez trouvé un autre employeur.", EtatCondition.Remplie);
    }

    private static Condition Age(ProfilSuivi profil)
    {
        if (profil.Naissance is not { } naissance)
            return Fiche.AVoir("Il faut avoir 29 ans au plus au début. Nous ne savons pas votre âge.");
        var debut = profil.Apprentissage?.DebutProlongation ?? profil.Aujourdhui;
        if (debut <= Anniversaires.DernierJourRevolu(naissance, DernierAge))
            return new Condition("Vous avez 29 ans au plus.", EtatCondition.Remplie);
        return profil.Rqth == true
            ? new Condition("Vous avez plus de 29 ans. Avec un handicap reconnu, il n'y a pas de limite d'âge.", EtatCondition.Remplie)
            : Fiche.ADebattre("Vous avez plus de 29 ans.");
    }
}
