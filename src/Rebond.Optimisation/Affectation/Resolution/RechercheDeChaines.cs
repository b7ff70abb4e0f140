using Rebond.Optimisation.Socle;

namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>The chains of moves, and the full places behind whoever no chain can seat, in the words the commission reads.</summary>
internal sealed class RechercheDeChaines(Marche marche, int[] obtenu)
{
    private readonly Chaines _chaines = new(marche, obtenu);
    private readonly Dictionary<int, int> _chaineDe = [];
    private readonly Dictionary<int, int> _blocageDe = [];
    private readonly List<Chaine> _trouvees = [];
    private readonly List<Blocage> _blocages = [];

    /// <summary>[candidate]: the last chain that moves or seats him. Fewer chains leave more room: only who stands where matters to the next.</summary>
    private readonly Dictionary<int, int> _derniereChaineDe = [];

    /// <summary>[place]: seats held by a right or a pin.</summary>
    private readonly int[] _tenues = Array.ConvertAll(marche.Occupants(obtenu), o => o.Count(i => !marche.EstMobile(i)));

    public IReadOnlyList<Chaine> Chaines => _trouvees;

    public IReadOnlyList<Blocage> Blocages => _blocages;

    /// <summary>[candidate]: his wish once every chain is accepted.</summary>
    public int[] Obtenu => _chaines.Obtenu;

    public Chaine? De(int candidat) => _chaineDe.TryGetValue(candidat, out var numero) ? _trouvees[numero - 1] : null;

    public Blocage? BlocageDe(int candidat) => _blocageDe.TryGetValue(candidat, out var numero) ? _blocages[numero - 1] : null;

    /// <summary>False when time ran out.</summary>
    public bool Chercher(CancellationToken arret)
    {
        var sansPlace = Enumerable.Range(0, obtenu.Length).Where(i => obtenu[i] == Marche.Aucun && marche.Voeux[i].Length > 0).ToList();
        foreach (var candidat in sansPlace)
        {
            if (arret.IsCancellationRequested)
                return false;
            if (_chaines.Placer(candidat) is { } deplacements)
                Noter(candidat, deplacements);
        }
        var parPlaces = new Dictionary<string, int>(StringComparer.Ordinal);
        var demandeurs = Demandeurs();
        foreach (var candidat in sansPlace.Where(c => !_chaineDe.ContainsKey(c)))
        {
            if (arret.IsCancellationRequested)
                return false;
            var fermees = _chaines.Fermeture(candidat).Order().ToList();
            var cle = string.Join(',', fermees);
            if (!parPlaces.TryGetValue(cle, out var numero))
            {
                _blocages.Add(Bloquer(fermees, demandeurs));
                parPlaces[cle] = numero = _blocages.Count;
            }
            _blocageDe[candidat] = numero;
        }
        return true;
    }

    private void Noter(int candidat, IReadOnlyList<(int Candidat, int De, int Vers)> deplacements)
    {
        var numero = _trouvees.Count + 1;
        // The last to leave first: each finds the seat free.
        var autres = deplacements.Where(d => d.Candidat != candidat).Select(EnDeplacement).ToList();
        var place = marche.Voeux[candidat][_chaines.Obtenu[candidat]];
        var apres = deplacements.Where(d => _derniereChaineDe.ContainsKey(d.Candidat)).Select(d => _derniereChaineDe[d.Candidat]).Distinct().Order().ToList();
        foreach (var deplacement in deplacements)
            _derniereChaineDe[deplacement.Candidat] = numero;
        _chaineDe[candidat] = numero;
        var (id, idPlace) = (marche.Candidats[candidat].Id, marche.Places[place].Id);
        var conditions = autres.Select(d => $"{d.Candidat} accepte {d.Vers} au lieu de {d.De} ({d.Km:+0;-0;0} km)");
        _trouvees.Add(new(numero, id, idPlace, autres, autres.Sum(d => d.Km), apres, $"{id} a {idPlace} si {string.Join(", et si ", conditions)}."));
    }

    private Deplacement EnDeplacement((int Candidat, int De, int Vers) d) => new(marche.Candidats[d.Candidat].Id, marche.Places[marche.Voeux[d.Candidat][d.De]].Id,
        marche.Places[marche.Voeux[d.Candidat][d.Vers]].Id, marche.Km[d.Candidat][d.Vers] - marche.Km[d.Candidat][d.De], marche.Rangs[d.Candidat][d.De], marche.Rangs[d.Candidat][d.Vers]);

    private Blocage Bloquer(List<int> fermees, List<int>[] demandeurs)
    {
        var ensemble = fermees.ToHashSet();
        var candidats = fermees.SelectMany(p => demandeurs[p]).Distinct().Count(i => Array.TrueForAll(marche.Voeux[i], ensemble.Contains));
        var tenues = fermees.Sum(p => _tenues[p]);
        // Full, all of them: the seats are as many as those who hold them and could move.
        var occupees = fermees.Sum(_chaines.Mobiles);
        var specialite = marche.Places[fermees[0]].Specialite;
        return new(_blocages.Count + 1, specialite, candidats, occupees, tenues, [.. fermees.Select(p => marche.Places[p].Id)],
            $"{candidats.Compter("candidat")} pour {occupees.Compter("place")} dans {candidats.Accorder("ses", "leurs")} vœux en {specialite} à moins de {marche.Probleme.DistanceMaxKm} km"
            + (tenues > 0 ? $", {tenues} {tenues.Accorder("autre étant tenue", "autres étant tenues")} par un droit ou par décision." : "."));
    }

    /// <summary>[place]: those who may be seated there and hold no right nor pin.</summary>
    private List<int>[] Demandeurs()
    {
        var demandeurs = Enumerable.Range(0, marche.Places.Length).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < marche.Voeux.Length; i++)
            if (marche.EstMobile(i))
                foreach (var place in marche.Voeux[i])
                    demandeurs[place].Add(i);
        return demandeurs;
    }
}
