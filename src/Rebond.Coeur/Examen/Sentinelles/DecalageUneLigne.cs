namespace Rebond.Coeur.Examen.Sentinelles;

/// <summary>
/// Marks shifted by one row (incident of 2009, 800 marks): from some row on, the marks of a unit follow the level of the neighbour
/// better than the candidate's own. Both correlations are given; the stretch that gains most is searched, then judged.
/// </summary>
public static class DecalageUneLigne
{
    // Choices, tried in the tests on lots without a shift: fewer than one alarm in 300 columns.
    private const int LignesMinimum = 12;
    private const double CorrelationVoisin = 0.4;
    private const double CorrelationPropre = 0.3;
    private const double SeuilEcart = 3.3;

    public static Anomalie? Chercher(LotNotes lot, string unite)
    {
        var notes = lot.Notes(unite);
        var niveaux = lot.Niveaux(unite);
        return new[] { 1, -1 }.Select(sens => ChercherDansUnSens(unite, notes, niveaux, sens)).OfType<(Anomalie Anomalie, double Force)>()
            .OrderByDescending(t => t.Force).Select(t => t.Anomalie).FirstOrDefault();
    }

    /// <param name="sens">+1: the mark of a row belongs to the row above; -1: to the row below.</param>
    private static (Anomalie Anomalie, double Force)? ChercherDansUnSens(string unite, IReadOnlyList<double?> notes, double?[] niveaux, int sens)
    {
        var lignes = Enumerable.Range(0, notes.Count)
            .Where(i => i - sens >= 0 && i - sens < notes.Count && notes[i] is not null && niveaux[i] is not null && niveaux[i - sens] is not null).ToList();
        if (lignes.Count < LignesMinimum)
            return null;
        var x = Centrer([.. lignes.Select(i => notes[i]!.Value)]);
        var propre = Centrer([.. lignes.Select(i => niveaux[i]!.Value)]);
        var voisin = Centrer([.. lignes.Select(i => niveaux[i - sens]!.Value)]);
        var (debut, fin) = MeilleurTroncon([.. x.Select((v, i) => (v * voisin[i]) - (v * propre[i]))]);
        var n = fin - debut + 1;
        if (n < LignesMinimum)
            return null;
        var (cPropre, cVoisin) = (Correlation(x[debut..(fin + 1)], propre[debut..(fin + 1)]), Correlation(x[debut..(fin + 1)], voisin[debut..(fin + 1)]));
        // Fisher's transformation makes two correlations comparable.
        var force = (Math.Atanh(Math.Min(cVoisin, 0.999)) - Math.Atanh(Math.Max(cPropre, -0.999))) * Math.Sqrt((n - 3) / 2.0);
        if (cVoisin < CorrelationVoisin || cPropre > CorrelationPropre || force < SeuilEcart)
            return null;
        var phrase = FormattableString.CurrentCulture($"Décalage d’une ligne probable, des lignes {lignes[debut] + 1} à {lignes[fin] + 1} : les notes suivent le niveau du candidat de la ligne {(sens > 0 ? "précédente" : "suivante")} (corrélation {cVoisin:0.00}) et non celui du candidat lui-même ({cPropre:0.00;−0.00}). Comparez avec le bordereau.");
        return (new Anomalie(TypeAnomalie.Decalage, unite, phrase, lignes[debut], lignes[fin]), force);
    }

    /// <summary>The contiguous stretch of largest total gain.</summary>
    private static (int Debut, int Fin) MeilleurTroncon(double[] gains)
    {
        var (meilleur, somme, depart) = ((Debut: 0, Fin: -1, Total: 0.0), 0.0, 0);
        for (var i = 0; i < gains.Length; i++)
        {
            if (somme <= 0)
                (somme, depart) = (0, i);
            somme += gains[i];
            if (somme > meilleur.Total)
                meilleur = (depart, i, somme);
        }
        return (meilleur.Debut, meilleur.Fin);
    }

    private static double[] Centrer(double[] valeurs)
    {
        var moyenne = valeurs.Average();
        var ecartType = Math.Sqrt(valeurs.Average(v => (v - moyenne) * (v - moyenne)));
        return ecartType == 0 ? new double[valeurs.Length] : [.. valeurs.Select(v => (v - moyenne) / ecartType)];
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (cx, cy) = (Centrer(x), Centrer(y));
        return cx.Zip(cy, (a, b) => a * b).Average();
    }
}
