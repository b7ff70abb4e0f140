using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>One mark of notes-csv once read against the règlement of its candidate.</summary>
internal static class ImporterNotesLigne
{
    public static readonly string[] Obligatoires = ["numero", "unite", "valeur"];
    public static readonly string[] Facultatives = ["origine"];
    private static readonly string[] Etats = ["ABSENT", "ABSENT_JUSTIFIE", "DISPENSE"];

    /// <summary>The state the line gives, « non notée » for an empty value, or the reason it is refused.</summary>
    public static (EtatUnite Etat, Rejet? Rejet) Lire(LigneTableau ligne, string unite, ImporterNotesUnites unites, SessionExamen session)
    {
        Rejet Refus(string colonne, string code, string phrase) => new(ligne.Numero, colonne, code, $"Ligne {ligne.Numero}, colonne {colonne} : {phrase}");

        if (!unites.EstUnite(unite) && !unites.EstFacultative(unite) && !(unites.AChefDoeuvre && unite == ImporterNotesUnites.ChefDoeuvre))
            return (default, Refus("unite", "UNITE_INCONNUE", $"« {Rejet.Abreger(ligne["unite"])} » n'est pas une unité de {unites.Id}. Unités connues : {string.Join(", ", unites.Connues)}."));

        var valeur = ligne["valeur"].ToUpperInvariant();
        var origine = ligne["origine"];
        var aNote = Note.TryLire(valeur, out var note);
        if (origine.Length > 0 && !aNote)
            return (default, Refus("origine", "ORIGINE_SANS_NOTE", "une session d'origine n'accompagne qu'une note conservée. Videz la case ou donnez la note."));
        if (valeur.Length == 0)
            return (EtatUnite.NonNotee, null);
        if (!aNote)
        {
            return valeur switch
            {
                _ when unite == ImporterNotesUnites.ChefDoeuvre && Etats.Contains(valeur) => (default, Refus("valeur", "VALEUR_INCONNUE", "le chef-d'œuvre n'a qu'une note. Donnez-la ou laissez vide.")),
                "ABSENT" => (EtatUnite.Absent, null),
                "ABSENT_JUSTIFIE" => (EtatUnite.AbsentJustifie, null),
                "DISPENSE" => (EtatUnite.Dispense, null),
                _ when EstUnNombre(valeur) => (default, Refus("valeur", "NOTE_HORS_ECHELLE", $"« {Rejet.Abreger(ligne["valeur"])} » n'est pas une note de 0 à 20, avec deux décimales au plus. Corrigez la note.")),
                _ => (default, Refus("valeur", "VALEUR_INCONNUE", $"« {Rejet.Abreger(ligne["valeur"])} » n'est ni une note ni un état. Écrivez une note de 0 à 20, {string.Join(", ", Etats)}, ou rien si l'unité n'est pas encore notée.")),
            };
        }
        if (!note.RespectePas(unites.Pas(unite)))
            return (default, Refus("valeur", "PAS_DE_NOTE", $"{note} n'est pas permis ici : les notes se donnent en {Pas(unites.Pas(unite))}. Corrigez la note."));
        if (origine.Length == 0)
            return (EtatUnite.Notee(note), null);
        if (unite == ImporterNotesUnites.ChefDoeuvre)
            return (default, Refus("origine", "ORIGINE_INVALIDE", "la note du chef-d'œuvre ne se conserve pas par ce fichier. Videz la case."));
        return SessionExamen.TryLire(origine, out var session0) && session0 < session
            ? (EtatUnite.Conservee(note, session0), null)
            : (default, Refus("origine", "ORIGINE_INVALIDE", $"« {Rejet.Abreger(origine)} » n'est pas une session antérieure à {session}. Écrivez par exemple {session.Annee - 1}-06."));
    }

    private static string Pas(PasDeNote pas) => pas switch
    {
        PasDeNote.PointEntier => "points entiers",
        PasDeNote.DemiPoint => "points entiers ou demi-points",
        _ => "centièmes de point",
    };

    private static bool EstUnNombre(string valeur) => valeur.Any(char.IsAsciiDigit) && valeur.All(c => char.IsAsciiDigit(c) || ",.-+/ %E".Contains(c, StringComparison.Ordinal));
}
