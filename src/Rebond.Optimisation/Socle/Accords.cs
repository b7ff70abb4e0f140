namespace Rebond.Optimisation.Socle;

/// <summary>Numbers in French sentences: zero and one are singular.</summary>
internal static class Accords
{
    /// <summary>« 1 place », « 5 places ».</summary>
    public static string Compter(this int nombre, string singulier) => $"{nombre} {nombre.Accorder(singulier, singulier + "s")}";

    public static string Accorder(this int nombre, string singulier, string pluriel) => nombre is 0 or 1 ? singulier : pluriel;
}
