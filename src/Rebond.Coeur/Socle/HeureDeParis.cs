using System.Globalization;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle;

/// <summary>Instants of the base are UTC; what is read by people is the time of Paris.</summary>
public static class HeureDeParis
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTime EnHeureDeParis(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris);

    public static DateTimeOffset EnHeureDeParis(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    /// <summary>The day it was in Paris at that instant.</summary>
    public static DateOnly JourAParis(this DateTime utc) => DateOnly.FromDateTime(utc.EnHeureDeParis());

    /// <summary>The same instant as the rules read it.</summary>
    public static HeureParis MomentAParis(this DateTime utc) => HeureParis.DeUtc(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    /// <summary>The instant of a time read on a clock of Paris; null for the hour that the change to summer time skips.</summary>
    public static DateTime? DepuisParis(DateTime heureDeParis)
    {
        var locale = DateTime.SpecifyKind(heureDeParis, DateTimeKind.Unspecified);
        return Paris.IsInvalidTime(locale) ? null : TimeZoneInfo.ConvertTimeToUtc(locale, Paris);
    }

    /// <summary>"07/07/2020 à 10 h", "10/07/2020 à 18 h 30".</summary>
    public static string DateEtHeure(this DateTime utc)
    {
        var heure = utc.EnHeureDeParis();
        return heure.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) + string.Create(CultureInfo.InvariantCulture, $" à {heure.Hour}\u00a0h") + (heure.Minute == 0 ? "" : heure.ToString("'\u00a0'mm", CultureInfo.InvariantCulture));
    }

    /// <summary>"le 06/07/2020 à 10 h 42".</summary>
    public static string EnMots(DateTime utc) => utc.EnHeureDeParis().ToString("'le' dd/MM/yyyy 'à' H'\u00a0h\u00a0'mm", CultureInfo.InvariantCulture);

    /// <summary>How long to wait, in the largest useful unit: "dans 3 jours", "dans 2 heures", "dans moins d’une minute".</summary>
    public static string Attente(DateTime maintenantUtc, DateTime utc) => (utc - maintenantUtc) switch
    {
        { TotalDays: >= 2 } d => $"dans {(int)d.TotalDays} jours",
        { TotalHours: >= 2 } d => $"dans {(int)d.TotalHours} heures",
        { TotalMinutes: >= 2 } d => $"dans {(int)d.TotalMinutes} minutes",
        { Ticks: > 0 } => "dans une minute",
        _ => "dès que les deux signataires auront signé",
    };
}
