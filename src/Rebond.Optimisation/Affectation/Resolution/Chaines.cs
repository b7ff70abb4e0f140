namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>
/// Shortest chains of moves that end on a free seat, one from each candidate without a place, in general order. A hard right or a pin
/// never moves. Among the shortest, the fewest kilometres asked of those who move. Each chain is taken before the next is sought.
/// </summary>
internal sealed class Chaines
{
    private readonly Marche _marche;
    private readonly List<int>[] _mobiles;
    private readonly int[] _libres;
    private readonly bool[] _sansIssue;
    private readonly int[] _niveau;
    private readonly int[] _km;
    private readonly (int Candidat, int Voeu)[] _arrivee;
    private readonly List<int> _atteintes = [];

    public Chaines(Marche marche, IReadOnlyList<int> obtenu)
    {
        _marche = marche;
        Obtenu = [.. obtenu];
        var occupants = marche.Occupants(obtenu);
        _mobiles = Array.ConvertAll(occupants, o => o.FindAll(marche.EstMobile));
        _libres = [.. occupants.Select((o, p) => Math.Max(0, marche.Capacites[p] - o.Count))];
        _sansIssue = new bool[marche.Places.Length];
        _niveau = Enumerable.Repeat(Marche.Aucun, marche.Places.Length).ToArray();
        _km = new int[marche.Places.Length];
        _arrivee = new (int, int)[marche.Places.Length];
    }

    /// <summary>[candidate]: his wish once the chains found so far are accepted.</summary>
    public int[] Obtenu { get; }

    /// <summary>Those at this place who could be asked to move.</summary>
    public int Mobiles(int place) => _mobiles[place].Count;

    /// <summary>The moves that seat this candidate, himself last, and applies them; none when nothing leads to a free seat.</summary>
    public IReadOnlyList<(int Candidat, int De, int Vers)>? Placer(int candidat)
    {
        foreach (var place in _atteintes)
            _niveau[place] = Marche.Aucun;
        _atteintes.Clear();
        var couche = new List<int>();
        for (var voeu = 0; voeu < _marche.Voeux[candidat].Length; voeu++)
            if (_marche.Voeux[candidat][voeu] is var place && !_sansIssue[place])
                Atteindre(couche, place, 0, 0, candidat, voeu);
        for (var niveau = 1; couche.Count > 0; niveau++)
        {
            var libres = couche.FindAll(p => _libres[p] > 0);
            if (libres.Count > 0)
                return Appliquer(candidat, libres.MinBy(p => _km[p]));
            couche = Suivante(couche, niveau);
        }
        // Nothing leads out of these places, whoever comes next (Hungarian tree).
        foreach (var place in _atteintes)
            _sansIssue[place] = true;
        return null;
    }

    /// <summary>The places no chain leaves, from a candidate no chain seats.</summary>
    public HashSet<int> Fermeture(int candidat)
    {
        var fermees = new HashSet<int>(_marche.Voeux[candidat]);
        var file = new Queue<int>(fermees);
        while (file.TryDequeue(out var place))
            foreach (var occupant in _mobiles[place])
                foreach (var voisine in _marche.Voeux[occupant])
                    if (fermees.Add(voisine))
                        file.Enqueue(voisine);
        return fermees;
    }

    private List<int> Suivante(List<int> couche, int niveau)
    {
        var suivante = new List<int>();
        foreach (var place in couche)
            foreach (var occupant in _mobiles[place])
            {
                var kmActuels = _marche.Km[occupant][Obtenu[occupant]];
                for (var voeu = 0; voeu < _marche.Voeux[occupant].Length; voeu++)
                    if (voeu != Obtenu[occupant] && !_sansIssue[_marche.Voeux[occupant][voeu]])
                        Atteindre(suivante, _marche.Voeux[occupant][voeu], niveau, _km[place] + _marche.Km[occupant][voeu] - kmActuels, occupant, voeu);
            }
        return suivante;
    }

    private void Atteindre(List<int> couche, int place, int niveau, int km, int candidat, int voeu)
    {
        if (_niveau[place] == Marche.Aucun)
        {
            couche.Add(place);
            _atteintes.Add(place);
        }
        else if (_niveau[place] != niveau || _km[place] <= km)
            return;
        (_niveau[place], _km[place], _arrivee[place]) = (niveau, km, (candidat, voeu));
    }

    private List<(int Candidat, int De, int Vers)> Appliquer(int depart, int libre)
    {
        var deplacements = new List<(int, int, int)>();
        _libres[libre]--;
        var place = libre;
        while (true)
        {
            var (candidat, voeu) = _arrivee[place];
            var de = Obtenu[candidat];
            deplacements.Add((candidat, de, voeu));
            _mobiles[place].Add(candidat);
            Obtenu[candidat] = voeu;
            if (candidat == depart)
                return deplacements;
            place = _marche.Voeux[candidat][de];
            _mobiles[place].Remove(candidat);
        }
    }
}
