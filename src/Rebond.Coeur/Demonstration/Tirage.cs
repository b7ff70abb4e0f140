using System.Text;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// A pseudo-random sequence (SplitMix64) that gives the same values on every machine and every version of .NET: integers only,
/// no floating point, no system generator. A sequence is named by the seed and by what it is for, so that adding a draw somewhere
/// leaves every other sequence as it was.
/// </summary>
internal struct Tirage
{
    private ulong _etat;

    private Tirage(ulong etat) => _etat = etat;

    public static Tirage Pour(long graine, string objet, long rang = 0)
    {
        var etat = unchecked((ulong)graine * 0x9E3779B97F4A7C15UL);
        foreach (var octet in Encoding.UTF8.GetBytes(objet))
            etat = Melanger(unchecked(etat + octet + 0x9E3779B97F4A7C15UL));
        return new Tirage(Melanger(unchecked(etat + (ulong)rang * 0xD1B54A32D192ED03UL)));
    }

    public ulong Suivant() => Melanger(_etat = unchecked(_etat + 0x9E3779B97F4A7C15UL));

    /// <summary>0 to <paramref name="borne"/> - 1.</summary>
    public int Entier(int borne) => (int)(((Suivant() >> 32) * (ulong)borne) >> 32);

    /// <summary>True <paramref name="dixMilliemes"/> times in ten thousand.</summary>
    public bool Chance(int dixMilliemes) => Entier(10_000) < dixMilliemes;

    /// <summary>About normal, mean 0, standard deviation 1000: the sum of four uniforms, never beyond ±3464.</summary>
    public int Normale()
    {
        var bits = Suivant();
        var somme = (long)(bits & 0xFFFF) + (long)((bits >> 16) & 0xFFFF) + (long)((bits >> 32) & 0xFFFF) + (long)(bits >> 48);
        return (int)((somme - 131_070) * 1732 / 65_536);
    }

    /// <summary>An index drawn in proportion of the weights, given as running totals.</summary>
    public int Pondere(int[] cumuls)
    {
        var place = Array.BinarySearch(cumuls, Entier(cumuls[^1]) + 1);
        return place >= 0 ? place : ~place;
    }

    public int[] Permutation(int taille)
    {
        var places = Enumerable.Range(0, taille).ToArray();
        for (var i = taille - 1; i > 0; i--)
        {
            var j = Entier(i + 1);
            (places[i], places[j]) = (places[j], places[i]);
        }
        return places;
    }

    /// <summary>
    /// The normal deviate (sd 1000) that stands at <paramref name="rang"/> of <paramref name="effectif"/>: levels are dealt evenly
    /// rather than drawn, so that a small académie has the same spread of levels as a large one.
    /// </summary>
    public static int Quantile(int rang, int effectif)
    {
        var position = ((2L * rang) + 1) * 10_000 / (2L * effectif);
        var signe = position < 5_000 ? -1 : 1;
        var queue = (int)Math.Min(position, 10_000 - position);
        for (var i = 1; i < Queues.Length; i++)
        {
            if (queue > Queues[i].Probabilite)
                continue;
            var (avant, apres) = (Queues[i - 1], Queues[i]);
            return signe * (avant.Ecart - ((avant.Ecart - apres.Ecart) * (queue - avant.Probabilite) / (apres.Probabilite - avant.Probabilite)));
        }
        return 0;
    }

    // Upper tail of the normal distribution, in ten-thousandths, and the deviate (x 1000) it corresponds to.
    private static readonly (int Probabilite, int Ecart)[] Queues =
    [
        (0, 3600), (5, 3291), (10, 3090), (25, 2807), (50, 2576), (100, 2326), (200, 2054), (300, 1881), (500, 1645), (750, 1440), (1000, 1282),
        (1500, 1036), (2000, 842), (2500, 674), (3000, 524), (3500, 385), (4000, 253), (4500, 126), (5000, 0),
    ];

    private static ulong Melanger(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
