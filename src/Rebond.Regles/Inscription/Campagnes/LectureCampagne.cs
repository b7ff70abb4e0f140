using System.Text;
using System.Text.Json;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Une campagne, ou tout ce qui empêche de la lire.</summary>
/// <param name="Campagne">Rien s'il y a une faute.</param>
/// <param name="Erreurs">Dans l'ordre du fichier.</param>
public sealed record CampagneLue(Campagne? Campagne, IReadOnlyList<ErreurCampagne> Erreurs);

/// <summary>
/// Lit un fichier de campagne : JSON, clés en français, commentaires et virgules finales admis. Toutes les fautes sont rendues d'un coup, à
/// leur place ; rien n'est levé.
/// </summary>
public static class LectureCampagne
{
    /// <summary>Au-delà, ce n'est pas un fichier de campagne.</summary>
    public const int TailleMaximale = 1_000_000;

    /// <summary>Un fichier qui en a davantage est à reprendre au début : les suivantes ne sont pas rendues.</summary>
    public const int FautesMaximales = 200;

    public static CampagneLue Lire(string texte)
    {
        texte = texte.TrimStart('\uFEFF');
        if (texte.Length > TailleMaximale)
            return Refuser(new ErreurCampagne(1, 1, "$", "FICHIER_TROP_GRAND", $"le fichier dépasse {TailleMaximale / 1000} milliers de caractères : ce n'est pas un fichier de campagne."));
        try
        {
            var lecteur = new LecteurJson();
            var campagne = new LecturePartiesCampagne(lecteur).Lire(ElementJson.Lire(texte));
            return lecteur.Erreurs.Count == 0 ? new CampagneLue(campagne, []) : Refuser([.. lecteur.Erreurs.OrderBy(e => (e.Ligne, e.Colonne)).Take(FautesMaximales)]);
        }
        catch (JsonException faute)
        {
            var ligne = (int)(faute.LineNumber ?? 0);
            return Refuser(new ErreurCampagne(ligne + 1, Colonne(texte.Split('\n')[ligne], (int)(faute.BytePositionInLine ?? 0)), "$", "JSON_INVALIDE",
                "ce n'est pas du JSON à partir d'ici : une virgule, un guillemet ou une accolade manque ou est en trop, ici ou juste avant."));
        }
    }

    /// <summary>Le lecteur compte en octets, une personne en caractères.</summary>
    private static int Colonne(string ligne, int octets)
    {
        var encodee = Encoding.UTF8.GetBytes(ligne);
        return Encoding.UTF8.GetCharCount(encodee.AsSpan(0, Math.Min(octets, encodee.Length))) + 1;
    }

    private static CampagneLue Refuser(params ErreurCampagne[] erreurs) => new(null, erreurs);
}

/// <summary>Lit les rubriques d'une campagne, de haut en bas.</summary>
internal sealed partial class LecturePartiesCampagne(LecteurJson lecteur)
{
    private static readonly string[] s_phrases = ["AVANT_OUVERTURE", "APRES_CLOTURE", "AVANT_SIGNATURE", "ENVOI", "INCOMPLET", "CHANGEMENT_ADRESSE", "CONVOCATION"];

    private Dictionary<string, TexteCampagne> _textes = [];
    private LectureConditions _conditions = null!;

