namespace Rebond.Coeur.Socle.Recherche;

/// <summary>
/// A few thousand objects searched by words, in memory, as fast as one types: whole words, beginnings of words and, when nothing else answers,
/// words with one letter wrong. Every word asked must be found. Best first; equal ones in the order they were given.
/// </summary>
public sealed class IndexDeMots<T>
{
    private const int MotsMax = 8;
    private const int LettresMax = 40;

    private readonly T[] _objets;
    private readonly List<string>[] _debuts;
    private readonly string[] _mots;
    private readonly Rang[][] _rangs;
    private readonly byte[] _raretes;

    /// <param name="Principal">In the main text (the name), not in what stands beside it (town, code).</param>
    private readonly record struct Rang(int Objet, bool Principal);

    /// <param name="principal">Text whose words count more.</param>
    /// <param name="annexe">Other words that find the object.</param>
    public IndexDeMots(IEnumerable<T> objets, Func<T, string> principal, Func<T, string> annexe)
    {
        _objets = [.. objets];
        _debuts = [.. _objets.Select(o => Mots.Decouper(principal(o)))];
        var index = new SortedDictionary<string, List<Rang>>(StringComparer.Ordinal);
        for (var i = 0; i < _objets.Length; i++)
        {
            foreach (var mot in _debuts[i].Distinct())
                Ajouter(mot, new(i, true));
            foreach (var mot in Mots.Decouper(annexe(_objets[i])).Except(_debuts[i]))
                Ajouter(mot, new(i, false));
        }
        _mots = [.. index.Keys];
        _rangs = [.. index.Values.Select(r => r.ToArray())];
        // « lycée » is in nearly every name: it says little.
        _raretes = [.. _rangs.Select(r => (byte)(r.Length * 10 > _objets.Length ? 1 : r.Length * 100 > _objets.Length ? 3 : 4))];

        void Ajouter(string mot, Rang rang)
        {
            if (!index.TryGetValue(mot, out var rangs))
                index.Add(mot, rangs = []);
            rangs.Add(rang);
        }
    }

    /// <summary>The best ones, and how many answer in all.</summary>
    public (IReadOnlyList<T> Objets, int Total) Chercher(IReadOnlyList<string> mots, int max)
    {
        string[] cherches = [.. mots.Distinct().Take(MotsMax).Select(m => m.Length > LettresMax ? m[..LettresMax] : m)];
        if (cherches.Length == 0)
            return ([], 0);
        var notes = Noter(cherches, avecFautes: false) ?? Noter(cherches, avecFautes: true);
        if (notes is null)
            return ([], 0);
        var trouves = new List<(int Note, int Objet)>();
        for (var i = 0; i < notes.Length; i++)
        {
            if (notes[i] > 0)
                trouves.Add((-notes[i] - (CommencePar(_debuts[i], cherches) ? 12 : 0), i));
        }
        trouves.Sort();
        return ([.. trouves.Take(max).Select(t => _objets[t.Objet])], trouves.Count);
    }

    /// <summary>A mark per object, 0 when a word is not found in it; null when none has them all.</summary>
    private int[]? Noter(string[] cherches, bool avecFautes)
    {
        var totaux = new int[_objets.Length];
        var notes = new int[_objets.Length];
        var restants = _objets.Length;
        for (var rang = 0; rang < cherches.Length && restants > 0; rang++)
        {
            Array.Clear(notes);
            Parcourir(cherches[rang], avecFautes, notes);
            restants = 0;
            for (var i = 0; i < totaux.Length; i++)
            {
                totaux[i] = notes[i] > 0 && (rang == 0 || totaux[i] > 0) ? totaux[i] + notes[i] : 0;
                restants += totaux[i] > 0 ? 1 : 0;
            }
        }
        return restants > 0 ? totaux : null;
    }

    private void Parcourir(string cherche, bool avecFautes, int[] notes)
    {
        var premier = Array.BinarySearch(_mots, cherche, StringComparer.Ordinal);
        for (var i = premier < 0 ? ~premier : premier; i < _mots.Length && _mots[i].StartsWith(cherche, StringComparison.Ordinal); i++)
            Donner(i, _mots[i].Length == cherche.Length ? 6 : 4, notes);
        // Three letters with one wrong could be anything, and a number with one wrong is another number.
        if (!avecFautes || cherche.Length < 4 || cherche.All(char.IsAsciiDigit))
            return;
        for (var i = 0; i < _mots.Length; i++)
        {
            var mot = _mots[i];
            if (Mots.AUneFautePres(cherche, mot))
                Donner(i, 2, notes);
            else if (cherche.Length >= 5 && mot.Length > cherche.Length && (Mots.AUneFautePres(cherche, mot.AsSpan(0, cherche.Length)) || Mots.AUneFautePres(cherche, mot.AsSpan(0, cherche.Length - 1))))
                Donner(i, 1, notes);
        }
    }

    private void Donner(int mot, int qualite, int[] notes)
    {
        foreach (var (objet, principal) in _rangs[mot])
            notes[objet] = Math.Max(notes[objet], (qualite * _raretes[mot]) + (principal ? 1 : 0));
    }

    private static bool CommencePar(List<string> debut, string[] cherches)
    {
        if (debut.Count < cherches.Length)
            return false;
        for (var i = 0; i < cherches.Length - 1; i++)
        {
            if (debut[i] != cherches[i])
                return false;
        }
        return debut[cherches.Length - 1].StartsWith(cherches[^1], StringComparison.Ordinal);
    }
}
