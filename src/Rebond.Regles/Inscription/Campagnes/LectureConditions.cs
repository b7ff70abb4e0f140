using System.Text.Json;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Lit les conditions d'une campagne ; la nature de chaque question comparée est vérifiée.</summary>
internal sealed class LectureConditions(LecteurJson lecteur, IReadOnlyList<QuestionCampagne> questions, bool specialitesDuBacPro)
{
    private static readonly string[] s_sortes = ["toujours", "tous", "auMoinsUn", "non", "categorie", "specialite", "age", "sessionAnterieure", "reponse"];
    private static readonly string[] s_comparaisons = ["vaut", "parmi", "auMoins", "auPlus", "auPlusTot", "auPlusTard"];

    public Condition Lire(ElementJson element)
    {
        var objet = lecteur.Objet(element, [.. s_sortes, .. s_comparaisons]);
        var sortes = element.Proprietes.Where(p => s_sortes.Contains(p.Nom)).ToList();
        if (sortes.Count != 1)
        {
            if (element.EstObjet)
                lecteur.Faute(element, "CONDITION_INVALIDE", $"une condition a une sorte et une seule parmi : {string.Join(", ", s_sortes)}. Pour en réunir plusieurs, utilisez « tous » ou « auMoinsUn ».");
            return new Condition.Toujours();
        }
        var (sorte, valeur) = (sortes[0].Nom, sortes[0].Valeur);
        if (sorte != "reponse")
            foreach (var intruse in element.Proprietes.Where(p => s_comparaisons.Contains(p.Nom)))
                lecteur.Faute(intruse.Valeur, "CONDITION_INVALIDE", $"« {intruse.Nom} » accompagne « reponse », pas « {sorte} ».");
        return sorte switch
        {
            "tous" => new Condition.Tous(Branches(valeur)),
            "auMoinsUn" => new Condition.AuMoinsUn(Branches(valeur)),
            "non" => new Condition.Non(Lire(valeur)),
            "categorie" => new Condition.CategorieParmi(lecteur.UnOuPlusieurs(valeur, lecteur.Code<Categorie>)),
            "specialite" => new Condition.SpecialiteParmi(lecteur.UnOuPlusieurs(valeur, Specialite)),
            "age" => Age(valeur),
            "sessionAnterieure" => SessionAnterieure(valeur),
            "reponse" => Reponse(objet, valeur),
            _ => Toujours(valeur),
        };
    }

    /// <summary>Huit chiffres au bac pro ; un code en capitales en général et technologique.</summary>
    public string Specialite(ElementJson element)
    {
        var code = lecteur.Texte(element);
        if (code.Length > 0 && specialitesDuBacPro && (code.Length != 8 || !code.All(char.IsAsciiDigit)))
            lecteur.Faute(element, "SPECIALITE_INVALIDE", $"« {code} » n'est pas un code de formation-diplôme : huit chiffres, par exemple \"40025214\".");
        return code;
    }

    private IReadOnlyList<Condition> Branches(ElementJson element)
    {
        var branches = lecteur.Liste(element, Lire);
        if (element.EstTableau && branches.Count == 0)
        {
            lecteur.Faute(element, "LISTE_VIDE", "cette liste de conditions est vide.");
            return [new Condition.Toujours()];
        }
        return branches;
    }

    private Condition.Toujours Toujours(ElementJson element)
    {
        if (!lecteur.Booleen(element) && element.Nature == JsonTokenType.False)
            lecteur.Faute(element, "CONDITION_INVALIDE", "« toujours » s'écrit true ; pour une pièce qui n'est demandée à personne, retirez-la.");
        return new Condition.Toujours();
    }

    private Condition.AgeA Age(ElementJson element)
    {
        var objet = lecteur.Objet(element, "au", "auMoins", "moinsDe");
        int? Ans(string nom) => objet.Donnee(nom) is { } valeur ? lecteur.Entier(valeur, 1, 120) : null;
        var (moment, date) = objet.Exiger("au", Moment, (MomentDAge.Inscription, null));
        var (minimum, maximum) = (Ans("auMoins"), Ans("moinsDe"));
        if (element.EstObjet && minimum is null && maximum is null)
            lecteur.Faute(element, "CONDITION_INVALIDE", "donnez « auMoins », « moinsDe », ou les deux.");
        if (minimum >= maximum)
            lecteur.Faute(element, "CONDITION_INVALIDE", $"personne n'a à la fois au moins {minimum} ans et moins de {maximum} ans.");
        return new Condition.AgeA(moment, date, minimum, maximum);
    }

