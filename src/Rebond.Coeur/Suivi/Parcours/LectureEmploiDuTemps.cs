using System.Globalization;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Parcours;

/// <summary>The timetable as text, one lesson a line: "lundi;08:00;10:00;Français;U51". What a spreadsheet pastes (tabs) is read too.</summary>
public static class LectureEmploiDuTemps
{
    public const int LignesAuPlus = 120;

    public sealed record Ligne(JourDeCours Jour, int Debut, int Fin, string Matiere, string Unites);

    public sealed record LigneIllisible(int Numero, string Explication) : Refus(GenreRefus.Invalide, "LIGNE_ILLISIBLE", $"Ligne {Numero} : {Explication}");

    /// <param name="connues">Units of the exam of this class.</param>
    public static (IReadOnlyList<Ligne> Lignes, IReadOnlyList<Refus> Refus) Lire(string? texte, IReadOnlySet<string> connues)
    {
        var (lignes, refus) = (new List<Ligne>(), new List<Refus>());
        foreach (var (brute, numero) in (texte ?? "").ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l.Trim(), i + 1)).Where(l => l.Item1.Length > 0))
        {
            var champs = brute.Split(brute.Contains(';', StringComparison.Ordinal) ? ';' : '\t', StringSplitOptions.TrimEntries);
            if (lignes.Count + refus.Count == LignesAuPlus)
            {
                refus.Add(new LigneIllisible(numero, $"un emploi du temps a {LignesAuPlus} cours au plus."));
                break;
            }
            if (Une(champs, connues) is var (ligne, faute) && ligne is not null)
                lignes.Add(ligne);
            else
                refus.Add(new LigneIllisible(numero, faute!));
        }
        return (lignes, refus);
    }

    public static string Ecrire(IEnumerable<CoursDeClasse> cours) =>
        string.Join('\n', cours.OrderBy(c => c.Jour).ThenBy(c => c.Debut).ThenBy(c => c.Matiere, StringComparer.Ordinal).Select(c => $"{c.Jour.Code().ToLowerInvariant()};{Heure(c.Debut)};{Heure(c.Fin)};{c.Matiere};{c.Unites}"));

    public static string Heure(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static (Ligne?, string?) Une(string[] champs, IReadOnlySet<string> connues)
    {
        if (champs.Length is < 4 or > 5)
            return (null, "il faut jour;début;fin;matière;unités, par exemple « lundi;08:00;10:00;Français;U51 ».");
        if (!Codes.TryLire<JourDeCours>(champs[0].ToUpperInvariant(), out var jour))
            return (null, $"« {champs[0]} » n’est pas un jour, de lundi à samedi.");
        if (Minutes(champs[1]) is not { } debut || Minutes(champs[2]) is not { } fin || fin <= debut)
            return (null, "les heures s’écrivent 08:00, la fin après le début.");
        if (champs[3].Length is 0 or > 100)
            return (null, "dites la matière, en 100 caractères au plus.");
        var unites = champs.Length < 5 ? [] : champs[4].ToUpperInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return unites.Find(u => !connues.Contains(u)) is { } inconnue
            ? (null, $"« {inconnue} » n’est pas une unité de cet examen ({string.Join(", ", connues.Order(StringComparer.Ordinal))}).")
            : (new Ligne(jour, debut, fin, champs[3], string.Join(' ', unites)), null);
    }

    private static int? Minutes(string heure) =>
        TimeOnly.TryParseExact(heure, ["HH:mm", "H:mm", "HH'h'mm", "H'h'mm", "H'h'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var lue) ? (lue.Hour * 60) + lue.Minute : null;
}