    public Campagne Lire(ElementJson racine)
    {
        var objet = lecteur.Objet(racine, "code", "nom", "academie", "examens", "session", "fuseau", "anneeInscription", "textes", "fenetres", "portail", "reception", "categories",
            "signature", "amenagement", "epreuvesFacultatives", "lieux", "questions", "pieces", "piecesToutesConnues", "dossiersSpecialite", "contacts", "liens", "phrases",
            "conservation", "aVerifier");
        _textes = objet.Exiger("textes", Textes, []);
        var examens = objet.Exiger("examens", e => lecteur.UnOuPlusieurs(e, lecteur.Code<TypeExamen>), []);
        var session = objet.Exiger("session", lecteur.Session, default);
        var questions = objet.ListeOuVide("questions", Question);
        _conditions = new LectureConditions(lecteur, questions, !lecteur.EstFautif(objet.Trouver("examens")) && examens.Any(Rebond.Regles.Textes.Voies.EstProfessionnelle));
        questions = AvecConditions(objet, questions);
        var fenetres = objet.Exiger("fenetres", e => Fenetres(e, session), []);
        var toutesConnues = objet.Exiger("piecesToutesConnues", lecteur.Booleen, false);
        if (objet.Donnee("fuseau") is { } fuseau && lecteur.Texte(fuseau) != "Europe/Paris")
            lecteur.Faute(fuseau, "FUSEAU_INCONNU", "les heures d'une campagne sont celles de Paris : « Europe/Paris », ou rien.");
        return new Campagne
        {
            Code = objet.Exiger("code", CodeDeCampagne, ""),
            Nom = objet.Texte("nom"),
            Academie = objet.Exiger("academie", Academie, new Academie("", "", [])),
            Examens = examens,
            Session = session,
            AnneeInscription = objet.Donnee("anneeInscription") is { } annee && session != default ? lecteur.Entier(annee, session.Annee - 1, session.Annee) : fenetres.Count > 0 ? fenetres[0].Ouverture.Moment.Jour.Year : 0,
            Textes = _textes,
            Fenetres = fenetres,
            Portail = objet.Exiger("portail", Portail, new Portail("", null, null, SansSource)),
            Reception = objet.Exiger("reception", e => Reception(e, fenetres), new ReceptionPieces(null, null, [], null, null, SansSource)),
            Categories = objet.Exiger("categories", Categories, []),
            Signature = objet.Exiger("signature", Signature, new PolitiqueSignature(true, true, "", SansSource)),
            Amenagement = objet.Exiger("amenagement", Amenagement, new PolitiqueAmenagement(null, null, null, SansSource)),
            Facultatives = objet.Donnee("epreuvesFacultatives") is { } facultatives ? Facultatives(facultatives, examens, session) : null,
            Lieux = objet.Exiger("lieux", Lieux, new Lieux(null, null, null, SansSource)),
            Questions = questions,
            PiecesToutesConnues = toutesConnues,
            Pieces = objet.Exiger("pieces", e => Pieces(e, toutesConnues), []),
            DossiersSpecialite = objet.ListeOuVide("dossiersSpecialite", Dossier),
            Contacts = objet.ListeOuVide("contacts", Contact),
            Liens = objet.ListeOuVide("liens", Lien),
            Phrases = objet.Donnee("phrases") is { } phrases ? Phrases(phrases) : new Dictionary<string, string>(),
            Conservation = objet.ListeOuVide("conservation", Conservation),
            AVerifier = objet.ListeOuVide("aVerifier", PointAVerifier),
        };
    }

