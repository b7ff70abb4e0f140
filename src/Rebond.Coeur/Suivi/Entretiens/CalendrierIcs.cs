using System.Globalization;
using System.Text;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>An appointment as calendars read it (RFC 5545): instants in UTC, texts escaped, lines of 75 octets at most, ended by CR LF.</summary>
public static class CalendrierIcs
{
    public const string Type = "text/calendar";

    private const int Octets = 75;

    /// <param name="titre">What the phone shows: no name, no result.</param>
    /// <param name="sequence">Grows when the same appointment changes.</param>
    public static string Ecrire(Guid id, string titre, DateTime debutUtc, int minutes, string lieu, string description, DateTime ecritLe, int sequence)
    {
        var texte = new StringBuilder();
        void Ligne(string nom, string valeur) => Plier(texte, $"{nom}:{valeur}");
        Ligne("BEGIN", "VCALENDAR");
        Ligne("VERSION", "2.0");
        Ligne("PRODID", "-//Rebond//Rendez-vous//FR");
        Ligne("CALSCALE", "GREGORIAN");
        Ligne("METHOD", "PUBLISH");
        Ligne("BEGIN", "VEVENT");
        Ligne("UID", $"{id}@rebond");
        Ligne("DTSTAMP", Instant(ecritLe));
        Ligne("DTSTART", Instant(debutUtc));
        Ligne("DTEND", Instant(debutUtc.AddMinutes(minutes)));
        Ligne("SEQUENCE", sequence.ToString(CultureInfo.InvariantCulture));
        Ligne("SUMMARY", Echapper(titre));
        Ligne("LOCATION", Echapper(lieu));
        Ligne("DESCRIPTION", Echapper(description));
        Ligne("BEGIN", "VALARM");
        Ligne("ACTION", "DISPLAY");
        Ligne("TRIGGER", "-PT2H");
        Ligne("DESCRIPTION", Echapper(titre));
        Ligne("END", "VALARM");
        Ligne("END", "VEVENT");
        Ligne("END", "VCALENDAR");
        return texte.ToString();
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>3.3.11: backslash, semicolon, comma and line ends; other control characters have no place there.</summary>
    private static string Echapper(string texte) => string.Concat(texte.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c)).Select(c => c switch
    {
        '\\' => @"\\",
        ';' => @"\;",
        ',' => @"\,",
        '\n' => @"\n",
        _ => c.ToString(),
    }));

    /// <summary>3.1: cut between characters, never inside one; what follows starts with a space, which counts.</summary>
    private static void Plier(StringBuilder texte, string ligne)
    {
        var place = Octets;
        foreach (var rune in ligne.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > place)
            {
                texte.Append("\r\n ");
                place = Octets - 1;
            }
            texte.Append(rune);
            place -= rune.Utf8SequenceLength;
        }
        texte.Append("\r\n");
    }
}
