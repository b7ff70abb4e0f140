namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>
/// Pupil-proposing deferred acceptance (Gale and Shapley). A candidate proposes to his wishes in order; a place keeps its pins and its hard
/// rights, then the best of the others within what is left. The outcome does not depend on the order of proposals: no justified envy, no
/// wasted seat, and the best for every candidate among such outcomes.
/// </summary>
internal sealed class AcceptationDifferee
{
    private readonly Marche _marche;
    private readonly int[] _prochain;
    private readonly int[] _reserves;
    private readonly PriorityQueue<int, int>[] _retenus;
    private readonly Stack<int> _aPlacer = new();
    private int _placeEnPlus = Marche.Aucun;

    public AcceptationDifferee(Marche marche)
    {
        _marche = marche;
        Obtenu = new int[marche.Candidats.Length];
        _prochain = new int[marche.Candidats.Length];
        _reserves = new int[marche.Places.Length];
        // The first out of the queue is the last in priority.
        _retenus = Enumerable.Range(0, marche.Places.Length).Select(_ => new PriorityQueue<int, int>()).ToArray();
    }

    /// <summary>[candidate]: the wish obtained.</summary>
    public int[] Obtenu { get; }

    public static int[] Calculer(Marche marche)
    {
        var acceptation = new AcceptationDifferee(marche);
        acceptation.Executer(Enumerable.Range(0, marche.Candidats.Length), Enumerable.Range(0, marche.Places.Length));
        return acceptation.Obtenu;
    }

    /// <summary>Runs on a part of the market that nothing links to the rest, with one more seat at a place if asked.</summary>
    public void Executer(IEnumerable<int> candidats, IEnumerable<int> places, int placeEnPlus = Marche.Aucun)
    {
        _placeEnPlus = placeEnPlus;
        foreach (var place in places)
        {
            _reserves[place] = 0;
            _retenus[place].Clear();
        }
        foreach (var candidat in candidats)
        {
            _prochain[candidat] = 0;
            Obtenu[candidat] = _marche.Impose[candidat];
            if (Obtenu[candidat] == Marche.Aucun)
                _aPlacer.Push(candidat);
            else
                _reserves[_marche.Voeux[candidat][Obtenu[candidat]]]++;
        }
        while (_aPlacer.TryPop(out var candidat))
            Proposer(candidat);
    }

    private void Proposer(int candidat)
    {
        var voeux = _marche.Voeux[candidat];
        while (_prochain[candidat] < voeux.Length)
        {
            var voeu = _prochain[candidat]++;
            var place = voeux[voeu];
            Obtenu[candidat] = voeu;
            if (voeu == _marche.Droit[candidat])
            {
                _reserves[place]++;
                Retirer(place);
                return;
            }
            _retenus[place].Enqueue(candidat, -_marche.Priorites[candidat][voeu]);
            if (_retenus[place].Count <= Sieges(place))
                return;
            var refuse = _retenus[place].Dequeue();
            Obtenu[refuse] = Marche.Aucun;
            if (refuse != candidat)
            {
                _aPlacer.Push(refuse);
                return;
            }
        }
    }

    /// <summary>A hard right has come: the last of the others may have to leave.</summary>
    private void Retirer(int place)
    {
        while (_retenus[place].Count > Sieges(place))
        {
            var refuse = _retenus[place].Dequeue();
            Obtenu[refuse] = Marche.Aucun;
            _aPlacer.Push(refuse);
        }
    }

    /// <summary>What pins and hard rights leave to the others.</summary>
    private int Sieges(int place) => Math.Max(0, _marche.Capacites[place] + (place == _placeEnPlus ? 1 : 0) - _reserves[place]);
}
