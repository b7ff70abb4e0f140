namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>The value of one more place: at each full place someone prefers, the whole mechanism is run again with one more seat.</summary>
internal static class CalculOuvertures
{
    /// <summary>What an opening would give to each candidate it helps.</summary>
    public sealed record Effet(int Place, IReadOnlyList<(int Candidat, int Voeu)> Gains);

    /// <summary>In place order; false when time ran out before the last.</summary>
    public static bool Calculer(Marche marche, IReadOnlyList<int> obtenu, List<Effet> effets, CancellationToken arret)
    {
        var desirees = Desirees(marche, obtenu);
        var composantes = new Composantes(marche);
        var acceptation = new AcceptationDifferee(marche);
        for (var place = 0; place < desirees.Length; place++)
        {
            if (!desirees[place])
                continue;
            if (arret.IsCancellationRequested)
                return false;
            var (candidats, places) = composantes.De(place);
            acceptation.Executer(candidats, places, placeEnPlus: place);
            var gains = new List<(int, int)>();
            foreach (var candidat in candidats)
                if (acceptation.Obtenu[candidat] != obtenu[candidat])
                    gains.Add((candidat, acceptation.Obtenu[candidat]));
            if (gains.Count > 0)
                effets.Add(new(place, gains));
        }
        return true;
    }

    private static bool[] Desirees(Marche marche, IReadOnlyList<int> obtenu)
    {
        var desirees = new bool[marche.Places.Length];
        for (var candidat = 0; candidat < obtenu.Count; candidat++)
            if (marche.Impose[candidat] == Marche.Aucun)
                for (var voeu = 0; voeu < (obtenu[candidat] == Marche.Aucun ? marche.Voeux[candidat].Length : obtenu[candidat]); voeu++)
                    desirees[marche.Voeux[candidat][voeu]] = true;
        return desirees;
    }
}
