namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>Maximum matching between candidates and places with capacities (Hopcroft and Karp): the most candidates that can be seated, whatever their rank.</summary>
internal sealed class Couplage
{
    private readonly int[][] _choix;
    private readonly int[] _libres;
    private readonly int[] _place;
    private readonly List<int>[] _occupants;
    private readonly int[] _niveau;
    private readonly int[] _curseur;

    /// <param name="choix">[candidate]: the places he may have; nothing for who is out of the question.</param>
    public Couplage(int[][] choix, int[] capacites)
    {
        _choix = choix;
        _libres = [.. capacites];
        _place = Enumerable.Repeat(Marche.Aucun, choix.Length).ToArray();
        _occupants = Enumerable.Range(0, capacites.Length).Select(_ => new List<int>()).ToArray();
        _niveau = new int[choix.Length];
        _curseur = new int[choix.Length];
    }

    /// <summary>The number seated at most.</summary>
    public int Maximum()
    {
        var places = 0;
        for (var candidat = 0; candidat < _choix.Length; candidat++)
            if (Array.FindIndex(_choix[candidat], p => _libres[p] > 0) is var rang and >= 0)
            {
                Asseoir(candidat, _choix[candidat][rang]);
                places++;
            }
        while (Etager())
            for (var candidat = 0; candidat < _choix.Length; candidat++)
                if (_place[candidat] == Marche.Aucun && _choix[candidat].Length > 0 && Augmenter(candidat))
                    places++;
        return places;
    }

    /// <summary>Breadth first from the candidates without a seat; false when no free seat can be reached.</summary>
    private bool Etager()
    {
        Array.Fill(_niveau, Marche.Aucun);
        Array.Clear(_curseur);
        var vues = new bool[_occupants.Length];
        var file = new Queue<int>();
        for (var candidat = 0; candidat < _choix.Length; candidat++)
            if (_place[candidat] == Marche.Aucun && _choix[candidat].Length > 0)
            {
                _niveau[candidat] = 0;
                file.Enqueue(candidat);
            }
        var atteint = false;
        while (file.TryDequeue(out var candidat))
            foreach (var place in _choix[candidat])
            {
                if (vues[place])
                    continue;
                vues[place] = true;
                atteint |= _libres[place] > 0;
                foreach (var occupant in _occupants[place])
                    if (_niveau[occupant] == Marche.Aucun)
                    {
                        _niveau[occupant] = _niveau[candidat] + 1;
                        file.Enqueue(occupant);
                    }
            }
        return atteint;
    }

    /// <summary>Depth first down the levels, with a stack of ours: a chain may be as long as the académie.</summary>
    private bool Augmenter(int depart)
    {
        var pile = new Stack<int>();
        pile.Push(depart);
        while (pile.TryPeek(out var candidat))
        {
            if (_curseur[candidat] >= _choix[candidat].Length)
            {
                // Dead end for this round: nobody comes back here.
                _niveau[candidat] = int.MaxValue;
                pile.Pop();
                continue;
            }
            var place = _choix[candidat][_curseur[candidat]];
            if (_libres[place] > 0)
            {
                Deplacer(pile);
                return true;
            }
            var suivant = _occupants[place].FindIndex(o => _niveau[o] == _niveau[candidat] + 1);
            if (suivant >= 0)
                pile.Push(_occupants[place][suivant]);
            else
                _curseur[candidat]++;
        }
        return false;
    }

    /// <summary>Each one on the stack takes the place his cursor shows, the last first.</summary>
    private void Deplacer(Stack<int> pile)
    {
        while (pile.TryPop(out var candidat))
        {
            if (_place[candidat] != Marche.Aucun)
            {
                _occupants[_place[candidat]].Remove(candidat);
                _libres[_place[candidat]]++;
            }
            Asseoir(candidat, _choix[candidat][_curseur[candidat]]);
            _niveau[candidat] = int.MaxValue;
        }
    }

    private void Asseoir(int candidat, int place)
    {
        _place[candidat] = place;
        _occupants[place].Add(candidat);
        _libres[place]--;
    }
}