    private (MomentDAge, DateOnly?) Moment(ElementJson element) => element.Valeur switch
    {
        "INSCRIPTION" => (MomentDAge.Inscription, null),
        "FIN_ANNEE_INSCRIPTION" => (MomentDAge.FinAnneeInscription, null),
        _ when Dates.TryLire(element.Valeur, out var date) => (MomentDAge.Date, date),
        _ => Refuser(element),
    };

    private (MomentDAge, DateOnly?) Refuser(ElementJson element)
    {
        lecteur.Faute(element, "CODE_INCONNU", $"{LecteurJson.Cite(element)}ne dit pas quand l'âge se compte : INSCRIPTION, FIN_ANNEE_INSCRIPTION, ou une date comme \"2023-12-31\".");
        return (MomentDAge.Inscription, null);
    }

    private Condition.SessionAnterieure SessionAnterieure(ElementJson element)
    {
        if (element.Nature == JsonTokenType.True)
            return new Condition.SessionAnterieure(null);
        if (element.EstObjet)
            return new Condition.SessionAnterieure(lecteur.Objet(element, "depuis").Exiger("depuis", lecteur.Session, default));
        lecteur.Faute(element, "TYPE_INATTENDU", "true, ou { \"depuis\": \"2019-06\" }, est attendu.");
        return new Condition.SessionAnterieure(null);
    }

    private Condition Reponse(ObjetJson objet, ElementJson element)
    {
        var code = lecteur.Texte(element);
        var campagne = questions.FirstOrDefault(q => q.Code == code);
        if (campagne is null && !Questions.Connues.ContainsKey(code))
        {
            lecteur.Faute(element, "QUESTION_INCONNUE", $"« {code} » n'est ni une question de cette campagne (rubrique « questions ») ni une question connue : {string.Join(", ", Questions.Connues.Keys)}.");
            return new Condition.Toujours();
        }
        var type = campagne?.Type ?? Questions.Connues[code].Type;
        var donnees = objet.Element.Proprietes.Where(p => s_comparaisons.Contains(p.Nom)).ToList();
        var attendues = Attendues(type);
        if (donnees.Count == 0)
            lecteur.Faute(objet.Element, "CONDITION_INVALIDE", $"dites ce que la réponse à « {code} » doit être, avec {string.Join(" ou ", attendues)}.");
        foreach (var intruse in donnees.Where(p => !attendues.Contains(p.Nom)))
            lecteur.Faute(intruse.Valeur, "COMPARAISON_INADAPTEE", $"« {code} » est une question de type {type.Code()} : elle se compare avec {string.Join(" ou ", attendues)}, pas avec « {intruse.Nom} ».");
        return new Condition.ReponseA(code, Comparaison(objet, type, code, campagne));
    }

    private static string[] Attendues(TypeReponse type) => type switch
    {
        TypeReponse.OuiNon => ["vaut"],
        TypeReponse.Choix => ["parmi"],
        TypeReponse.Nombre => ["auMoins", "auPlus"],
        _ => ["auPlusTot", "auPlusTard"],
    };

    private Comparaison Comparaison(ObjetJson objet, TypeReponse type, string code, QuestionCampagne? campagne)
    {
        decimal? Nombre(string nom) => objet.Donnee(nom) is { } valeur ? lecteur.Nombre(valeur) : null;
        switch (type)
        {
            case TypeReponse.OuiNon:
                return new Comparaison.Vaut(objet.BooleenOuRien("vaut") ?? true);
            case TypeReponse.Nombre:
                return new Comparaison.Entre(Nombre("auMoins"), Nombre("auPlus"));
            case TypeReponse.Date:
                return new Comparaison.Periode(objet.DateOuRien("auPlusTot"), objet.DateOuRien("auPlusTard"));
            default:
                return new Comparaison.Parmi(objet.Donnee("parmi") is { } parmi ? lecteur.UnOuPlusieurs(parmi, e => Choix(e, code, campagne)) : []);
        }
    }

    private string Choix(ElementJson element, string code, QuestionCampagne? campagne)
    {
        var choix = lecteur.Texte(element);
        IEnumerable<string>? proposes = campagne is { Choix.Count: > 0 } ? campagne.Choix.Select(c => c.Code) : code switch
        {
            "categorie" => Codes.Tous<Categorie>(),
            "forme" => Codes.Tous<Forme>(),
            "dispositif" => Codes.Tous<Dispositif>(),
            _ => null,
        };
        if (proposes is not null && !proposes.Contains(choix))
            lecteur.Faute(element, "CHOIX_INCONNU", $"« {choix} » n'est pas un choix de « {code} » : {string.Join(", ", proposes)}.");
        return choix;
    }
}
