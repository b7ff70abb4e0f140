using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on repasser l'examen sans école ?
/// Oui, comme candidat individuel, en gardant ses notes d'au moins 10 pendant cinq ans (D. 337-78). Au bac professionnel, celui qui n'a suivi aucune
/// formation doit avoir trois ans d'activité dans le métier (D. 337-70). S'inscrire au CNED n'inscrit pas à l'examen (Onisep).
/// </summary>
public static class CandidatLibre
{
    public static readonly Fondement Article = CodeEducation.Texte.Article("D337-78", "2009-02-12");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-13", "2017-03-31");
    public static readonly Fondement TroisAns = CodeEducation.Texte.Article("D337-70", "2009-02-12");
    public static readonly Fondement Cned = Onisep2022.Texte.Article("CNED", "2022-07-01");

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.CandidatLibre, FondementDe(profil), Guichets.Dec)
    {
        Conditions = [PasEncoreRecu(profil), Preparation(profil), .. Majorite(profil)],
        Oui = "Vous pouvez repasser l'examen sans école, comme candidat libre. Vous gardez vos notes d'au moins 10, pendant cinq ans.",
        Ailleurs = "Le CIO peut vous dire ce que vous pouvez faire.",
        Documents =
        [
            "Votre relevé de notes, avec les notes à garder entourées en rouge",
            "Une pièce d'identité",
            .. profil.Situation() == SituationExamen.JamaisPresente && Pro(profil) != false ? ["Vos certificats de travail (trois ans dans le métier)"] : (string[])[],
        ],
        Demarches =
        [
            "Inscrivez-vous à l'examen à l'automne, souvent d'octobre à début décembre. La date change selon l'académie.",
            "Le CNED vous aide à réviser. Il ne vous inscrit pas à l'examen : faites les deux.",
            "Choisissez les notes à garder à l'inscription. Après la signature, on ne peut plus changer.",
        ],
    }.Conclure();

    private static Fondement FondementDe(ProfilSuivi profil) => profil.Situation() == SituationExamen.JamaisPresente && Pro(profil) != false ? TroisAns
        : profil.EstExamen(ExamenPrepare.BacGeneral, ExamenPrepare.BacTechnologique) == true ? General : Article;

    private static bool? Pro(ProfilSuivi profil) => profil.EstExamen(ExamenPrepare.BacPro, ExamenPrepare.BacProAgricole);

    private static Condition PasEncoreRecu(ProfilSuivi profil) => profil.Situation() switch
    {
        SituationExamen.Reussite => new("Vous avez eu votre examen. Bravo !", EtatCondition.Manquante),
        SituationExamen.Controle => Fiche.AVoir("Vous avez encore un oral à passer. Cela servira si vous le ratez."),
        SituationExamen.ForceMajeure => Fiche.AVoir("Il y a d'abord les épreuves de septembre."),
        SituationExamen.Inconnue => Fiche.AVoir("Nous ne savons pas quel résultat vous avez eu."),
        _ => new("Vous n'avez pas encore l'examen.", EtatCondition.Remplie),
    };

    private static Condition Preparation(ProfilSuivi profil) => profil.Situation() switch
    {
        SituationExamen.Inconnue => Fiche.AVoir("Il faut avoir déjà préparé l'examen, ou avoir travaillé trois ans dans le métier."),
        SituationExamen.JamaisPresente => Pro(profil) == false
            ? new("Aucune durée de travail n'est demandée pour cet examen.", EtatCondition.Remplie)
            : Fiche.AVoir("Au bac pro, il faut avoir travaillé trois ans dans le métier, si vous n'avez pas suivi toute la formation."),
        _ => new("Vous avez déjà fait une année pour cet examen.", EtatCondition.Remplie),
    };

    /// <summary>L'âge demandé aux candidats individuels n'a pas été lu dans un texte : il ne ferme rien.</summary>
    private static IEnumerable<Condition> Majorite(ProfilSuivi profil)
    {
        if (profil.EstMineur() != false && profil.EstExamen(ExamenPrepare.BacGeneral, ExamenPrepare.BacTechnologique) != true)
            yield return Fiche.AVoir(profil.Naissance is { } naissance
                ? $"Vous aurez 18 ans le {Dates.EnFrancais(Anniversaires.Jour(naissance, 18))}. Demandez au service des examens s'il faut être majeur."
                : "Demandez au service des examens s'il faut être majeur.");
    }
}
