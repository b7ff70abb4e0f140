namespace Rebond.Web.Socle;

/// <summary>Instants are stored in UTC and shown in Paris.</summary>
public static class Instants
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTimeOffset EnHeureDeParis(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);

    public static DateTime EnHeureDeParis(this DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), Paris);
}
