using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on faire un service civique ?
/// L. 120-1 et L. 120-4 du code du service national : de 16 à 25 ans, 30 ans en cas de handicap ; Français, citoyen de l'Union européenne ou de l'Espace économique, ou titulaire d'un titre
/// de séjour de la liste ; une visite médicale ; de six à douze mois.
/// </summary>
public static class ServiceCivique
{
    public static readonly Fondement Article = CodeServiceNational.Texte.Article("L120-1", "2026-03-26");
    public static readonly Fondement Qui = CodeServiceNational.Texte.Article("L120-4", "2026-03-26");

    private static readonly ConditionAge s_age = new(16, 25, 30);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.ServiceCivique, Article, Guichets.ServiceCivique)
    {
        Conditions =
        [
            s_age.Pour(profil),
            profil.NationaliteFrancaise switch
            {
                true => new Condition("Vous êtes français.", EtatCondition.Remplie),
                false => Fiche.AVoir("C'est ouvert si vous êtes d'un pays de l'Union européenne, ou si votre titre de séjour est dans la liste."),
                _ => Fiche.AVoir("Il faut être français, d'un pays de l'Union européenne, ou avoir un titre de séjour de la liste."),
            },
            Fiche.AVoir("Il faut passer une visite chez le médecin."),
            Fiche.AVoir("Il faut qu'une mission vous prenne."),
        ],
        Oui = "Vous pouvez faire un service civique, de six mois à un an. On aide les autres et on reçoit un peu d'argent. Le diplôme ne compte pas.",
        Ailleurs = "La mission locale, ou France Travail après 25 ans, a d'autres idées.",
        Documents = ["Une pièce d'identité", "Un CV", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Choisissez des missions sur le site de l'agence.", "Écrivez à plusieurs : c'est l'envie qui compte."],
        Echeance = s_age.DernierJour(profil),
    }.Conclure();
}
