using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Les rubriques qui se vérifient l'une par l'autre : périodes et dates, pièces et questions.</summary>
internal sealed partial class LecturePartiesCampagne
{
    private IReadOnlyList<Fenetre> Fenetres(ElementJson element, SessionExamen session)
    {
        var fenetres = lecteur.Liste(element, e => Fenetre(e, session));
        if (element.EstTableau && fenetres.Count == 0)
            lecteur.Faute(element, "LISTE_VIDE", "une campagne a au moins une période d'inscription.");
        SansDoublon(element, fenetres, f => f.Code, "période");
        return fenetres;
    }

    private Fenetre Fenetre(ElementJson element, SessionExamen session)
    {
        var objet = lecteur.Objet(element, "code", "libelle", "ouverture", "cloture", "categories", "source");
        var inconnue = new Borne(default, true);
        var fenetre = new Fenetre(objet.Texte("code"), objet.Texte("libelle"), objet.Exiger("ouverture", lecteur.Borne, inconnue), objet.Exiger("cloture", lecteur.Borne, inconnue),
            objet.ListeOuVide("categories", lecteur.Code<Categorie>), Source(objet));
        if (lecteur.EstFautif(element) || fenetre.Ouverture.Moment == default || fenetre.Cloture.Moment == default)
            return fenetre;
        if (fenetre.ClotUtc <= fenetre.OuvreUtc)
            lecteur.Faute(objet.Trouver("cloture")!, "FENETRE_INVERSEE", $"la période se termine ({fenetre.Cloture.EnFrancais()}) avant de commencer ({fenetre.Ouverture.EnFrancais()}).");
        if (session != default && (fenetre.Ouverture.Moment.Jour.Year < session.Annee - 1 || fenetre.Cloture.Moment.Jour.Year > session.Annee))
            lecteur.Faute(objet.Trouver("ouverture")!, "FENETRE_HORS_SESSION", $"on s'inscrit à la session {session} dans les deux années {session.Annee - 1} et {session.Annee}, pas du {Dates.EnFrancais(fenetre.Ouverture.Moment.Jour)} au {Dates.EnFrancais(fenetre.Cloture.Moment.Jour)}.");
        return fenetre;
    }

    private Portail Portail(ElementJson element)
    {
        var objet = lecteur.Objet(element, "nom", "adresse", "courrielObligatoire", "source");
        return new Portail(objet.Texte("nom"), objet.ExigerOuNul("adresse") is { } adresse ? lecteur.Adresse(adresse) : null,
            objet.ExigerOuNul("courrielObligatoire") is { } courriel ? lecteur.Booleen(courriel) : null, Source(objet));
    }

    private ReceptionPieces Reception(ElementJson element, IReadOnlyList<Fenetre> fenetres)
    {
        var objet = lecteur.Objet(element, "regle", "limite", "canaux", "incomplet", "adresse", "source");
        var reception = new ReceptionPieces(
            objet.ExigerOuNul("regle") is { } regle ? lecteur.Code<RegleReception>(regle) : null,
            objet.ExigerOuNul("limite") is { } limite ? lecteur.Date(limite) : null,
            objet.ExigerOuNul("canaux") is { } canaux ? lecteur.UnOuPlusieurs(canaux, lecteur.Code<Canal>) : [],
            objet.ExigerOuNul("incomplet") is { } incomplet ? lecteur.Code<EffetIncomplet>(incomplet) : null,
            objet.TexteOuRien("adresse"), Source(objet));
        if (lecteur.EstFautif(element))
            return reception;
        if (reception.Limite is { } jour && fenetres.Count > 0 && jour < fenetres[0].Ouverture.Moment.Jour)
            lecteur.Faute(objet.Trouver("limite")!, "LIMITE_AVANT_OUVERTURE", $"les pièces seraient attendues le {Dates.EnFrancais(jour)}, avant l'ouverture des inscriptions.");
        var canal = reception.Regle switch { RegleReception.CachetPoste => Canal.Poste, RegleReception.DepotEnLigne => Canal.EnLigne, _ => (Canal?)null };
        if (canal is { } voulu && reception.Canaux.Count > 0 && !reception.Canaux.Contains(voulu))
            lecteur.Faute(objet.Trouver("canaux")!, "CANAL_MANQUANT", $"la règle {reception.Regle!.Value.Code()} suppose la voie {voulu.Code()}, qui n'est pas admise.");
        return reception;
    }

