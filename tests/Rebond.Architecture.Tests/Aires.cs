using System.Text.RegularExpressions;

namespace Rebond.Architecture.Tests;

/// <summary>
/// The areas in the order of a candidate's year, and where a namespace stands in it. They are found by name in every assembly
/// (Rebond.Coeur.Examen, Rebond.Web.Pages.Examen…): a new folder enters by itself.
/// </summary>
internal static partial class Aires
{
    /// <summary>The demonstration makes data for all areas: it stands at the far right, nothing may need it.</summary>
    public static readonly IReadOnlyList<string> Ordre = ["Inscription", "Accompagnement", "Examen", "Resultats", "Suivi", "Demonstration"];

    /// <summary>What is no area, by design: shared ground, the host, documents, the design system, the planning problems.</summary>
    public static readonly IReadOnlyList<string> HorsAires = ["Affectation", "Socle", "Vocabulaire", "Textes", "Parametres", "Documents", "Dsfr", "Accueil", "Erreur", "Shared", "Compte", "Catalogue", "Journal", "Messages", "Depots"];

    public static string? De(string espace)
    {
        var trouve = PremierSegment().Match(espace);
        return trouve.Success && Ordre.Contains(trouve.Groups["aire"].Value) ? trouve.Groups["aire"].Value : null;
    }

    /// <summary>First folder under the assembly, or null for its root.</summary>
    public static string? Premier(string espace)
    {
        var trouve = PremierSegment().Match(espace);
        return trouve.Success ? trouve.Groups["aire"].Value : null;
    }

    public static int Rang(string aire) => Ordre.ToList().IndexOf(aire);

    [GeneratedRegex(@"^Rebond\.(Regles|Coeur|Optimisation|Web|Cli|Fautes)\.(Pages\.)?(?<aire>(?!Pages$)\w+)")]
    private static partial Regex PremierSegment();
}
