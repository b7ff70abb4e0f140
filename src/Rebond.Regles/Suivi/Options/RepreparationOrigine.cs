using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Ce que le droit donne à l'élève qui a échoué.</summary>
public enum RegimeReinscription
{
    /// <summary>Avant la rentrée 2016 : dans la limite des places restées vacantes.</summary>
    PlacesVacantes,

    /// <summary>Depuis : une nouvelle inscription dans son établissement, une fois.</summary>
    DroitUneFois,
}

/// <summary>
/// L'élève qui a échoué peut-il revenir dans son établissement ?
/// D. 331-42 : tout élève ayant échoué au baccalauréat, au brevet de technicien, au BTS ou au CAP se voit offrir, à la rentrée scolaire qui suit cet
/// échec, une nouvelle inscription dans l'établissement dont il est issu ; ce droit ne s'exerce qu'une fois. Le manque de place n'y change rien.
/// Le même texte est cité sous le numéro D. 331-61 depuis 2020 par des avocats : le numéro actuel est à vérifier.
/// </summary>
public static class RepreparationOrigine
{
    public static readonly Fondement Article = CodeEducation.Texte.Article("D331-42", "2016-09-01", Verification.AVerifier);
    public static readonly Fondement NumeroRecent = CodeEducation.Texte.Article("D331-61", "2023", Verification.AVerifier);
    public static readonly Fondement DepuisRentree2016 = Decret20151351.Texte.Article("rentrée 2016", "2015-10-26");
    public static readonly Fondement Norme = Circulaire2017066.Texte.Article("réinscription", "2017-04-12", Verification.AVerifier);
    public static readonly Fondement AbsencePro = CodeEducation.Texte.Article("D337-81", "2009-02-12");

    public static readonly Chronologie<RegimeReinscription> Regimes = new("réinscription après un échec", [TypeExamen.BacPro, TypeExamen.BacProAgricole, TypeExamen.BacGeneral, TypeExamen.BacTechnologique],
        new(1990, 2015, RegimeReinscription.PlacesVacantes),
        new(2016, null, RegimeReinscription.DroitUneFois));

