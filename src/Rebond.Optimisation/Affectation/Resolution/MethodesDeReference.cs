namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>What other methods would do on the same instance: shown beside the answer, never applied.</summary>
internal static class MethodesDeReference
{
    /// <summary>
    /// Each in turn takes the first wish with room: hard rights first, who are awaited at home until they choose elsewhere, then the
    /// general order.
    /// </summary>
    public static int[] DictatureEnSerie(Marche marche)
    {
        var obtenu = (int[])marche.Impose.Clone();
        var sieges = (int[])marche.Capacites.Clone();
        for (var i = 0; i < obtenu.Length; i++)
            if (obtenu[i] != Marche.Aucun)
                sieges[marche.Voeux[i][obtenu[i]]]--;
            else if (marche.Droit[i] != Marche.Aucun)
                sieges[marche.Voeux[i][marche.Droit[i]]]--;
        foreach (var i in Enumerable.Range(0, obtenu.Length).OrderBy(i => marche.Droit[i] == Marche.Aucun))
            for (var voeu = 0; voeu < marche.Voeux[i].Length && obtenu[i] == Marche.Aucun; voeu++)
                if (voeu == marche.Droit[i] || sieges[marche.Voeux[i][voeu]] > 0)
                {
                    obtenu[i] = voeu;
                    if (voeu == marche.Droit[i])
                        continue;
                    sieges[marche.Voeux[i][voeu]]--;
                    if (marche.Droit[i] != Marche.Aucun)
                        sieges[marche.Voeux[i][marche.Droit[i]]]++;
                }
        return obtenu;
    }

    /// <summary>
    /// The most candidates seated, and among such sets the first in general order (the seatable sets are a transversal matroid): each in
    /// turn is seated if a chain of moves allows it. Hard rights and pins keep what the answer gives them.
    /// </summary>
    public static int[] CouplagePrioritaire(Marche marche, IReadOnlyList<int> obtenu)
    {
        var chaines = new Chaines(marche, [.. obtenu.Select((voeu, i) => marche.EstMobile(i) ? Marche.Aucun : voeu)]);
        for (var i = 0; i < obtenu.Count; i++)
            if (marche.EstMobile(i))
                chaines.Placer(i);
        return chaines.Obtenu;
    }
}
