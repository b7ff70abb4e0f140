using System.CommandLine;
using System.Globalization;
using Rebond.Coeur.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Resultats;

/// <summary>Options of the commands that act on a session.</summary>
internal static class OptionsSession
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static Option<TypeExamen?> Examen() => ParCode<TypeExamen>("--examen", "Un examen ; tous si l'option est absente.");

    public static Option<GroupeEpreuves?> Groupe() => ParCode<GroupeEpreuves>("--groupe", "PREMIER (par défaut) ou SECOND (contrôle du bac pro, second groupe).");

    /// <summary>An instant written as clocks show it in Paris; the option's value is UTC.</summary>
    public static Option<DateTime?> Embargo() => new("--embargo")
    {
        Description = "Levée de l'embargo, heure de Paris : 2020-07-07T10:00. Par défaut, maintenant.",
        CustomParser = resultat =>
        {
            var texte = resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value : "";
            if (DateTime.TryParseExact(texte, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var locale) && !Paris.IsInvalidTime(locale))
                return TimeZoneInfo.ConvertTimeToUtc(locale, Paris);
            resultat.AddError($"« {texte} » n'est pas une heure de Paris : écrivez par exemple 2020-07-07T10:00.");
            return null;
        },
    };

    private static Option<T?> ParCode<T>(string nom, string description) where T : struct, Enum => new(nom)
    {
        Description = $"{description} Valeurs : {string.Join(", ", Codes.Tous<T>())}.",
        CustomParser = resultat =>
        {
            var texte = resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value.ToUpperInvariant() : "";
            if (Codes.TryLire<T>(texte, out var valeur))
                return valeur;
            resultat.AddError($"« {texte} » : attendu {string.Join(", ", Codes.Tous<T>())}.");
            return null;
        },
    };
}
