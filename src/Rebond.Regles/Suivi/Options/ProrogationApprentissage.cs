using Rebond.Regles.Suivi.Apprentissage;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// L'apprenti qui a échoué peut-il continuer chez le même employeur ?
/// L. 6222-11, 1° : en cas d'échec, l'apprentissage peut être prolongé d'un an au plus par prorogation du contrat, si l'employeur est d'accord. Une
/// seule fois. Que faire quand le contrat est déjà fini n'est pas écrit : à examiner.
/// </summary>
public static class ProrogationApprentissage
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("L6222-11", "2026");
    public static readonly Fondement ContratFini = CodeTravail.Texte.Article("L6222-11, 1°", "2026", Verification.AVerifier);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.ProrogationApprentissage, Article, Guichets.CfaEtOpco)
    {
        Conditions =
        [
            ConditionsApprentissage.EtreApprenti(profil),
            ConditionsApprentissage.AvoirEchoue(profil),
            ConditionsApprentissage.UneSeuleFois(profil),
            Fiche.Si(profil.Apprentissage?.EmployeurAccepte,
                "Votre employeur est d'accord.",
                "Votre employeur ne veut pas. Il en a le droit.",
                "Votre employeur doit être d'accord. Posez-lui la question."),
            Contrat(profil),
            .. ConditionsApprentissage.Duree(profil),
            Fiche.AVoir("Votre CFA doit avoir une place."),
        ],
        Oui = "Vous pouvez rester un an de plus chez votre employeur, s'il est d'accord. Il faut signer un nouveau contrat avant la fin de celui-ci.",
        Doute = "Votre contrat est fini. Le texte ne dit pas s'il peut encore être allongé. Demandez à votre CFA et à l'OPCO.",
        Ailleurs = "Votre CFA peut vous aider : demandez-lui les autres voies.",
        Documents = ConditionsApprentissage.Documents(profil),
        Demarches = ["Parlez à votre employeur et au CFA dès les résultats.", "Signez le nouveau contrat avant la fin de l'ancien.", ConditionsApprentissage.Depot(profil)],
        Echeance = profil.Apprentissage?.FinContrat,
        Lectures = EstFini(profil) != true ? [] :
        [
            new("Première lecture : on ne prolonge pas un contrat qui est fini. Il faut un nouveau contrat.", ContratFini),
            new("Seconde lecture : le texte parle aussi de la période d'apprentissage. Elle peut reprendre avec le même employeur.", ContratFini),
        ],
        Remuneration = ConditionsApprentissage.Paye(profil),
        Cerfa = ListeCerfa.Pour(profil, profil.Apprentissage?.Siret),
    }.Conclure();

    private static Condition Contrat(ProfilSuivi profil)
    {
        if (profil.Apprentissage?.Rompu == true || profil.Apprentissage?.RuptureLe is not null)
            return new Condition("Votre contrat a été rompu. On ne peut pas le prolonger.", EtatCondition.Manquante);
        return EstFini(profil) switch
        {
            false => new Condition($"Votre contrat court jusqu'au {Dates.EnFrancais(profil.Apprentissage!.FinContrat!.Value)}.", EtatCondition.Remplie),
            true => Fiche.ADebattre($"Votre contrat est fini depuis le {Dates.EnFrancais(profil.Apprentissage!.FinContrat!.Value)}."),
            _ => Fiche.AVoir("Nous ne savons pas quand finit votre contrat."),
        };
    }

    private static bool? EstFini(ProfilSuivi profil) => profil.Aujourdhui > profil.Apprentissage?.FinContrat ? true : profil.Apprentissage?.FinContrat is null ? null : false;
}
