using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on entrer dans une École de la deuxième chance (E2C) ?
/// L. 214-14 du code de l'éducation : de 16 à 25 ans, sans qualification ni diplôme. L'âge d'entrée en vigueur et les durées viennent de pages secondaires : à vérifier.
/// </summary>
public static class E2c
{
    public static readonly Fondement Article = CodeEducation.Texte.Article("L214-14", "2026", Verification.AVerifier);
    public static readonly Fondement Usage = RegistreDispositifs.Texte.Article("École de la deuxième chance", "2026", Verification.AVerifier);

    private static readonly ConditionAge s_age = new(16, 25);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.E2c, Article, Guichets.E2c)
    {
        Conditions =
        [
            s_age.Pour(profil),
            Fiche.Si(profil.EstSansDiplome(),
                "Vous n'avez pas de diplôme pour un métier.",
                "Cette école est pour ceux qui n'ont pas de diplôme. Vous en avez un.",
                "Nous ne savons pas quels diplômes vous avez. Il faut n'en avoir aucun, ou le brevet seul."),
            Fiche.AVoir("Il faut en avoir envie. Un entretien le dira."),
        ],
        Oui = "Vous pouvez demander l'École de la deuxième chance. On y revoit les bases et on fait des stages. On est payé un peu.",
        Ailleurs = "La mission locale, ou France Travail après 25 ans, a d'autres parcours.",
        Documents = ["Une pièce d'identité", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Demandez à la mission locale de vous y envoyer."],
        Echeance = s_age.DernierJour(profil),
    }.Conclure();
}
