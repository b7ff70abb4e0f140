namespace Rebond.Coeur.Inscription.Campagnes;

public enum GenreLigne { Retiree, Ajoutee }

/// <summary>One line that one text has and the other has not, with its number in its own text.</summary>
public sealed record LigneDifferente(GenreLigne Genre, int Numero, string Texte);

/// <summary>
/// The lines that change between two texts, in order. The rule ChangementsDeCampagne says what matters in words; this hides nothing, comments and
/// sentences included.
/// </summary>
public static class DifferencesDeTexte
{
    /// <summary>Beyond, the whole middle is said to be replaced: the comparison would hold the machine.</summary>
    private const long CasesMax = 4_000_000;

    public static IReadOnlyList<LigneDifferente> Comparer(string avant, string apres)
    {
        var (a, b) = (avant.ReplaceLineEndings("\n").Split('\n'), apres.ReplaceLineEndings("\n").Split('\n'));
        var debut = 0;
        while (debut < a.Length && debut < b.Length && a[debut] == b[debut])
            debut++;
        var (finA, finB) = (a.Length, b.Length);
        while (finA > debut && finB > debut && a[finA - 1] == b[finB - 1])
            (finA, finB) = (finA - 1, finB - 1);

        var lignes = new List<LigneDifferente>();
        if ((long)(finA - debut) * (finB - debut) > CasesMax)
        {
            for (var i = debut; i < finA; i++)
                lignes.Add(new(GenreLigne.Retiree, i + 1, a[i]));
            for (var j = debut; j < finB; j++)
                lignes.Add(new(GenreLigne.Ajoutee, j + 1, b[j]));
            return lignes;
        }
        var communes = Communes(a.AsSpan(debut, finA - debut), b.AsSpan(debut, finB - debut));
        var (x, y) = (debut, debut);
        while (x < finA || y < finB)
        {
            if (x < finA && y < finB && a[x] == b[y])
                (x, y) = (x + 1, y + 1);
            else if (y >= finB || (x < finA && communes[x - debut + 1, y - debut] >= communes[x - debut, y - debut + 1]))
                lignes.Add(new(GenreLigne.Retiree, x + 1, a[x++]));
            else
                lignes.Add(new(GenreLigne.Ajoutee, y + 1, b[y++]));
        }
        return lignes;
    }

    /// <summary>Length of the longest common sequence of lines from each pair of places on.</summary>
    private static int[,] Communes(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var longueurs = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                longueurs[i, j] = a[i] == b[j] ? longueurs[i + 1, j + 1] + 1 : Math.Max(longueurs[i + 1, j], longueurs[i, j + 1]);
        return longueurs;
    }
}
