namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>Cut-offs: at each full place, the last admitted. In an answer without envy they explain every refusal.</summary>
internal sealed class CalculSeuils
{
    private readonly Marche _marche;
    private readonly int[] _obtenu;
    private readonly List<int>[] _occupants;

    public CalculSeuils(Marche marche, int[] obtenu)
    {
        (_marche, _obtenu) = (marche, obtenu);
        _occupants = marche.Occupants(obtenu);
        Dernier = Array.ConvertAll(_occupants, PlusFaible);
    }

    /// <summary>[place]: the last admitted by rank; none when pins and hard rights hold it all.</summary>
    public int[] Dernier { get; }

    public int Droits(int place) => _occupants[place].Count(i => _marche.Impose[i] == Marche.Aucun && _obtenu[i] == _marche.Droit[i]);

    public int Imposes(int place) => _occupants[place].Count(i => _marche.Impose[i] != Marche.Aucun);

    public Seuil? Seuil(int place)
    {
        if (_occupants[place].Count < _marche.Capacites[place])
            return null;
        if (Dernier[place] is not (>= 0 and var dernier))
            return Droits(place) > 0 ? new Seuil("DROIT", null, null, null) : null;
        var candidat = _marche.Candidats[dernier];
        return new(Categorie(dernier), candidat.MoyenneCentiemes / 100m, candidat.Mineur, candidat.Departage);
    }

    public IReadOnlyList<SeuilDePlace> ParPlace() =>
        [.. Enumerable.Range(0, _occupants.Length).Select(p => new SeuilDePlace(_marche.Places[p].Id, _marche.Capacites[p], _occupants[p].Count, Droits(p), Imposes(p),
            Math.Max(0, _occupants[p].Count - _marche.Capacites[p]), Seuil(p)))];

    public ExcesDesDroits Exces()
    {
        var exces = _occupants.Select((o, p) => Math.Max(0, o.Count - _marche.Capacites[p])).Where(e => e > 0).ToList();
        return new(exces.Sum(), exces.Count);
    }

    private string Categorie(int candidat) => _marche.Categorie(candidat, _obtenu[candidat]) switch { 1 => "DROIT", 2 => "ANCIEN_ELEVE", _ => "AUTRE" };

    private int PlusFaible(List<int> occupants)
    {
        var dernier = Marche.Aucun;
        foreach (var i in occupants)
            if (_marche.Impose[i] == Marche.Aucun && _obtenu[i] != _marche.Droit[i] && (dernier == Marche.Aucun || _marche.Priorites[i][_obtenu[i]] > _marche.Priorites[dernier][_obtenu[dernier]]))
                dernier = i;
        return dernier;
    }
}
