using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on signer un contrat d'engagement jeune (CEJ) ?
/// L. 5131-6, R. 5131-15 et R. 5131-16 : de 16 à 25 ans révolus, 29 ans révolus pour un travailleur handicapé ; ni étudiant ni en formation ; du mal à accéder à un emploi durable.
/// Douze mois au plus, dix-huit par exception ; six mois entre deux contrats ; une allocation selon les ressources.
/// </summary>
public static class Cej
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("L5131-6", "2026");
    public static readonly Fondement Duree = CodeTravail.Texte.Article("R5131-16", "2026");
    public static readonly Fondement Creation = CodeTravail.Texte.Article("L5131-6", "2022-03-01", Verification.AVerifier);

    public static readonly DateOnly Debut = new(2022, 3, 1);

    private static readonly ConditionAge s_age = new(16, 25, 29);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.Cej, Article, Guichets.MissionLocaleOuFranceTravail)
    {
        Conditions =
        [
            s_age.Pour(profil),
            Fiche.Si(!profil.EnFormation, "Vous n'êtes pas en formation.", "Vous êtes en formation. Ce contrat est pour ceux qui n'en ont pas.", "Il ne faut être ni élève, ni étudiant, ni en formation."),
            Fiche.AVoir("Il faut avoir du mal à trouver un emploi qui dure."),
            .. profil.Aujourdhui < Debut ? (Condition[])[new("Ce contrat existe depuis mars 2022.", EtatCondition.Manquante)] : [],
        ],
        Oui = "Vous pouvez demander un contrat d'engagement jeune. Vous êtes suivi de près pendant un an au plus. Une aide d'argent est possible.",
        Ailleurs = "Demandez à la mission locale, ou à France Travail après 25 ans.",
        Documents = ["Une pièce d'identité", "Un avis d'impôt, pour l'aide d'argent"],
        Demarches = ["Demandez un rendez-vous et parlez du CEJ.", "Il faut six mois entre deux contrats de ce type."],
        Echeance = s_age.DernierJour(profil),
    }.Conclure();
}
