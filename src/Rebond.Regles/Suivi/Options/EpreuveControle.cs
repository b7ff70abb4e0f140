using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Y a-t-il encore un oral à passer ?
/// D. 337-78 : au bac professionnel, de 8 à moins de 10, l'épreuve de contrôle, si la pratique professionnelle est acquise. D. 334-8 et D. 336-8 : aux bacs général et technologique, de 8 à moins
/// de 10, le second groupe. Le jury décide ; il passe avant tout le reste.
/// </summary>
public static class EpreuveControle
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-78", "2022-01-01");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-8", "2015");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-8", "2015");

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.EpreuveControle, FondementDe(profil), Guichets.CentreExamen)
    {
        SiRempli = EtatOption.Droit,
        Conditions =
        [
            Fiche.Si(profil.EstExamen(ExamenPrepare.BacPro, ExamenPrepare.BacProAgricole, ExamenPrepare.BacGeneral, ExamenPrepare.BacTechnologique),
                "Votre examen est un bac.", "Cet oral n'existe que pour les bacs.", "Nous ne savons pas quel examen vous avez passé."),
            profil.Situation() switch
            {
                SituationExamen.Controle => new("Le jury vous appelle à l'oral.", EtatCondition.Remplie),
                SituationExamen.Reussite => new("Vous avez eu votre examen. Bravo !", EtatCondition.Manquante),
                SituationExamen.Echec when profil.Derniere()!.Moyenne is >= 8 and < 10 => new("Votre moyenne est entre 8 et 10, mais le jury ne vous appelle pas à l'oral. Demandez pourquoi.", EtatCondition.Manquante),
                SituationExamen.Inconnue => Fiche.AVoir("Le jury doit vous y appeler. Il faut une moyenne entre 8 et 10."),
                _ => new("Le jury ne vous appelle pas à l'oral.", EtatCondition.Manquante),
            },
            .. Passe(profil),
        ],
        Oui = "Vous avez encore une chance : un oral. Allez-y. C'est votre droit, et rien d'autre n'est à faire avant.",
        Peut = "Si le jury vous appelle à un oral, allez-y. C'est une chance de plus.",
        Ailleurs = "Le service des examens peut vous expliquer votre résultat.",
        Documents = ["Votre convocation", "Une pièce d'identité"],
        Demarches = ["Choisissez vos matières le jour des résultats.", "Allez à l'oral le jour dit : il a lieu tout de suite après les résultats."],
    }.Conclure();

    private static Fondement FondementDe(ProfilSuivi profil) => profil.Examen switch
    {
        ExamenPrepare.BacGeneral => General,
        ExamenPrepare.BacTechnologique => Technologique,
        _ => BacPro,
    };

    /// <summary>L'oral suit les résultats de quelques jours : après l'été, il a eu lieu, et son résultat manque au profil.</summary>
    private static IEnumerable<Condition> Passe(ProfilSuivi profil)
    {
        if (profil.Situation() == SituationExamen.Controle && profil.Derniere() is { } derniere && profil.Aujourdhui > new DateOnly(derniere.Session.Annee, 8, 31))
            yield return Fiche.AVoir("L'oral a dû avoir lieu. Nous ne savons pas ce qu'il a donné.");
    }
}
