using System.Reflection;

namespace Rebond.Regles.Vocabulaire;

/// <summary>Le code publié d'un membre d'énumération, quand la règle d'écriture ne le donne pas : E2C, PROMO_16_18.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CodePublicAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}

/// <summary>
/// Codes publics des énumérations, en capitales (contrat de la ligne de commande, base, exports) : <c>BacPro</c> ↔ <c>BAC_PRO</c>.
/// Une seule règle d'écriture, pas de table à tenir ; <see cref="CodePublicAttribute"/> dit les exceptions.
/// </summary>
public static class Codes
{
    public static string Code<T>(this T valeur) where T : struct, Enum => Table<T>.VersCode[valeur];

    public static bool TryLire<T>(string? code, out T valeur) where T : struct, Enum => Table<T>.DepuisCode.TryGetValue(code ?? "", out valeur);

    public static T Lire<T>(string code) where T : struct, Enum => TryLire<T>(code, out var valeur)
        ? valeur
        : throw new FormatException($"« {code} » n'est pas un code de {typeof(T).Name}.");

    public static IReadOnlyCollection<string> Tous<T>() where T : struct, Enum => Table<T>.DepuisCode.Keys;

    /// <summary>Code de la mention dans le contrat : AB, B, TB, TB_FELICITATIONS, ou rien.</summary>
    public static string? CodeMention(this Mention mention) => mention switch
    {
        Mention.AssezBien => "AB",
        Mention.Bien => "B",
        Mention.TresBien => "TB",
        Mention.TresBienFelicitations => "TB_FELICITATIONS",
        _ => null,
    };

    private static class Table<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> VersCode = Enum.GetValues<T>().ToDictionary(v => v, v => Exception(v.ToString()) ?? EnCapitales(v.ToString()));
        public static readonly Dictionary<string, T> DepuisCode = VersCode.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

        private static string? Exception(string nom) => typeof(T).GetField(nom)!.GetCustomAttribute<CodePublicAttribute>()?.Code;

        private static string EnCapitales(string nom) => string.Concat(nom.Select((lettre, i) =>
            i > 0 && (char.IsUpper(lettre) || (char.IsDigit(lettre) && !char.IsDigit(nom[i - 1]))) ? "_" + lettre : char.ToUpperInvariant(lettre).ToString()));
    }
}