    /// <summary>Les diplômes que l'article cite.</summary>
    private static readonly ExamenPrepare[] s_cites =
        [ExamenPrepare.BacPro, ExamenPrepare.BacProAgricole, ExamenPrepare.BacGeneral, ExamenPrepare.BacTechnologique, ExamenPrepare.Bt, ExamenPrepare.Bts, ExamenPrepare.Cap];

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.RepreparationOrigine, Article, Guichets.Lycee)
    {
        SiRempli = EtatOption.Droit,
        Conditions = Conditions(profil),
        Oui = "Votre lycée doit vous reprendre à la rentrée. C'est votre droit, une seule fois. Le manque de place n'est pas une raison pour dire non.",
        Peut = "Vous aurez peut-être le droit de revenir dans votre lycée. Regardez plus bas ce qui reste à savoir.",
        Doute = "Ce n'est pas sûr. Les textes se lisent de deux façons. Posez vite la question à votre lycée, par écrit.",
        Ailleurs = "Parlez-en à votre lycée ou au CIO : une place peut rester.",
        Documents = ["La demande de re-préparation (votre lycée vous la donne)", "Votre relevé de notes", "Vos derniers bulletins", .. SignatureDuParent(profil)],
        Demarches =
        [
            "Demandez le dossier à votre lycée dès les résultats.",
            "Allez au rendez-vous que le lycée vous propose. Dites ce que vous voulez faire.",
            "Rendez le dossier signé avant la rentrée. Gardez-en une copie.",
            "Demandez des cours adaptés : vous pouvez garder vos notes d'au moins 10.",
        ],
        Echeance = Echeance(profil),
        Lectures = Lectures(profil),
    }.Conclure();

    internal static IReadOnlyList<Condition> Conditions(ProfilSuivi profil) =>
        [Diplome(profil), Eleve(profil), Echec(profil), PremierEchec(profil), .. Version(profil), .. Rentree(profil)];

    private static Condition Diplome(ProfilSuivi profil) => Fiche.Si(profil.EstExamen(s_cites),
        "Votre examen est dans la liste du texte : bac, BT, BTS ou CAP.",
        "Le texte cite le bac, le BT, le BTS et le CAP. Il ne cite pas votre examen.",
        "Nous ne savons pas quel examen vous avez passé.");

    private static Condition Eleve(ProfilSuivi profil) => profil.Statut == StatutSuivi.Sans
        ? Fiche.AVoir("Étiez-vous élève d'un lycée pendant l'année de l'examen ? Il le faut.")
        : Fiche.Si(profil.EstStatut(StatutSuivi.Lyceen, StatutSuivi.EtudiantBts),
            "Vous étiez élève d'un lycée.",
            profil.Statut == StatutSuivi.Apprenti ? "Ce droit est pour les élèves d'un lycée. Vous êtes apprenti : d'autres règles sont faites pour vous." : "Ce droit est pour les élèves d'un lycée. Vous étiez candidat libre.",
            "Nous ne savons pas si vous étiez élève d'un lycée. Il le faut.");

    private static Condition Echec(ProfilSuivi profil) => profil.Situation() switch
    {
        SituationExamen.Echec => new("Vous n'avez pas eu l'examen.", EtatCondition.Remplie),
        SituationExamen.Reussite => new("Vous avez eu votre examen. Bravo !", EtatCondition.Manquante),
        SituationExamen.JamaisPresente => new("Vous n'avez pas passé l'examen. Ce droit vient après un échec.", EtatCondition.Manquante),
        SituationExamen.Controle => Fiche.AVoir("Rien n'est perdu : vous avez encore un oral à passer. Ce droit s'ouvre si vous le ratez."),
        SituationExamen.ForceMajeure => Fiche.AVoir("Ce n'est pas encore un échec : il y a d'abord les épreuves de septembre."),
        SituationExamen.Absence => Fiche.ADebattre("Vous étiez absent. Le texte parle d'un échec : il ne dit rien d'une absence."),
        _ => Fiche.AVoir("Nous ne savons pas quel résultat vous avez eu."),
    };

    private static Condition PremierEchec(ProfilSuivi profil)
    {
        var avant = profil.Echecs() - (profil.Situation() == SituationExamen.Echec ? 1 : 0);
        return Fiche.Si(avant is null ? null : avant == 0,
            "C'est votre première fois. Ce droit ne sert qu'une fois.",
            "Ce n'est pas votre premier échec. Ce droit ne sert qu'une fois.",
            "Nous ne savons pas si c'est votre premier échec. Ce droit ne sert qu'une fois.");
    }

    private static IEnumerable<Condition> Version(ProfilSuivi profil)
    {
        if (profil.Derniere() is { } derniere && Regimes.Pour(derniere.Session.Annee) == RegimeReinscription.PlacesVacantes)
            yield return new Condition("Votre session date d'avant 2016. La règle n'offrait alors que les places restées libres.", EtatCondition.Manquante);
    }

    /// <summary>Le droit vaut à la rentrée qui suit. Le texte ne donne pas de jour : la fin du mois de la rentrée est à débattre, c'est notre lecture.</summary>
    private static IEnumerable<Condition> Rentree(ProfilSuivi profil)
    {
        if (profil.Derniere() is not { } derniere || profil.Situation() is SituationExamen.Reussite)
            yield break;
        var rentree = profil.RentreeApres(derniere.Session.Annee);
        if (EstDeSeptembre(derniere))
            yield return profil.Aujourdhui <= profil.RentreeApres(derniere.Session.Annee + 1)
                ? Fiche.ADebattre("Vous avez échoué en septembre, après la rentrée. Le texte ne dit pas de quelle rentrée il parle.")
                : Trop(profil.RentreeApres(derniere.Session.Annee + 1));
        else if (profil.Aujourdhui <= rentree)
            yield return new Condition($"La rentrée qui suit est le {Dates.EnFrancais(rentree)}. Elle n'est pas passée.", EtatCondition.Remplie);
        else if (profil.Aujourdhui <= FinDuMois(rentree))
            yield return Fiche.ADebattre($"La rentrée était le {Dates.EnFrancais(rentree)}. Le texte ne dit pas si l'on peut demander quelques jours après.");
        else
            yield return Trop(rentree);

        static Condition Trop(DateOnly rentree) => new($"Ce droit valait pour la rentrée du {Dates.EnFrancais(rentree)}. Elle est passée.", EtatCondition.Manquante);
    }

    private static DateOnly? Echeance(ProfilSuivi profil) => profil.Derniere() is { } derniere
        ? profil.RentreeApres(derniere.Session.Annee + (EstDeSeptembre(derniere) ? 1 : 0))
        : profil.ProchaineRentree();

    private static List<LectureTexte> Lectures(ProfilSuivi profil)
    {
        var lectures = new List<LectureTexte>
        {
            new("Le texte est publié sous le numéro D331-42.", Article),
            new("Des avocats citent le même texte sous le numéro D331-61. Le bon numéro reste à vérifier.", NumeroRecent),
        };
        if (profil.Situation() == SituationExamen.Absence)
        {
            lectures.Add(new("Première lecture : sans diplôme, l'absence est un échec. Le droit est ouvert.", AbsencePro));
            lectures.Add(new("Seconde lecture : un absent n'a pas échoué. Le droit n'est pas ouvert.", Article));
        }
        if (profil.Derniere() is { } derniere && profil.Situation() == SituationExamen.Echec && (EstDeSeptembre(derniere) || profil.Aujourdhui > profil.RentreeApres(derniere.Session.Annee)))
        {
            lectures.Add(new("Première lecture : l'année scolaire vient de commencer, le droit vaut encore.", Article));
            lectures.Add(new(EstDeSeptembre(derniere) ? "Seconde lecture : la rentrée qui suit l'échec est celle de l'an prochain." : "Seconde lecture : la rentrée est passée, le droit est perdu.", Article));
        }
        return lectures;
    }

    internal static IEnumerable<string> SignatureDuParent(ProfilSuivi profil) => profil.EstMineur() == true ? ["La signature de votre parent ou tuteur (vous êtes mineur)"] : [];

    private static bool EstDeSeptembre(SessionPassee passee) => passee.Session.Mois >= 9;

    private static DateOnly FinDuMois(DateOnly jour) => new DateOnly(jour.Year, jour.Month, 1).AddMonths(1).AddDays(-1);
}
