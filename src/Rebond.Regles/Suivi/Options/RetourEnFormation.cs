using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Y a-t-il un droit à revenir en formation ?
/// L. 122-2 et décret du 5 décembre 2014 : de 16 à 25 ans révolus, sans diplôme ou avec le seul brevet ou certificat de formation générale ; avec le seul bac général aussi, s'il n'y a
/// pas de qualification pour un métier. Un entretien sous quinze jours, puis une place comme élève, apprenti ou stagiaire.
/// </summary>
public static class RetourEnFormation
{
    public static readonly Fondement Article = CodeEducation.Texte.Article("L122-2", "2020-09-01");
    public static readonly Fondement Entretien = Decret20141453.Texte.Article("entretien", "2014-12-05", Vocabulaire.Verification.AVerifier);

    /// <summary>Le décret ne vaut pas avant.</summary>
    public static readonly DateOnly Debut = new(2014, 12, 5);

    private static readonly ConditionAge s_age = new(16, 25);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.RetourEnFormation, Article, Guichets.Psad)
    {
        SiRempli = EtatOption.Droit,
        Conditions =
        [
            s_age.Pour(profil),
            Fiche.Si(profil.EstSansQualification(),
                "Vous n'avez pas de diplôme pour un métier.",
                "Ce droit est pour ceux qui n'ont pas de diplôme. Vous en avez un.",
                "Nous ne savons pas quels diplômes vous avez. Il faut n'en avoir aucun, ou le brevet seul."),
            Fiche.Si(profil.AQuitteLEcole(),
                "Vous avez quitté l'école.",
                "Vous êtes encore en formation. Ce droit est pour ceux qui l'ont quittée.",
                "Ce droit sert quand vous avez quitté l'école."),
            .. profil.Aujourdhui < Debut ? (Condition[])[new("Ce droit existe depuis la fin de 2014.", EtatCondition.Manquante)] : [],
        ],
        Oui = "Vous avez le droit de revenir en formation. On doit vous recevoir dans les quinze jours. Vous pouvez être élève, apprenti ou stagiaire.",
        Peut = "Si vous quittez l'école sans diplôme, vous aurez le droit d'y revenir jusqu'à 25 ans. On vous reçoit dans les quinze jours.",
        Ailleurs = "Le CIO, la mission locale ou France Travail peuvent vous aider.",
        Documents = ["Une pièce d'identité", "Vos derniers bulletins, si vous les avez"],
        Demarches = ["Allez au CIO ou à la mission locale. Dites : « Je demande mon droit au retour en formation. »", "Notez la date. On doit vous recevoir dans les quinze jours.", "Si l'attente est longue, demandez une aide pour attendre."],
        Echeance = s_age.DernierJour(profil),
    }.Conclure();
}
