using System.Globalization;
using System.Text.Json;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Profils;

/// <summary>Lit un profil du contrat. Les fautes de forme sont levées ; les contenus impossibles sont retenus, tous, avec leur phrase.</summary>
internal sealed class LectureProfil
{
    private static readonly string[] s_proprietes =
    [
        "id", "campagne", "inscritLe", "naissance", "nationaliteFrancaise", "rqth", "categorie", "anneesExperience", "anneesPreparation", "specialite",
        "travailEnHauteur", "notesAConserver", "dispensesDemandees", "eps", "scolariseMemeSession", "amenagement", "envoi",
        // Ajoutées au contrat, toutes facultatives.
        "aujourdhui", "forme", "derogationForme", "epreuvesFacultatives", "sessionsAnterieures", "assiduite", "finPreparation", "signatures", "reponses",
    ];

    private readonly List<string> _erreurs = [];
    private readonly Noeud _racine;

    private LectureProfil(Noeud racine) => _racine = racine;

    public static ProfilLu Lire(Noeud racine)
    {
        var lecture = new LectureProfil(racine);
        var objet = new Lu(racine, s_proprietes);
        var campagne = objet.Donnee("campagne") is { } nom ? nom.Texte() : throw new FormeException(racine.Chemin, "la propriété « campagne » est obligatoire.");
        var profil = lecture.Profil(objet);
        var id = objet.Donnee("id") is { } noeud ? (noeud.Element.ValueKind == JsonValueKind.Number ? noeud.Nombre() : noeud.Texte()) : null;
        return new ProfilLu(id, racine.Chemin, campagne, lecture._erreurs.Count == 0 ? profil : null, lecture._erreurs);
    }

    private Profil Profil(Lu objet) => new()
    {
        InscritLe = objet.Donnee("inscritLe") is { } inscrit ? Heure(inscrit) : null,
        Naissance = Date(objet.Donnee("naissance")),
        NationaliteFrancaise = objet.Booleen("nationaliteFrancaise"),
        Rqth = objet.Booleen("rqth"),
        Categorie = CodeDe<Categorie>(objet.Donnee("categorie")),
        AnneesExperience = Nombre(objet.Donnee("anneesExperience"), 80),
        AnneesPreparation = Nombre(objet.Donnee("anneesPreparation"), 20),
        Specialite = objet.Donnee("specialite")?.Texte(),
        TravailEnHauteur = objet.Booleen("travailEnHauteur"),
        NotesAConserver = objet.Donnee("notesAConserver") is { } notes ? Liste(notes, NoteAConserver) : null,
        DispensesDemandees = objet.Booleen("dispensesDemandees"),
        Eps = objet.Donnee("eps") is { } eps ? AptitudeEps(eps) : null,
        ScolariseMemeSession = objet.Booleen("scolariseMemeSession"),
        Amenagement = objet.Donnee("amenagement") is { } amenagement ? Amenagement(amenagement) : null,
        Envoi = objet.Donnee("envoi") is { } envoi ? Envoi(envoi) : null,
        Aujourdhui = Date(objet.Donnee("aujourdhui")),
        Forme = CodeDe<Forme>(objet.Donnee("forme")),
        DerogationForme = objet.Booleen("derogationForme"),
        EpreuvesFacultatives = objet.Donnee("epreuvesFacultatives") is { } facultatives ? Liste(facultatives, noeud => noeud.Texte()) : null,
        SessionsAnterieures = objet.Donnee("sessionsAnterieures") is { } sessions ? Liste(sessions, Session) : null,
        Assiduite = objet.Booleen("assiduite"),
        FinPreparation = Date(objet.Donnee("finPreparation")),
        Signatures = objet.Donnee("signatures") is { } signatures ? Signatures(signatures) : null,
        Reponses = objet.Donnee("reponses") is { } reponses ? reponses.Proprietes().Where(p => !p.Valeur.EstNul).ToDictionary(p => p.Nom, p => Reponse(p.Valeur), StringComparer.Ordinal) : new Dictionary<string, Reponse>(),
    };

    private NoteAConserver NoteAConserver(Noeud noeud)
    {
        var objet = new Lu(noeud, "session", "unite", "note", "specialiteOrigine", "discipline");
        return new NoteAConserver(
            objet.Exigee("session") is { } session ? Session(session) : default,
            objet.Exigee("unite").Texte(),
            objet.Donnee("note") is { } note ? NoteDe(note) : null,
            objet.Donnee("specialiteOrigine")?.Texte(),
            CodeDe<Discipline>(objet.Donnee("discipline")));
    }

    private AptitudeEps AptitudeEps(Noeud noeud)
    {
        var objet = new Lu(noeud, "inapte", "certificatDu", "certificatAu");
        return new AptitudeEps(objet.Booleen("inapte"), Date(objet.Donnee("certificatDu")), Date(objet.Donnee("certificatAu")));
    }

    private DemandeAmenagement Amenagement(Noeud noeud)
    {
        var objet = new Lu(noeud, "demande", "dispositif", "tempsMajorePourcent", "demandeLe", "avisMedecin", "memesAmenagements", "horsContrat", "circonstance");
        return new DemandeAmenagement(
            objet.Booleen("demande"),
            CodeDe<Dispositif>(objet.Donnee("dispositif")),
            Nombre(objet.Donnee("tempsMajorePourcent"), 300),
            Date(objet.Donnee("demandeLe")),
            objet.Booleen("avisMedecin"),
            objet.Booleen("memesAmenagements"),
            objet.Booleen("horsContrat"),
            CodeDe<CirconstanceTardive>(objet.Donnee("circonstance")));
    }

