using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on repasser en septembre les épreuves manquées ?
/// D. 337-92 : au bac professionnel, en cas de force majeure dûment constatée et sur autorisation du recteur, pour les seules épreuves manquées ; jamais l'EPS ni les facultatives. D. 334-19 pour
/// les bacs général et technologique. À la session 2020, le jury pouvait aussi y envoyer un candidat sous 10 (décrets n° 2020-671 et n° 2020-641).
/// </summary>
public static class EpreuvesRemplacement
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-92", "2009-02-12");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-19", "2015");
    public static readonly Fondement Session2020 = Decret2020671.Texte.Article("remplacement", "2020-06-03");

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.EpreuvesRemplacement, FondementDe(profil), Guichets.Dec)
    {
        Conditions =
        [
            Fiche.Si(EstUnBac(profil) == true ? true : null, "Votre examen est un bac.", "", "Ces épreuves sont prévues pour les bacs. Pour un autre examen, demandez au service des examens."),
            Motif(profil),
            .. Passe(profil),
            Fiche.AVoir("Le rectorat doit dire oui."),
        ],
        Oui = "Vous pouvez demander à passer en septembre les épreuves manquées. Il faut une preuve. Le rectorat décide.",
        Ailleurs = "Le service des examens peut vous répondre.",
        Documents = ["La preuve de l'empêchement (certificat médical, par exemple)", "Votre convocation"],
        Demarches = ["Envoyez la preuve tout de suite au service des examens.", "Le sport et les options ne se repassent pas en septembre."],
    }.Conclure();

    /// <summary>Ajourné à la session 2020 d'un bac, ou pouvant l'être : les sessions ne sont pas données et l'on est entre juin et septembre 2020.</summary>
    private static bool Est2020(ProfilSuivi profil) => EstUnBac(profil) != false && (profil.Situation() switch
    {
        SituationExamen.Echec => profil.Derniere()!.Session.Annee == 2020,
        SituationExamen.Inconnue => profil.Aujourdhui is { Year: 2020, Month: >= 6 and <= 9 },
        _ => false,
    });

    private static bool? EstUnBac(ProfilSuivi profil) => profil.EstExamen(ExamenPrepare.BacPro, ExamenPrepare.BacProAgricole, ExamenPrepare.BacGeneral, ExamenPrepare.BacTechnologique);

    private static Fondement FondementDe(ProfilSuivi profil) => Est2020(profil) ? Session2020
        : profil.EstExamen(ExamenPrepare.BacGeneral, ExamenPrepare.BacTechnologique) == true ? General : BacPro;

    private static Condition Motif(ProfilSuivi profil) => profil.Situation() switch
    {
        SituationExamen.Reussite => new("Vous avez eu votre examen. Bravo !", EtatCondition.Manquante),
        SituationExamen.JamaisPresente => new("Vous n'étiez pas à cette session.", EtatCondition.Manquante),
        SituationExamen.ForceMajeure => new("Vous avez manqué une épreuve et vous n'y pouviez rien.", EtatCondition.Remplie),
        _ when profil.ForceMajeure == true => new("Vous avez manqué une épreuve et vous n'y pouviez rien.", EtatCondition.Remplie),
        _ when Est2020(profil) => Fiche.AVoir("En 2020, le jury pouvait y envoyer un candidat sous 10."),
        _ => Fiche.Si(profil.ForceMajeure,
            "", "Vous n'avez pas manqué d'épreuve pour une raison grave.",
            "Il faut avoir manqué une épreuve pour une raison grave : maladie, accident, deuil."),
    };

    private static IEnumerable<Condition> Passe(ProfilSuivi profil)
    {
        if (profil.Derniere() is { } derniere && profil.Aujourdhui > new DateOnly(derniere.Session.Annee, 9, 30))
            yield return new Condition("Les épreuves de septembre de cette session sont passées.", EtatCondition.Manquante);
    }
}
