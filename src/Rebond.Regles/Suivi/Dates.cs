using System.Globalization;

namespace Rebond.Regles.Suivi;

/// <summary>Écriture des dates, indépendante de la culture de la machine.</summary>
internal static class Dates
{
    /// <summary>« 01/09/2026 ».</summary>
    public static string EnFrancais(DateOnly jour) => jour.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>« 2026-09-01 ».</summary>
    public static string Iso(DateOnly jour) => jour.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}