    private string CodeDeCampagne(ElementJson element)
    {
        var code = lecteur.Texte(element);
        if (code.Length is 0 or > 60 || code.StartsWith('-') || code.EndsWith('-') || code.Contains("--", StringComparison.Ordinal) || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            lecteur.Faute(element, "CODE_INVALIDE", $"« {code} » n'est pas un code de campagne : minuscules sans accent, chiffres et tirets, par exemple \"nancy-metz-bac-pro-2024\".");
        return code;
    }

    private Academie Academie(ElementJson element)
    {
        var objet = lecteur.Objet(element, "code", "nom", "departements");
        var code = objet.Texte("code");
        if (objet.Donnee("code") is { } lu && (code.Length != 2 || !code.All(char.IsAsciiDigit)))
            lecteur.Faute(lu, "CODE_INVALIDE", $"« {code} » n'est pas un code d'académie : deux chiffres, par exemple \"12\".");
        return new Academie(code, objet.Texte("nom"), objet.Exiger("departements", e => lecteur.UnOuPlusieurs(e, Departement), []));
    }

    private string Departement(ElementJson element)
    {
        var code = lecteur.Texte(element);
        var corse = code is "02A" or "02B";
        if (!corse && (code.Length != 3 || !code.All(char.IsAsciiDigit)))
            lecteur.Faute(element, "DEPARTEMENT_INVALIDE", $"« {code} » n'est pas un code de département à trois caractères, par exemple \"054\" ou \"02A\".");
        return code;
    }

    private Dictionary<string, TexteCampagne> Textes(ElementJson element)
    {
        lecteur.Objet(element, [.. element.Proprietes.Select(p => p.Nom)]);
        var textes = new Dictionary<string, TexteCampagne>(StringComparer.Ordinal);
        foreach (var (cle, _, valeur) in element.Proprietes)
        {
            var objet = lecteur.Objet(valeur, "titre", "date", "adresse", "verification", "lecture");
            var date = objet.DateOuRien("date");
            textes[cle] = new TexteCampagne(cle, objet.Texte("titre"), date is { } connue ? Dates.Iso(connue) : null,
                objet.Donnee("adresse") is { } adresse ? lecteur.Adresse(adresse) : null,
                objet.Exiger("verification", lecteur.Code<Verification>, Verification.AVerifier), objet.Texte("lecture"));
        }
        if (textes.Count == 0 && element.EstObjet)
            lecteur.Faute(element, "LISTE_VIDE", "une campagne cite au moins un texte : la notice.");
        return textes;
    }

    private static SourceCampagne SansSource { get; } = new(new TexteCampagne("", "", null, null, Verification.AVerifier, ""), null, Verification.AVerifier);

    private SourceCampagne Source(ObjetJson objet) => objet.Exiger("source", Source, SansSource);

    /// <summary>Le nom d'un texte, ou le texte et la place. Une ligne n'est jamais plus sûre que le texte qui la porte.</summary>
    private SourceCampagne Source(ElementJson element)
    {
        if (!element.EstObjet)
            return TexteCite(element) is { } seul ? new SourceCampagne(seul, null, seul.Verification) : SansSource;
        var objet = lecteur.Objet(element, "texte", "place", "verification");
        var place = objet.TexteOuRien("place");
        var verification = objet.CodeOuRien<Verification>("verification");
        return objet.Exiger("texte", TexteCite, null) is { } texte
            ? new SourceCampagne(texte, place, texte.Verification == Verification.AVerifier ? Verification.AVerifier : verification ?? Verification.Verifie)
            : SansSource;
    }

    private TexteCampagne? TexteCite(ElementJson element)
    {
        var cle = lecteur.Texte(element);
        if (_textes.TryGetValue(cle, out var texte))
            return texte;
        // Rubrique absente ou vide : une faute le dit déjà, pas une par ligne.
        if (_textes.Count > 0)
            lecteur.Faute(element, "TEXTE_INCONNU", $"« {cle} » n'est pas un texte de la rubrique « textes » : {string.Join(", ", _textes.Keys)}.");
        return null;
    }

    private Dictionary<string, string> Phrases(ElementJson element)
    {
        lecteur.Objet(element, s_phrases);
        return element.Proprietes.DistinctBy(p => p.Nom).ToDictionary(p => p.Nom, p => lecteur.Texte(p.Valeur), StringComparer.Ordinal);
    }

    private DureeConservation Conservation(ElementJson element)
    {
        var objet = lecteur.Objet(element, "document", "mois", "source");
        return new DureeConservation(objet.Texte("document"), objet.ExigerOuNul("mois") is { } mois ? lecteur.Entier(mois, 1, 1200) : null, Source(objet));
    }

    private PointAVerifier PointAVerifier(ElementJson element)
    {
        var objet = lecteur.Objet(element, "sujet", "phrase");
        return new PointAVerifier(objet.Texte("sujet"), objet.Texte("phrase"));
    }
}
