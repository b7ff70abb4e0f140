namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>Maximum matching in ten lines (Kuhn), to check the quick one.</summary>
internal static class CouplageSimple
{
    public static int Maximum(int[][] choix, int[] capacites)
    {
        var occupants = Array.ConvertAll(capacites, _ => new List<int>());
        return Enumerable.Range(0, choix.Length).Count(i => Asseoir(i, []));

        bool Asseoir(int i, HashSet<int> vues)
        {
            foreach (var place in choix[i])
            {
                if (!vues.Add(place))
                    continue;
                var rang = occupants[place].Count < capacites[place] ? -1 : occupants[place].FindIndex(o => Asseoir(o, vues));
                if (rang < 0 && occupants[place].Count >= capacites[place])
                    continue;
                if (rang >= 0)
                    occupants[place].RemoveAt(rang);
                occupants[place].Add(i);
                return true;
            }
            return false;
        }
    }
}
