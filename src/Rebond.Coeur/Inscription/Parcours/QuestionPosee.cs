using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Parcours;

/// <summary>How a question is asked on a page.</summary>
public enum GenreQuestion { OuiNon, Choix, Nombre, Date, Specialite, Sessions, Notes, Facultatives }

/// <summary>One answer proposed.</summary>
/// <param name="Aide">What it means, when the campaign says it.</param>
/// <param name="Precision">What this answer asks more, in words: « Quelle langue ? »; null when choosing is enough.</param>
public sealed record ChoixPropose(string Code, string Libelle, string? Aide = null, string? Precision = null);

/// <summary>A question as a page asks it: that of the campaign, the common wording otherwise. Nothing here knows a campaign by name.</summary>
public sealed record QuestionPosee(string Code, string Libelle, string? Aide, GenreQuestion Genre, IReadOnlyList<ChoixPropose> Choix)
{
    /// <summary>What a « yes » asks next, when yes is not enough to know.</summary>
    public const string NotesGardees = "notesAConserver.liste";
    public const string SessionsPassees = "sessionsAnterieures.liste";
    public const string NombreFacultatives = "epreuvesFacultatives.nombre";
    public const string ListeFacultatives = "epreuvesFacultatives.liste";

    /// <summary>The question that follows a yes to this one; null when there is none. Which optional tests, and not only how many, is asked of who registers.</summary>
    public static string? SuiteDuOui(string code, Campagne campagne, bool inscription) => code switch
    {
        "notesAConserver" => NotesGardees,
        "sessionsAnterieures" => SessionsPassees,
        "epreuvesFacultatives" => inscription && campagne.Facultatives is { Liste.Count: > 0 } ? ListeFacultatives : NombreFacultatives,
        _ => null,
    };

    public static bool EstConnue(string code, Campagne campagne) => Questions.Connues.ContainsKey(code) || campagne.Questions.Any(q => q.Code == code);

    /// <param name="profil">What the person has answered so far: choices that are closed to him are not proposed.</param>
    public static QuestionPosee De(string code, Campagne campagne, Profil? profil = null)
    {
        var periode = campagne.FenetrePour(null);
        switch (code)
        {
            case NotesGardees:
                return new(code, "Quelles notes voulez-vous conserver ?", "Une ligne par unité, comme sur votre relevé de notes. La note est facultative.", GenreQuestion.Notes, []);
            case SessionsPassees:
                return new(code, "Quelles sessions avez-vous déjà passées ?", "L'année, ou les années séparées par une virgule. Exemple : 2021, 2022.", GenreQuestion.Sessions, []);
            case NombreFacultatives:
                return new(code, "Combien d'épreuves facultatives ?", null, GenreQuestion.Nombre, []);
            case ListeFacultatives:
                return new(code, "Quelles épreuves facultatives présentez-vous ?", Combien(campagne), GenreQuestion.Facultatives, [.. EpreuvesFacultatives.Proposees(profil ?? new Profil(), campagne)
                    .Select(e => new ChoixPropose(e.Code, e.Libelle, e.Source.Verification == Verification.AVerifier ? $"{e.Aide} (à vérifier)".Trim() : e.Aide, e.Precision))]);
        }
        var propre = campagne.Questions.FirstOrDefault(q => q.Code == code);
        var genre = code == "specialite" ? GenreQuestion.Specialite : (propre?.Type ?? Questions.Connues[code].Type) switch
        {
            TypeReponse.OuiNon => GenreQuestion.OuiNon,
            TypeReponse.Choix => GenreQuestion.Choix,
            TypeReponse.Nombre => GenreQuestion.Nombre,
            _ => GenreQuestion.Date,
        };
        var aide = propre?.Aide ?? code switch
        {
            "inscritLe" => $"La période va du {periode.Ouverture.EnFrancais()} au {periode.Cloture.EnFrancais()}. L'âge se compte ce jour-là.",
            "tempsMajorePourcent" => "En pour cent : un tiers de temps s'écrit 33.",
            _ => null,
        };
        return new(code, campagne.Libelle(code), aide, genre, genre == GenreQuestion.Choix ? Proposer(code, propre, campagne) : []);
    }

    private static string Combien(Campagne campagne) => EpreuvesFacultatives.Maximum(campagne) switch
    {
        1 => "Une seule. Elle ne peut que rapporter des points.",
        { } maximum => $"{maximum} au plus. Elles ne peuvent que rapporter des points.",
        null => "Elles ne peuvent que rapporter des points.",
    };

    private static IReadOnlyList<ChoixPropose> Proposer(string code, QuestionCampagne? propre, Campagne campagne) => propre is { Choix.Count: > 0 }
        ? [.. propre.Choix.Select(c => new ChoixPropose(c.Code, c.Libelle))]
        : code switch
        {
            "categorie" => [.. campagne.Categories.Select(c => new ChoixPropose(c.Categorie.Code(), Majuscule(c.Categorie.EnFrancais()), c.Phrase))],
            "forme" => [new(Forme.Globale.Code(), "Toutes les épreuves cette année", "Forme globale"), new(Forme.Progressive.Code(), "Une partie des épreuves", "Forme progressive : ce choix vaut jusqu'au diplôme")],
            "dispositif" => [new(Dispositif.Pap.Code(), "PAP", "Plan d'accompagnement personnalisé"), new(Dispositif.Pai.Code(), "PAI", "Projet d'accueil individualisé"), new(Dispositif.Pps.Code(), "PPS", "Projet personnalisé de scolarisation"),
                new(Dispositif.Ppre.Code(), "PPRE", "Programme personnalisé de réussite éducative"), new(Dispositif.Aucun.Code(), "Aucun")],
            _ => [],
        };

    private static string Majuscule(string texte) => char.ToUpperInvariant(texte[0]) + texte[1..];
}
