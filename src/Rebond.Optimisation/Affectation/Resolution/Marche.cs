namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>
/// The instance as numbers, the same whatever the order of the file: places by id, candidates by general order (lowest mean, minors, draw,
/// id), so that a candidate's number is his rank. Bans are taken out of the wishes. Built on an instance without contradiction.
/// </summary>
internal sealed class Marche
{
    public const int Aucun = -1;

    public Marche(Probleme probleme)
    {
        Probleme = probleme;
        Places = [.. probleme.Places.OrderBy(p => p.Id, StringComparer.Ordinal)];
        Candidats = [.. probleme.Candidats.OrderBy(c => c.MoyenneCentiemes).ThenBy(c => !c.Mineur).ThenBy(c => c.Departage).ThenBy(c => c.Id, StringComparer.Ordinal)];
        NumeroDePlace = Numeroter(Places, p => p.Id);
        Capacites = [.. Places.Select(p => p.Capacite)];
        Voeux = new int[Candidats.Length][];
        Priorites = new int[Candidats.Length][];
        Km = new int[Candidats.Length][];
        Rangs = new int[Candidats.Length][];
        Droit = Enumerable.Repeat(Aucun, Candidats.Length).ToArray();
        Impose = Enumerable.Repeat(Aucun, Candidats.Length).ToArray();
        var interdits = probleme.Interdits.ToHashSet();
        var imposes = probleme.Imposes.DistinctBy(i => i.Candidat).ToDictionary(i => i.Candidat, i => i.Place, StringComparer.Ordinal);
        for (var i = 0; i < Candidats.Length; i++)
            Preparer(i, interdits, imposes);
    }

    public Probleme Probleme { get; }
    public Place[] Places { get; }
    public Candidat[] Candidats { get; }
    public IReadOnlyDictionary<string, int> NumeroDePlace { get; }
    public int[] Capacites { get; }

    /// <summary>[candidate][wish]: the place.</summary>
    public int[][] Voeux { get; }

    /// <summary>[candidate][wish]: his priority at that place; the smallest goes first, no two are equal.</summary>
    public int[][] Priorites { get; }

    public int[][] Km { get; }

    /// <summary>[candidate][wish]: its rank in the file, from 1, bans counted.</summary>
    public int[][] Rangs { get; }

    /// <summary>[candidate]: the wish where his hard right holds, always taken.</summary>
    public int[] Droit { get; }

    /// <summary>[candidate]: the wish decided by hand.</summary>
    public int[] Impose { get; }

    /// <summary>Neither decided by hand nor holder of a hard right asked for: may be asked to move.</summary>
    public bool EstMobile(int candidat) => Impose[candidat] == Aucun && Droit[candidat] == Aucun;

    public int Categorie(int candidat, int voeu) => Priorites[candidat][voeu] / Candidats.Length;

    /// <summary>From wish obtained by each candidate to the plan, by candidate id.</summary>
    public Plan EnPlan(IReadOnlyList<int> obtenu) =>
        new([.. Enumerable.Range(0, Candidats.Length).Where(i => obtenu[i] != Aucun)
            .Select(i => new Attribution(Candidats[i].Id, Places[Voeux[i][obtenu[i]]].Id)).OrderBy(a => a.Candidat, StringComparer.Ordinal)]);

    /// <summary>From a plan to the wish obtained by each candidate.</summary>
    public int[] DepuisPlan(Plan plan)
    {
        var obtenu = Enumerable.Repeat(Aucun, Candidats.Length).ToArray();
        var numeros = Numeroter(Candidats, c => c.Id);
        foreach (var (candidat, place) in plan.Affectations)
            obtenu[numeros[candidat]] = Array.IndexOf(Voeux[numeros[candidat]], NumeroDePlace[place]);
        return obtenu;
    }

    /// <summary>Candidates at each place, in general order.</summary>
    public List<int>[] Occupants(IReadOnlyList<int> obtenu)
    {
        var occupants = Enumerable.Range(0, Places.Length).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < obtenu.Count; i++)
            if (obtenu[i] != Aucun)
                occupants[Voeux[i][obtenu[i]]].Add(i);
        return occupants;
    }

    private void Preparer(int i, HashSet<Attribution> interdits, Dictionary<string, string> imposes)
    {
        var candidat = Candidats[i];
        var gardes = Enumerable.Range(0, candidat.Voeux.Count).Where(v => interdits.Count == 0 || !interdits.Contains(new(candidat.Id, candidat.Voeux[v].Place))).ToArray();
        Voeux[i] = Array.ConvertAll(gardes, v => NumeroDePlace[candidat.Voeux[v].Place]);
        Km[i] = Array.ConvertAll(gardes, v => candidat.Voeux[v].Km);
        Rangs[i] = Array.ConvertAll(gardes, v => v + 1);
        // 1 hard right at home, 2 former pupil of the place, 3 others; inside each, the general order.
        Priorites[i] = Array.ConvertAll(gardes, v => ((candidat.Voeux[v].Place != candidat.Origine ? 3 : candidat.Droit ? 1 : 2) * Candidats.Length) + i);
        if (candidat.Droit && Probleme.DroitOpposable)
            Droit[i] = Array.FindIndex(gardes, v => candidat.Voeux[v].Place == candidat.Origine);
        if (imposes.TryGetValue(candidat.Id, out var impose))
            Impose[i] = Array.FindIndex(gardes, v => candidat.Voeux[v].Place == impose);
    }

    private static Dictionary<string, int> Numeroter<T>(T[] elements, Func<T, string> id)
    {
        var numeros = new Dictionary<string, int>(elements.Length, StringComparer.Ordinal);
        for (var i = 0; i < elements.Length; i++)
            numeros[id(elements[i])] = i;
        return numeros;
    }
}
