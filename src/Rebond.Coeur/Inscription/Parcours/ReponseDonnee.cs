using System.Globalization;
using System.Text.RegularExpressions;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Parcours;

/// <summary>A mark to keep as a line of the page says it.</summary>
public sealed record LigneNote(string? Session, string? Unite, string? Note)
{
    public bool EstVide => string.IsNullOrWhiteSpace(Session) && string.IsNullOrWhiteSpace(Unite) && string.IsNullOrWhiteSpace(Note);
}

/// <summary>Reads what was typed into the one writing an answer has between two pages, and says it in words.</summary>
public static partial class ReponseDonnee
{
    /// <summary>« Je ne sais pas »: asked, and left open.</summary>
    public const string Inconnue = "?";
    public const int NotesMax = 15;
    private const int LongueurMax = 1000;

    /// <summary>Either the answer in its one writing, or what to say to who typed it.</summary>
    public static (string? Valeur, string? Faute) Lire(QuestionPosee question, string? saisie, Campagne campagne)
    {
        var texte = (saisie ?? "").Trim();
        if (texte.Length > LongueurMax)
            return (null, "Cette réponse est trop longue.");
        return question.Genre switch
        {
            GenreQuestion.OuiNon => texte is "true" or "false" ? (texte, null) : (null, "Choisissez « Oui » ou « Non », ou le bouton « Je ne sais pas »."),
            GenreQuestion.Choix => question.Choix.Any(c => c.Code == texte) ? (texte, null) : (null, "Choisissez une réponse, ou le bouton « Je ne sais pas »."),
            GenreQuestion.Nombre => Nombre(question, texte),
            GenreQuestion.Date => Date(texte),
            GenreQuestion.Specialite => CatalogueSpecialites.Chercher(texte) is not null ? (texte, null) : (null, "Cherchez votre spécialité, puis choisissez-la dans la liste."),
            GenreQuestion.Sessions => Sessions(texte, campagne),
            GenreQuestion.Facultatives => Facultatives(question, texte, campagne),
            _ => Notes(LireNotes(texte)),
        };
    }

    /// <summary>The lines of marks, as typed, in the one writing of the answer: « 2021-06|U31|12;2021-06|U32| ».</summary>
    public static (string? Valeur, string? Faute) Notes(IReadOnlyList<LigneNote> lignes)
    {
        var remplies = lignes.Where(l => !l.EstVide).Take(NotesMax + 1).ToList();
        if (remplies.Count == 0)
            return (null, "Remplissez une ligne au moins, ou choisissez « Je ne sais pas ».");
        if (remplies.Count > NotesMax)
            return (null, $"{NotesMax} notes au plus.");
        var ecrites = new List<string>();
        foreach (var ligne in remplies)
        {
            var unite = (ligne.Unite ?? "").Trim().ToUpperInvariant();
            if (!SessionExamen.TryLire(ligne.Session?.Trim(), out var session))
                return (null, $"« {ligne.Session} » n'est pas une session : écrivez l'année, par exemple 2021.");
            if (!FormeUnite().IsMatch(unite))
                return (null, $"« {ligne.Unite} » n'est pas une unité : écrivez son code, par exemple U31.");
            if (ecrites.Exists(e => e.Split('|')[1] == unite))
                return (null, $"L'unité {unite} est donnée deux fois ; une seule note se conserve par unité.");
            var note = (ligne.Note ?? "").Trim().Replace(',', '.');
            if (note.Length > 0 && !Note.TryLire(note, out _))
                return (null, $"« {ligne.Note} » n'est pas une note de 0 à 20, à deux décimales au plus.");
            ecrites.Add($"{session}|{unite}|{note}");
        }
        return (string.Join(';', ecrites), null);
    }

    public static IReadOnlyList<LigneNote> LireNotes(string? valeur) => string.IsNullOrEmpty(valeur) || valeur == Inconnue ? []
        : [.. valeur.Split(';').Select(l => l.Split('|')).Select(p => new LigneNote(p[0], p.ElementAtOrDefault(1), p.ElementAtOrDefault(2)))];

