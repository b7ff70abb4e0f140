using System.Globalization;

namespace Rebond.Coeur.Socle;

/// <summary>Instants are stored in UTC and said in the time of Paris, daylight saving included.</summary>
public static class HeureDeParis
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTime De(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris);

    /// <summary>"le 06/07/2020 à 10 h 42".</summary>
    public static string EnMots(DateTime utc) => De(utc).ToString("'le' dd/MM/yyyy 'à' H' h 'mm", CultureInfo.InvariantCulture);
}