    private EnvoiPieces Envoi(Noeud noeud)
    {
        var objet = new Lu(noeud, "canal", "cachet", "recu", "manquantes", "empechees");
        return new EnvoiPieces(CodeDe<Canal>(objet.Donnee("canal")), Date(objet.Donnee("cachet")), Date(objet.Donnee("recu")),
            objet.Donnee("manquantes") is { } manquantes ? Liste(manquantes, CodePiece) : null,
            objet.Donnee("empechees") is { } empechees ? Liste(empechees, CodePiece) : null);
    }

    private Signatures Signatures(Noeud noeud)
    {
        var objet = new Lu(noeud, "candidat", "responsableLegal");
        return new Signatures(objet.Booleen("candidat"), objet.Booleen("responsableLegal"));
    }

    private string CodePiece(Noeud noeud)
    {
        var code = noeud.Texte();
        if (!CodesPieces.EstConnu(code))
            _erreurs.Add($"{Court(noeud)} : « {code} » n'est pas un code de pièce. Codes connus : {string.Join(", ", CodesPieces.Connus)}.");
        return code;
    }

    /// <summary>Une date ISO est une date ; tout autre texte est un choix.</summary>
    private static Reponse Reponse(Noeud noeud) => noeud.Element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new Reponse.OuiNon(noeud.Booleen()),
        JsonValueKind.Number when decimal.TryParse(noeud.Nombre(), NumberStyles.Float, CultureInfo.InvariantCulture, out var nombre) => new Reponse.Nombre(nombre),
        _ => Dates.TryLire(noeud.Texte(), out var jour) ? new Reponse.Jour(jour) : new Reponse.Choix(noeud.Texte()),
    };

    private static List<T> Liste<T>(Noeud noeud, Func<Noeud, T> lire) => noeud.Element.ValueKind == JsonValueKind.Array
        ? [.. noeud.Element.EnumerateArray().Select((element, rang) => lire(new Noeud(element, $"{noeud.Chemin}[{rang}]")))]
        : throw new FormeException(noeud.Chemin, "un tableau est attendu.");

    private HeureParis? Heure(Noeud noeud)
    {
        var texte = noeud.Texte();
        if (!HeureParis.TryLire(texte, out var heure))
            _erreurs.Add($"{Court(noeud)} : « {texte} » n'est pas une heure de Paris, écrivez par exemple « 2023-11-20T14:00 ».");
        else if (!heure.Existe)
            _erreurs.Add($"{Court(noeud)} : le {heure.EnFrancais()} n'existe pas, les horloges passent de 2 h à 3 h ce jour-là.");
        else
            return heure;
        return null;
    }

    private DateOnly? Date(Noeud? noeud)
    {
        if (noeud is not { } donne)
            return null;
        if (Dates.TryLire(donne.Texte(), out var date))
            return date;
        _erreurs.Add($"{Court(donne)} : « {donne.Texte()} » n'est pas une date, écrivez par exemple « 2023-12-09 ».");
        return null;
    }

    private SessionExamen Session(Noeud noeud)
    {
        if (!SessionExamen.TryLire(noeud.Texte(), out var session))
            _erreurs.Add($"{Court(noeud)} : « {noeud.Texte()} » n'est pas une session, écrivez par exemple « 2021-06 ».");
        return session;
    }

    private Note? NoteDe(Noeud noeud)
    {
        var texte = noeud.Nombre();
        if (decimal.TryParse(texte, NumberStyles.Float, CultureInfo.InvariantCulture, out var valeur) && Note.TryLire(Exact.Invariant(valeur), out var note))
            return note;
        _erreurs.Add($"{Court(noeud)} : {texte} n'est pas une note de 0 à 20 à deux décimales au plus.");
        return null;
    }

    private decimal? Nombre(Noeud? noeud, int maximum)
    {
        if (noeud is not { } donne)
            return null;
        var texte = donne.Nombre();
        if (decimal.TryParse(texte, NumberStyles.Float, CultureInfo.InvariantCulture, out var valeur) && valeur >= 0 && valeur <= maximum)
            return valeur;
        _erreurs.Add($"{Court(donne)} : {texte} n'est pas un nombre de 0 à {maximum}.");
        return null;
    }

    private T? CodeDe<T>(Noeud? noeud) where T : struct, Enum
    {
        if (noeud is not { } donne)
            return null;
        var texte = donne.Texte();
        if (Codes.TryLire<T>(texte, out var valeur))
            return valeur;
        _erreurs.Add($"{Court(donne)} : « {texte} » n'est pas un code connu. Codes connus : {string.Join(", ", Codes.Tous<T>())}.");
        return null;
    }

    /// <summary>« envoi.cachet » plutôt que « $[3].envoi.cachet » : le profil est nommé à part.</summary>
    private string Court(Noeud noeud) => noeud.Chemin[(_racine.Chemin.Length + 1)..];

    /// <summary>Un objet dont les propriétés sont connues ; null vaut absent.</summary>
    private sealed class Lu(Noeud noeud, params string[] connues)
    {
        private readonly Dictionary<string, Noeud> _proprietes = noeud.Proprietes(connues).ToDictionary(p => p.Nom, p => p.Valeur, StringComparer.Ordinal);

        public Noeud? Donnee(string nom) => _proprietes.TryGetValue(nom, out var valeur) && !valeur.EstNul ? valeur : null;

        public Noeud Exigee(string nom) => Donnee(nom) ?? throw new FormeException(noeud.Chemin, $"la propriété « {nom} » est obligatoire.");

        public bool? Booleen(string nom) => Donnee(nom)?.Booleen();
    }
}