    private IReadOnlyList<CategorieAcceptee> Categories(ElementJson element)
    {
        var categories = lecteur.Liste(element, e =>
        {
            var objet = lecteur.Objet(e, "categorie", "inscritPar", "phrase", "source");
            return new CategorieAcceptee(objet.Exiger("categorie", lecteur.Code<Categorie>, default), objet.Exiger("inscritPar", lecteur.Code<InscritPar>, default), objet.TexteOuRien("phrase"), Source(objet));
        });
        if (element.EstTableau && categories.Count == 0)
            lecteur.Faute(element, "LISTE_VIDE", "une campagne admet au moins une catégorie de candidats.");
        SansDoublon(element, categories, c => c.Categorie.Code(), "catégorie");
        return categories;
    }

    private PolitiqueSignature Signature(ElementJson element)
    {
        var objet = lecteur.Objet(element, "rendDefinitif", "responsableLegalSiMineur", "engagement", "source");
        return new PolitiqueSignature(objet.Exiger("rendDefinitif", lecteur.Booleen, true), objet.Exiger("responsableLegalSiMineur", lecteur.Booleen, true), objet.Texte("engagement"), Source(objet));
    }

    private PolitiqueAmenagement Amenagement(ElementJson element)
    {
        var objet = lecteur.Objet(element, "portail", "limite", "phrase", "source");
        return new PolitiqueAmenagement(objet.TexteOuRien("portail"), objet.DateOuRien("limite"), objet.TexteOuRien("phrase"), Source(objet));
    }

    private LimiteFacultatives Facultatives(ElementJson element, IReadOnlyList<TypeExamen> examens, SessionExamen session)
    {
        var objet = lecteur.Objet(element, "maximum", "liste", "source");
        var limite = new LimiteFacultatives(objet.Exiger("maximum", e => lecteur.Entier(e, 0, 9), 0), Source(objet)) { Liste = objet.ListeOuVide("liste", Facultative) };
        if (objet.Donnee("liste") is { } liste)
            SansDoublon(liste, limite.Liste, e => e.Code, "épreuve facultative");
        foreach (var examen in session == default ? [] : examens)
            if (EpreuvesFacultatives.Maximum(examen, session) is { } droit && limite.Maximum > droit)
                lecteur.Faute(objet.Trouver("maximum") ?? element, "MAXIMUM_CONTRAIRE_AU_DROIT", $"le droit n'admet que {droit} {(droit < 2 ? "épreuve facultative" : "épreuves facultatives")} à cette session : une campagne peut en admettre moins, pas {limite.Maximum}.");
        return limite;
    }

