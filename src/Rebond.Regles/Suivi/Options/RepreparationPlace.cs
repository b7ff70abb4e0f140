using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Sans droit, peut-on quand même repréparer dans un lycée ?
/// Aucun texte ne l'ouvre ni ne le ferme : s'il reste une place, la commission d'affectation du département décide. L'instruction de Créteil
/// (3 juillet 2025) donne la préférence à ceux qui sont le plus loin de la réussite (<see cref="OrdreDePriorite"/>).
/// </summary>
public static class RepreparationPlace
{
    public static readonly Fondement Commission = InstructionCreteil2025.Texte.Article("commission d'affectation", "2025-07-03", Verification.AVerifier);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.RepreparationPlace, Commission, Guichets.LyceeOuCio)
    {
        Conditions = [Echec(profil), SansDroit(profil), Fiche.AVoir("Il faut qu'une place reste libre."), Fiche.AVoir("C'est la commission du département qui dit oui ou non.")],
        Oui = "Vous pouvez demander une place dans un lycée. Ce n'est pas un droit : il faut qu'une place reste libre. La commission décide.",
        Ailleurs = "Le CIO peut vous aider à choisir.",
        Documents = ["La demande de re-préparation", "Vos relevés de notes de chaque session", "Vos derniers bulletins", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Demandez le dossier à un lycée ou au CIO avant l'été.", "Choisissez plusieurs lycées : vous aurez plus de chances."],
        Echeance = profil.ProchaineRentree(),
    }.Conclure();

    private static Condition Echec(ProfilSuivi profil) => profil.Situation() switch
    {
        SituationExamen.Echec or SituationExamen.Absence => new("Vous n'avez pas eu l'examen.", EtatCondition.Remplie),
        SituationExamen.Reussite => new("Vous avez eu votre examen. Il n'y a rien à refaire.", EtatCondition.Manquante),
        SituationExamen.JamaisPresente => new("Vous n'avez pas encore passé l'examen. Pour reprendre l'école, d'autres voies sont faites pour vous.", EtatCondition.Manquante),
        SituationExamen.Controle => Fiche.AVoir("Vous avez encore un oral à passer. Cela servira si vous le ratez."),
        SituationExamen.ForceMajeure => Fiche.AVoir("Il y a d'abord les épreuves de septembre."),
        _ => Fiche.AVoir("Nous ne savons pas quel résultat vous avez eu."),
    };

    private static Condition SansDroit(ProfilSuivi profil) => RepreparationOrigine.Evaluer(profil).Etat switch
    {
        EtatOption.Droit => new("Vous avez mieux : le droit de revenir dans votre lycée.", EtatCondition.Manquante),
        EtatOption.AucunDroitTrouve => new("Vous n'avez pas, ou plus, le droit de revenir d'office.", EtatCondition.Remplie),
        _ => Fiche.AVoir("Vous avez peut-être mieux : le droit de revenir dans votre lycée."),
    };
}
