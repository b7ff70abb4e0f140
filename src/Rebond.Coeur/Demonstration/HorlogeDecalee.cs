using System.Globalization;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// The clock of a demonstration that lives in the days of its session: the hours of today, a whole number of days away. Results published yesterday have their
/// appointments tomorrow, and the start of term that opens a right is still to come.
/// </summary>
/// <param name="jours">Added to the date of the machine: −2331 is July 2020 in November 2026.</param>
public sealed class HorlogeDecalee(int jours) : TimeProvider
{
    /// <summary>Name of the setting; "Rebond__JoursDecales" as a variable of the environment.</summary>
    public const string Reglage = "Rebond:JoursDecales";

    /// <summary>A century either way: beyond, it is a slip.</summary>
    public const int Bornes = 36_525;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(jours);

    /// <summary>The clock of the machine when nothing is set.</summary>
    public static TimeProvider Lire(string? reglage)
    {
        if (string.IsNullOrWhiteSpace(reglage))
            return System;
        return int.TryParse(reglage, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var jours) && jours is >= -Bornes and <= Bornes
            ? jours == 0 ? System : new HorlogeDecalee(jours)
            : throw new InvalidOperationException($"{Reglage} est un nombre entier de jours, entre -{Bornes} et {Bornes} : « {reglage} » n'en est pas un.");
    }
}