    private EpreuveFacultative Facultative(ElementJson element)
    {
        var objet = lecteur.Objet(element, "code", "libelle", "aide", "precision", "si", "source");
        var code = objet.Texte("code");
        if (objet.Donnee("code") is { } lu && code.Length > 0 && (code.Length > 40 || !char.IsAsciiLetterUpper(code[0]) || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') || new ChoixFacultatif(code, null).EstUnite))
            lecteur.Faute(lu, "CODE_INVALIDE", $"« {code} » n'est pas un code d'épreuve facultative : des capitales sans accent, des chiffres et _, par exemple \"LANGUE\" (UF1 et UF2 sont des unités du règlement).");
        return new EpreuveFacultative(code, objet.Texte("libelle"), objet.TexteOuRien("aide"), objet.TexteOuRien("precision"), objet.Donnee("si") is { } si ? _conditions.Lire(si) : null, Source(objet));
    }

    private Lieux Lieux(ElementJson element)
    {
        var objet = lecteur.Objet(element, "autreDepartementPossible", "autreAcademiePossible", "phrase", "source");
        return new Lieux(objet.ExigerOuNul("autreDepartementPossible") is { } departement ? lecteur.Booleen(departement) : null,
            objet.ExigerOuNul("autreAcademiePossible") is { } academie ? lecteur.Booleen(academie) : null, objet.TexteOuRien("phrase"), Source(objet));
    }

    private QuestionCampagne Question(ElementJson element)
    {
        var objet = lecteur.Objet(element, "code", "libelle", "type", "choix", "obligatoire", "si", "aide");
        var code = objet.Texte("code");
        var connue = Questions.Connues.GetValueOrDefault(code);
        var type = objet.CodeOuRien<TypeReponse>("type");
        if (objet.Donnee("type") is { } lu && connue is not null && type != connue.Type)
            lecteur.Faute(lu, "TYPE_DE_QUESTION", $"« {code} » est une question connue, de type {connue.Type.Code()} : une campagne la reformule, elle n'en change pas la nature.");
        else if (connue is null && type is null && element.EstObjet)
            lecteur.Faute(element, "PROPRIETE_MANQUANTE", $"« {code} » est une question propre à cette campagne : dites son type parmi {string.Join(", ", Codes.Tous<TypeReponse>())}.");
        var choix = objet.ListeOuVide("choix", e =>
        {
            var propose = lecteur.Objet(e, "code", "libelle");
            return new ChoixQuestion(propose.Texte("code"), propose.Texte("libelle"));
        });
        if (connue is null && type == TypeReponse.Choix && choix.Count < 2)
            lecteur.Faute(objet.Donnee("choix") ?? element, "CHOIX_MANQUANTS", "une question à choix propose au moins deux choix.");
        if (objet.Donnee("choix") is { } donnes)
            SansDoublon(donnes, choix, c => c.Code, "choix");
        return new QuestionCampagne(code, objet.Texte("libelle"), connue?.Type ?? type ?? TypeReponse.OuiNon, choix, objet.BooleenOuRien("obligatoire") ?? true, null, objet.TexteOuRien("aide"));
    }

    /// <summary>Une condition de question peut citer une question écrite plus haut : jamais elle-même, jamais une suivante, donc jamais en rond.</summary>
    private IReadOnlyList<QuestionCampagne> AvecConditions(ObjetJson objet, IReadOnlyList<QuestionCampagne> questions)
    {
        if (objet.Donnee("questions") is not { EstTableau: true } liste)
            return questions;
        SansDoublon(liste, questions, q => q.Code, "question");
        return [.. questions.Zip(liste.Elements, (question, element) => element.Proprietes.FirstOrDefault(p => p.Nom == "si")?.Valeur is { EstNul: false } si
            ? question with { Si = AvecCeQuiPrecede(si, questions, question) } : question)];
    }

    private Condition AvecCeQuiPrecede(ElementJson si, IReadOnlyList<QuestionCampagne> questions, QuestionCampagne question)
    {
        var condition = _conditions.Lire(si);
        var suivantes = questions.SkipWhile(q => q.Code != question.Code).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var citee in Citees(condition).Where(suivantes.Contains).Distinct())
            lecteur.Faute(si, "QUESTION_EN_ROND", $"la question « {question.Code} » dépend de « {citee} », qui n'est pas posée avant elle.");
        return condition;
    }

    private static IEnumerable<string> Citees(Condition condition) => condition switch
    {
        Condition.Tous tous => tous.Conditions.SelectMany(Citees),
        Condition.AuMoinsUn un => un.Conditions.SelectMany(Citees),
        Condition.Non non => Citees(non.Contraire),
        Condition.ReponseA reponse => [reponse.Question],
        _ => [],
    };

    private IReadOnlyList<Piece> Pieces(ElementJson element, bool toutesConnues)
    {
        var pieces = lecteur.Liste(element, Piece);
        if (element.EstTableau && pieces.Count == 0 && toutesConnues)
            lecteur.Faute(element, "LISTE_VIDE", "aucune pièce : si la liste n'a pas été lue, écrivez \"piecesToutesConnues\": false.");
        SansDoublon(element, pieces, p => p.Code, "pièce");
        foreach (var (piece, lue) in pieces.Zip(element.Elements))
            if (piece.Remplace is { } remplacee && pieces.All(p => p.Code != remplacee))
                lecteur.Faute(lue.Proprietes.First(p => p.Nom == "remplace").Valeur, "PIECE_INCONNUE", $"« {remplacee} » n'est pas une pièce de cette campagne : {string.Join(", ", pieces.Select(p => p.Code))}.");
        return pieces;
    }

    private Piece Piece(ElementJson element)
    {
        var objet = lecteur.Objet(element, "code", "libelle", "motif", "si", "dispenseSi", "remplace", "aide", "source");
        var code = objet.Texte("code");
        if (objet.Donnee("code") is { } lu && code.Length > 0 && !CodesPieces.EstConnu(code))
            lecteur.Faute(lu, "PIECE_INCONNUE", $"« {code} » n'est pas un code de pièce. Codes connus : {string.Join(", ", CodesPieces.Connus)} ; une pièce propre à la campagne commence par {CodesPieces.Autre}.");
        return new Piece(code, objet.Texte("libelle"), objet.Texte("motif"),
            objet.Exiger("si", _conditions.Lire, new Condition.Toujours()),
            objet.Donnee("dispenseSi") is { } dispense ? _conditions.Lire(dispense) : null,
            objet.TexteOuRien("remplace"), objet.TexteOuRien("aide"), Source(objet));
    }

    private DossierSpecialite Dossier(ElementJson element)
    {
        var objet = lecteur.Objet(element, "code", "libelle", "specialites", "limite", "canaux", "adresse", "phrase", "source");
        return new DossierSpecialite(objet.Texte("code"), objet.Texte("libelle"),
            objet.ExigerOuNul("specialites") is { } specialites ? lecteur.UnOuPlusieurs(specialites, _conditions.Specialite) : [],
            objet.ExigerOuNul("limite") is { } limite ? lecteur.Date(limite) : null,
            objet.ExigerOuNul("canaux") is { } canaux ? lecteur.UnOuPlusieurs(canaux, lecteur.Code<Canal>) : [],
            objet.TexteOuRien("adresse"), objet.TexteOuRien("phrase"), Source(objet));
    }

    private Contact Contact(ElementJson element)
    {
        var objet = lecteur.Objet(element, "pole", "libelle", "specialites", "courriel", "telephone", "adresse", "source");
        return new Contact(objet.Exiger("pole", lecteur.Code<Pole>, default), objet.Texte("libelle"), objet.ListeOuVide("specialites", _conditions.Specialite),
            objet.ExigerOuNul("courriel") is { } courriel ? lecteur.Courriel(courriel) : null, objet.TexteOuRien("telephone"), objet.TexteOuRien("adresse"), Source(objet));
    }

    private Lien Lien(ElementJson element)
    {
        var objet = lecteur.Objet(element, "libelle", "adresse", "source");
        return new Lien(objet.Texte("libelle"), objet.Exiger("adresse", lecteur.Adresse, ""), Source(objet));
    }

    private void SansDoublon<T>(ElementJson liste, IReadOnlyList<T> valeurs, Func<T, string> cle, string quoi)
    {
        var vues = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < valeurs.Count; i++)
            if (!vues.Add(cle(valeurs[i])) && !lecteur.EstFautif(liste.Elements[i]))
                lecteur.Faute(liste.Elements[i], "DOUBLON", $"{quoi} « {cle(valeurs[i])} » déjà décrit plus haut.");
    }
}
