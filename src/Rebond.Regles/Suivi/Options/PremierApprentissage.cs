using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Celui qui n'était pas apprenti peut-il le devenir ?
/// L. 6222-1 : de 16 à 29 ans révolus au début du contrat, 15 ans si le collège est fini. L. 6222-2 : la limite d'âge tombe pour le travailleur handicapé,
/// le créateur d'entreprise ou le sportif de haut niveau. Un ancien élève peut repréparer comme apprenti (Onisep).
/// </summary>
public static class PremierApprentissage
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("L6222-1", "2026");
    public static readonly Fondement Exceptions = CodeTravail.Texte.Article("L6222-2", "2026");
    public static readonly Fondement DeLEcoleALApprentissage = Onisep2022.Texte.Article("changer de statut", "2022-07-01");

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.PremierApprentissage, Article, Guichets.LyceeOuCio)
    {
        Conditions =
        [
            Fiche.Si(!profil.EstStatut(StatutSuivi.Apprenti),
                "Vous n'étiez pas apprenti.",
                "Vous étiez déjà apprenti. D'autres voies sont faites pour vous.",
                "Nous ne savons pas si vous étiez apprenti."),
            Age(profil),
            Fiche.AVoir("Il faut trouver un employeur."),
            Fiche.AVoir("Un CFA doit avoir une place."),
        ],
        Oui = "Vous pouvez devenir apprenti : au CFA et chez un employeur, avec une paye. Vous préparez le même examen ou un autre.",
        Doute = "Vous avez plus de 29 ans. Des exceptions existent. Un CFA ou l'OPCO doit regarder votre cas.",
        Ailleurs = "Demandez conseil à la mission locale, ou à France Travail après 25 ans.",
        Documents = ["Le contrat d'apprentissage (Cerfa), quand vous avez un employeur", "Votre relevé de notes", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Cherchez un CFA de votre métier.", "Cherchez un employeur. Le CFA peut vous aider.", "Vous pouvez commencer au CFA sans employeur, trois mois."],
        Echeance = profil.Naissance is { } naissance && profil.Rqth != true ? Anniversaires.DernierJourRevolu(naissance, NouvelEmployeur.DernierAge) : null,
        Lectures = Age(profil).Discutee
            ? [new("La règle s'arrête à 29 ans.", Article), new("La limite tombe si vous créez une entreprise, si votre handicap est reconnu ou si vous êtes sportif de haut niveau.", Exceptions)]
            : [],
    }.Conclure();

    private static Condition Age(ProfilSuivi profil)
    {
        if (profil.Naissance is not { } naissance)
            return Fiche.AVoir("Il faut avoir de 16 à 29 ans. Nous ne savons pas votre âge.");
        var age = Anniversaires.Age(naissance, profil.Aujourdhui);
        return age switch
        {
            < 15 => new Condition("Il faut avoir 16 ans, ou 15 ans si le collège est fini.", EtatCondition.Manquante),
            15 => Fiche.AVoir("Vous avez 15 ans. C'est ouvert si vous avez fini le collège."),
            <= NouvelEmployeur.DernierAge => new Condition($"Vous avez {age} ans. Il faut avoir de 16 à 29 ans.", EtatCondition.Remplie),
            _ when profil.Rqth == true => new Condition("Vous avez plus de 29 ans. Avec un handicap reconnu, il n'y a pas de limite d'âge.", EtatCondition.Remplie),
            _ => Fiche.ADebattre("Vous avez plus de 29 ans."),
        };
    }
}
