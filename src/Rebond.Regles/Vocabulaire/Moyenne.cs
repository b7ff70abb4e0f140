namespace Rebond.Regles.Vocabulaire;

/// <summary>
/// Une moyenne exacte : un total de points sur un total de coefficients, jamais simplifié, pour que chacun puisse refaire l'addition.
/// Les seuils se comparent sur la valeur exacte ; l'arrondi ne sert qu'à l'affichage (examen.md 1.2).
/// </summary>
/// <param name="Points">Somme des notes pondérées, en deux-centièmes (note en centièmes × coefficient en demis).</param>
/// <param name="Coefficients">Somme des coefficients, en demis. Zéro : il n'y a pas de moyenne.</param>
public readonly record struct Moyenne(long Points, long Coefficients)
{
    public bool Existe => Coefficients > 0;

    /// <summary>Vrai si la moyenne atteint le seuil (en points entiers), sans arrondi.</summary>
    public bool AuMoins(int seuil) => Existe && Points >= 100L * seuil * Coefficients;

    /// <summary>Points coefficientés qui manquent pour atteindre le seuil ; zéro s'il est atteint.</summary>
    public decimal PointsManquants(int seuil) => Math.Max(0, (100L * seuil * Coefficients) - Points) / 200m;

    /// <summary>« 269.5/27 » : points sur coefficients.</summary>
    public string Exacte => $"{Exact.Invariant(Points / 200m)}/{Exact.Invariant(Coefficients / 2m)}";

    /// <summary>Deux décimales, arrondies selon la politique de l'examen : « 9,98 ».</summary>
    /// <exception cref="InvalidOperationException">Aucun coefficient.</exception>
    public string Afficher(Arrondi arrondi = Arrondi.AuPlusProche) => Exact.DeuxDecimales(Centiemes(arrondi) / 100m);

    /// <summary>La moyenne en centièmes, arrondie selon la politique de l'examen.</summary>
    public long Centiemes(Arrondi arrondi)
    {
        if (!Existe)
            throw new InvalidOperationException("Aucune unité prise en compte : il n'y a pas de moyenne.");
        // Points/200 ÷ Coefficients/2, en centièmes = Points / Coefficients.
        return arrondi switch
        {
            Arrondi.AuPlusProche => ((2 * Points) + Coefficients).Diviser(2 * Coefficients),
            Arrondi.ParExces => (Points + Coefficients - 1).Diviser(Coefficients),
            _ => Points.Diviser(Coefficients),
        };
    }

    public override string ToString() => Existe ? Afficher() : "sans moyenne";
}

/// <summary>Comment une moyenne est ramenée à deux décimales.</summary>
public enum Arrondi
{
    /// <summary>Éducation nationale, affichage seulement. A_VERIFIER : règle déduite d'un exemple publié (examen.md 1.2).</summary>
    AuPlusProche,

    /// <summary>Agriculture, sessions à partir de 2020 : toute troisième décimale pousse au centième supérieur (arrêté du 2 mars 2020, art. 2).</summary>
    ParExces,

    /// <summary>Deux décimales, le reste abandonné.</summary>
    ParDefaut,
}

internal static class DivisionEntiere
{
    /// <summary>Division vers moins l'infini : un total peut être négatif (chef-d'œuvre sous 10 et notes nulles).</summary>
    public static long Diviser(this long dividende, long diviseur)
    {
        var quotient = dividende / diviseur;
        return dividende % diviseur < 0 ? quotient - 1 : quotient;
    }
}
