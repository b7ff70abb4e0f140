using System.Globalization;

namespace Rebond.Regles.Vocabulaire;

/// <summary>Écriture de nombres exacts, indépendante de la culture de la machine.</summary>
public static class Exact
{
    /// <summary>« 12.5 » : point décimal, aucun zéro final.</summary>
    public static string Invariant(decimal valeur) => valeur.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>« 12,5 » : virgule décimale, aucun zéro final.</summary>
    public static string EnFrancais(decimal valeur) => Invariant(valeur).Replace('.', ',');

    /// <summary>« 9,98 » : virgule décimale, toujours deux décimales. La valeur est déjà arrondie.</summary>
    public static string DeuxDecimales(decimal valeur) => valeur.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
}
