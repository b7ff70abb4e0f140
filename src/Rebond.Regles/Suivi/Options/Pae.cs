using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on suivre le Parcours Ambition Emploi ?
/// Arrêté du 18 juillet 2023 : pour qui a fini le cycle de bac professionnel, BMA, DTMS ou CAP à la dernière session, reçu ou non ; volontaire, ni en emploi ni en
/// formation ; statut scolaire ; quatre mois au plus, dont deux tiers au plus en entreprise. Le BTS n'y est pas.
/// </summary>
public static class Pae
{
    public static readonly Fondement Arrete = Arrete20230718.Texte.Article("public et durée", "2023-07-18");
    public static readonly Fondement Public = Arrete20230718.Texte.Article("statut scolaire", "2023-07-18", Verification.AVerifier);

    public const int DureeMois = 4;

    /// <summary>Première session dont les candidats ont pu y entrer.</summary>
    public const int PremiereSession = 2023;

    private static readonly ExamenPrepare[] s_examens = [ExamenPrepare.BacPro, ExamenPrepare.BacProAgricole, ExamenPrepare.Bma, ExamenPrepare.Dtms, ExamenPrepare.Cap];

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.Pae, Arrete, Guichets.Lycee)
    {
        Conditions =
        [
            Fiche.Si(profil.EstExamen(s_examens),
                "Votre examen est dans la liste : bac pro, CAP, BMA ou DTMS.",
                "Ce parcours est pour le bac pro, le CAP, le BMA et le DTMS. Votre examen n'y est pas.",
                "Nous ne savons pas quel examen vous avez préparé."),
            DerniereSession(profil),
            Eleve(profil),
            Fiche.Si(!profil.EnEmploi, "Vous n'avez pas d'emploi.", "Vous avez un emploi. Ce parcours est pour ceux qui n'en ont pas.", "Il ne faut pas avoir d'emploi."),
            Fiche.Si(!profil.EnFormation, "Vous n'êtes pas en formation.", "Vous êtes en formation. Ce parcours est pour ceux qui n'en ont pas.", "Il ne faut pas être en formation."),
            Fiche.Si(profil.VolontairePae, "Vous êtes d'accord.", "Il faut le vouloir. C'est à vous de choisir.", "Il faut le vouloir. C'est à vous de choisir.", aVotreMain: true),
            Fiche.AVoir("Votre lycée doit le proposer."),
        ],
        Oui = "Vous pouvez suivre le Parcours Ambition Emploi, reçu ou non. Il dure quatre mois au plus, avec des stages. Vous restez élève.",
        Doute = "Ce n'est pas sûr : vous n'étiez pas élève. Demandez au lycée ou à la mission locale.",
        Ailleurs = "La mission locale a d'autres parcours.",
        Documents = ["La fiche d'inscription du lycée", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Demandez-le à votre lycée dès les résultats.", "Il commence à la rentrée. Deux tiers du temps au plus se passent en entreprise."],
        Lectures = Eleve(profil).Discutee
            ? [new("Première lecture : il faut avoir fini le cycle. Le texte ne dit pas plus.", Arrete), new("Seconde lecture : le parcours garde le statut d'élève. Il est donc pour les élèves.", Public)]
            : [],
    }.Conclure();

    /// <summary>Ce que l'arrêté ne permet pas dans un parcours daté, une phrase chacun ; vide : les dates et les jours conviennent.</summary>
    /// <param name="jours">Jours de tout le parcours.</param>
    /// <param name="joursEnEntreprise">Jours en entreprise : deux tiers au plus.</param>
    public static IReadOnlyList<string> Ecarts(DateOnly? debut, DateOnly? fin, int? jours, int? joursEnEntreprise)
    {
        var ecarts = new List<string>();
        if (debut is not { } premier || fin is not { } dernier || dernier < premier)
            ecarts.Add("Donnez le premier jour et le dernier jour du parcours, dans cet ordre.");
        else if (dernier >= premier.AddMonths(DureeMois))
            ecarts.Add($"Le parcours dure {DureeMois} mois au plus : finissez-le avant le {Dates.EnFrancais(premier.AddMonths(DureeMois))} (arrêté du 18 juillet 2023).");
        if (jours is not > 0 || joursEnEntreprise is not >= 0)
            ecarts.Add("Donnez le nombre de jours du parcours, et combien se passent en entreprise.");
        else if (joursEnEntreprise * 3 > jours * 2)
            ecarts.Add($"Les jours en entreprise font deux tiers du parcours au plus : {jours * 2 / 3} jours sur {jours} (arrêté du 18 juillet 2023).");
        return ecarts;
    }

    private static Condition Eleve(ProfilSuivi profil) => profil.Statut switch
    {
        StatutSuivi.Lyceen or StatutSuivi.EtudiantBts => new("Vous étiez élève d'un lycée.", EtatCondition.Remplie),
        StatutSuivi.Apprenti or StatutSuivi.CandidatLibre => Fiche.ADebattre("Vous n'étiez pas élève d'un lycée."),
        _ => Fiche.AVoir("Nous ne savons pas si vous étiez élève d'un lycée."),
    };

    private static Condition DerniereSession(ProfilSuivi profil)
    {
        if (profil.Sessions is null)
            return Fiche.AVoir("Il faut avoir fini vos études à la dernière session.");
        if (profil.Derniere() is not { } derniere)
            return new Condition("Il faut avoir fini l'année d'examen. Vous n'avez pas passé l'examen.", EtatCondition.Manquante);
        if (derniere.Session.Annee < PremiereSession)
            return new Condition("Ce parcours existe depuis 2023. Votre session est plus ancienne.", EtatCondition.Manquante);
        return Fiche.Si(derniere.Session.Annee >= AnneeDeLaDerniereSession(profil.Aujourdhui),
            "Vous avez passé la dernière session.", "Il fallait passer la dernière session. La vôtre est plus ancienne.", "");
    }

    /// <summary>L'année de la dernière session dont les résultats ont pu paraître : celle de l'été, jusqu'au suivant.</summary>
    private static int AnneeDeLaDerniereSession(DateOnly jour) => jour.Month >= 7 ? jour.Year : jour.Year - 1;
}
