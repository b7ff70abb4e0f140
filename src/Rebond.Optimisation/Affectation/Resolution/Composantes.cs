namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>Parts of the market that no wish links: one more seat here changes nothing there.</summary>
internal sealed class Composantes
{
    private readonly int[] _parent;
    private readonly Dictionary<int, (List<int> Candidats, List<int> Places)> _parties = [];

    public Composantes(Marche marche)
    {
        _parent = [.. Enumerable.Range(0, marche.Places.Length)];
        foreach (var voeux in marche.Voeux)
            for (var voeu = 1; voeu < voeux.Length; voeu++)
                _parent[Racine(voeux[voeu])] = Racine(voeux[0]);
        for (var place = 0; place < _parent.Length; place++)
            Partie(place).Places.Add(place);
        for (var candidat = 0; candidat < marche.Voeux.Length; candidat++)
            if (marche.Voeux[candidat].Length > 0)
                Partie(marche.Voeux[candidat][0]).Candidats.Add(candidat);
    }

    public (List<int> Candidats, List<int> Places) De(int place) => _parties[Racine(place)];

    private (List<int> Candidats, List<int> Places) Partie(int place)
    {
        if (!_parties.TryGetValue(Racine(place), out var partie))
            _parties[Racine(place)] = partie = ([], []);
        return partie;
    }

    private int Racine(int place)
    {
        while (_parent[place] != place)
            place = _parent[place] = _parent[_parent[place]];
        return place;
    }
}