    /// <summary>For the summary of the answers.</summary>
    public static string EnMots(QuestionPosee question, string valeur)
    {
        if (valeur == Inconnue)
            return "Je ne sais pas";
        return question.Genre switch
        {
            GenreQuestion.OuiNon => valeur == "true" ? "Oui" : "Non",
            GenreQuestion.Choix => question.Choix.FirstOrDefault(c => c.Code == valeur)?.Libelle ?? valeur,
            GenreQuestion.Nombre => valeur.Replace('.', ','),
            GenreQuestion.Date => Dates.TryLire(valeur, out var jour) ? Dates.EnFrancais(jour) : valeur,
            GenreQuestion.Specialite => CatalogueSpecialites.Chercher(valeur) is { } s ? $"{s.LibelleComplet} ({s.Code})" : valeur,
            GenreQuestion.Sessions => string.Join(", ", valeur.Split(',').Select(Court)),
            GenreQuestion.Facultatives => string.Join(" ; ", valeur.Split(';').Select(ChoixFacultatif.Lire)
                .Select(c => $"{question.Choix.FirstOrDefault(p => p.Code == c.Code)?.Libelle ?? c.Code}{(c.Precision is { } precision ? $" ({precision})" : "")}")),
            _ => string.Join(" ; ", LireNotes(valeur).Select(n => $"{n.Unite}, session {Court(n.Session!)}{(string.IsNullOrEmpty(n.Note) ? "" : $" : {n.Note.Replace('.', ',')}")}")),
        };
    }

    /// <summary>« 2021-06 » is written « 2021 », the replacement session keeps its month.</summary>
    public static string Court(string session) => session.EndsWith("-06", StringComparison.Ordinal) ? session[..^3] : session;

    private static (string?, string?) Nombre(QuestionPosee question, string texte)
    {
        var (entier, maximum) = question.Code switch
        {
            QuestionPosee.NombreFacultatives => (true, 9),
            "anneesExperience" => (false, 80),
            "anneesPreparation" => (false, 20),
            "tempsMajorePourcent" => (false, 300),
            _ => (false, 1_000_000),
        };
        return decimal.TryParse(texte.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre) && nombre <= maximum && (!entier || (nombre >= 1 && decimal.IsInteger(nombre)))
            ? (Exact.Invariant(nombre), null)
            : (null, $"Écrivez un nombre de {(entier ? 1 : 0)} à {maximum}.");
    }

    private static (string?, string?) Date(string texte)
    {
        if (Dates.TryLireSaisie(texte, out var jour))
            return (Dates.Iso(jour), null);
        return (null, "Écrivez une date qui existe, jour, mois et année. Exemple : 14/07/2006.");
    }

    private static (string?, string?) Sessions(string texte, Campagne campagne)
    {
        var lues = new List<string>();
        foreach (var mot in texte.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!SessionExamen.TryLire(mot, out var session))
                return (null, $"« {mot} » n'est pas une session : écrivez l'année, par exemple 2021.");
            if (session >= campagne.Session)
                return (null, $"La session {Court(mot)} n'est pas avant celle où vous vous inscrivez.");
            lues.Add(session.ToString());
        }
        return lues.Count == 0 ? (null, "Écrivez une année au moins, ou choisissez « Je ne sais pas ».") : (string.Join(',', lues.Distinct()), null);
    }

    /// <summary>« LANGUE:italien;MOBILITE », in the order of the list.</summary>
    private static (string?, string?) Facultatives(QuestionPosee question, string texte, Campagne campagne)
    {
        var choix = texte.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ChoixFacultatif.Lire).ToList();
        if (choix.Count == 0)
            return (null, "Cochez une épreuve au moins. Si vous n'en présentez aucune, revenez à la question précédente et répondez « Non ».");
        if (choix.Exists(c => question.Choix.All(p => p.Code != c.Code)) || choix.DistinctBy(c => c.Code).Count() != choix.Count)
            return (null, "Cochez des épreuves de cette liste, chacune une fois.");
        if (EpreuvesFacultatives.Maximum(campagne) is { } maximum && choix.Count > maximum)
            return (null, $"{(maximum == 1 ? "Une épreuve facultative" : $"{maximum} épreuves facultatives")} au plus : décochez-en {choix.Count - maximum}.");
        List<ChoixFacultatif> lus = [];
        foreach (var (propose, c) in question.Choix.SelectMany(p => choix.Where(c => c.Code == p.Code).Select(c => (p, c))))
        {
            if (propose.Precision is { } demande && c.Precision is null)
                return (null, $"{propose.Libelle} : {char.ToLowerInvariant(demande[0])}{demande[1..]} Écrivez-le.");
            if (c.Precision is { } precision && !FormePrecision().IsMatch(precision))
                return (null, $"{propose.Libelle} : écrivez-le en lettres, en 60 caractères au plus.");
            lus.Add(c with { Precision = propose.Precision is null ? null : c.Precision });
        }
        return (string.Join(';', lus), null);
    }

    [GeneratedRegex(@"\A\p{L}[\p{L} '’().-]{0,59}\z")]
    private static partial Regex FormePrecision();

    [GeneratedRegex("^[A-Z][A-Z0-9.]{0,11}$")]
    private static partial Regex FormeUnite();
}
