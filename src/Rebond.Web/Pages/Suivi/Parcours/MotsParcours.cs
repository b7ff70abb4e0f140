using Rebond.Coeur.Suivi.Parcours;

namespace Rebond.Web.Pages.Suivi.Parcours;

/// <summary>Days, hours and durations as one says them.</summary>
internal static class MotsParcours
{
    public static string Nom(this JourDeCours jour) => jour switch
    {
        JourDeCours.Lundi => "lundi",
        JourDeCours.Mardi => "mardi",
        JourDeCours.Mercredi => "mercredi",
        JourDeCours.Jeudi => "jeudi",
        JourDeCours.Vendredi => "vendredi",
        _ => "samedi",
    };

    /// <summary>« 8 h », « 10 h 30 ».</summary>
    public static string Heure(int minutes) => minutes % 60 == 0 ? $"{minutes / 60}\u00a0h" : $"{minutes / 60}\u00a0h\u00a0{minutes % 60:00}";

    public static string Libres(IEnumerable<CoursDeClasse> gardes) =>
        string.Join(", ", DemiJournees.Libres(gardes).Select(d => $"{d.Jour.Nom()} {(d.Matin ? "matin" : "après-midi")}")) is { Length: > 0 } libres ? libres : "aucune";
}
