using Rebond.Regles.Suivi.Apprentissage;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// L'apprenti handicapé peut-il avoir plus de temps ?
/// R. 6222-48 : la formation peut être étendue d'un an au plus, avec quinze points de plus sur la paye. Cela ne ferme pas un autre contrat par L. 6222-11, 2°.
/// </summary>
public static class ProlongationHandicap
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("R6222-48", "2026");

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.ProlongationHandicap, Article, Guichets.Cfa)
    {
        Conditions =
        [
            ConditionsApprentissage.EtreApprenti(profil),
            Fiche.Si(profil.Rqth,
                "Votre handicap est reconnu. Vous avez un papier qui le dit : la RQTH.",
                "Il faut que votre handicap soit reconnu : c'est la RQTH.",
                "Avez-vous un handicap reconnu, avec une RQTH ? Il le faut."),
            profil.Situation() == SituationExamen.Reussite
                ? new Condition("Vous avez eu votre examen. Bravo !", EtatCondition.Manquante)
                : Fiche.AVoir("Le CFA et l'employeur doivent voir avec vous le temps qu'il vous faut."),
        ],
        Oui = "Vous pouvez avoir jusqu'à un an de plus à cause de votre handicap. Votre paye monte un peu. Cela n'empêche pas un nouveau contrat après.",
        Ailleurs = "Le référent handicap du CFA peut vous aider.",
        Documents = ["Votre reconnaissance de travailleur handicapé (RQTH)", .. ConditionsApprentissage.Documents(profil).Where(document => !document.Contains("RQTH", StringComparison.Ordinal))],
        Demarches = ["Au CFA, une personne aide ceux qui ont un handicap. Allez la voir.", "Dites ce qui vous a manqué : du temps, une aide, un lieu adapté."],
        Echeance = profil.Apprentissage?.FinContrat,
        Remuneration = profil.Rqth == true ? ConditionsApprentissage.Paye(profil, prolongationHandicap: true) : [],
        Cerfa = ListeCerfa.Pour(profil, profil.Apprentissage?.Siret),
    }.Conclure();
}
