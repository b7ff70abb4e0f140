using System.Globalization;

namespace Rebond.Coeur.Socle;

/// <summary>Numbers in French sentences: zero and one are singular.</summary>
public static class Accords
{
    private static readonly CultureInfo s_francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« 1 note », « 32 199 notes ».</summary>
    public static string Compter(this int nombre, string singulier, string? pluriel = null) => string.Create(s_francais, $"{nombre:N0} {nombre.Accorder(singulier, pluriel ?? singulier + "s")}");

    public static string Accorder(this int nombre, string singulier, string pluriel) => nombre is 0 or 1 ? singulier : pluriel;
}
