using Rebond.Optimisation.Socle;

namespace Rebond.Optimisation.Affectation;

/// <param name="Cout">Candidates without a place: the only count any other part may print.</param>
/// <param name="Conflits">Broken rules, all of them; none when the plan is accepted.</param>
/// <param name="MeilleurPourTous">No other plan without envy is better for anyone. None when the plan is refused.</param>
public sealed record Verification(int Cout, IReadOnlyList<Conflit> Conflits, bool? MeilleurPourTous)
{
    public bool EstAccepte => Conflits.Count == 0;
}

/// <summary>
/// Reads an instance and a plan, and judges. It knows no solver and shares nothing with it: ranks and rights are worked out again here,
/// plainly, one method a rule.
/// </summary>
public sealed class Verificateur
{
    private readonly Probleme _probleme;
    private readonly List<Conflit> _conflits = [];
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, Candidat> _candidats;
    private readonly Dictionary<string, string> _imposes;
    private readonly HashSet<Attribution> _interdits;
    private readonly Dictionary<string, string> _obtenu = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidat>> _occupants = new(StringComparer.Ordinal);

    /// <summary>The occupant of each place who would go first, pins and hard rights apart.</summary>
    private readonly Dictionary<string, Candidat> _derniers = new(StringComparer.Ordinal);

    private Verificateur(Probleme probleme)
    {
        _probleme = probleme;
        _places = probleme.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        _candidats = probleme.Candidats.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _imposes = probleme.Imposes.DistinctBy(i => i.Candidat).ToDictionary(i => i.Candidat, i => i.Place, StringComparer.Ordinal);
        _interdits = [.. probleme.Interdits];
    }

    public static Verification Verifier(Probleme probleme, Plan plan)
    {
        if (Controle.Conflits(probleme) is { Count: > 0 } contradictions)
            return new(probleme.Candidats.Count, contradictions, null);
        var verificateur = new Verificateur(probleme);
        verificateur.Lignes(plan);
        verificateur.Imposes();
        verificateur.Capacites();
        verificateur.DroitsServis();
        verificateur.SansEnvieNiPlacePerdue();
        var cout = probleme.Candidats.Count - verificateur._obtenu.Count;
        return new(cout, verificateur._conflits, verificateur._conflits.Count == 0 ? new CycleDEchange(verificateur.Desirs()).NExistePas() : null);
    }

    /// <summary>Each line names a known candidate, once, and a place that is one of his wishes and not banned.</summary>
    private void Lignes(Plan plan)
    {
        foreach (var (id, idPlace) in plan.Affectations)
        {
            if (!_candidats.TryGetValue(id, out var candidat))
                Refuser("CANDIDAT_INCONNU", $"{id} n'est pas un candidat de l'instance.", id, idPlace);
            else if (!_places.TryGetValue(idPlace, out var place))
                Refuser("PLACE_INCONNUE", $"{idPlace}, donnée à {id}, n'est pas une place de l'instance.", id, idPlace);
            else if (!_obtenu.TryAdd(id, idPlace))
                Refuser("CANDIDAT_EN_DOUBLE", $"{id} a deux lignes dans le plan.", id, idPlace);
            else
            {
                if (!_occupants.TryGetValue(idPlace, out var occupants))
                    _occupants[idPlace] = occupants = [];
                occupants.Add(candidat);
                Eligibilite(candidat, place);
            }
        }
    }

    /// <summary>Same spécialité; a wish, hence within the distance; not excluded by hand.</summary>
    private void Eligibilite(Candidat candidat, Place place)
    {
        if (place.Specialite != candidat.Specialite)
            Refuser("SPECIALITE", $"{candidat.Id} prépare {candidat.Specialite} et reçoit {place.Id}, d'une autre spécialité ({place.Specialite}).", candidat.Id, place.Id);
        else if (!candidat.Voeux.Any(v => v.Place == place.Id))
            Refuser("ELIGIBILITE", $"{candidat.Id} reçoit {place.Id}, qui n'est pas dans ses vœux : rien ne dit qu'elle soit à moins de {_probleme.DistanceMaxKm} km.", candidat.Id, place.Id);
        else if (_interdits.Contains(new(candidat.Id, place.Id)))
            Refuser("INTERDIT", $"{candidat.Id} reçoit {place.Id}, qui lui est interdite par décision.", candidat.Id, place.Id);
    }

    private void Imposes()
    {
        foreach (var (id, place) in _imposes)
            if (_obtenu.GetValueOrDefault(id) != place)
                Refuser("IMPOSE", $"{place} est imposée à {id} par décision, et le plan ne la lui donne pas.", id, place);
    }

    /// <summary>Occupants within capacity, or within the hard rights that came home.</summary>
    private void Capacites()
    {
        foreach (var (id, occupants) in _occupants)
        {
            var (capacite, droits) = (_places[id].Capacite, occupants.Count(c => ADroitA(c, id)));
            if (occupants.Count > Math.Max(capacite, droits))
                Refuser("CAPACITE", $"{id} : {occupants.Count.Compter("candidat")} pour une capacité de {capacite}" + (droits > 0 ? $", dont {droits} de droit." : "."), null, id);
        }
    }

    /// <summary>A hard right is served at home, or by something its holder prefers.</summary>
    private void DroitsServis()
    {
        foreach (var candidat in _probleme.Candidats)
            if (candidat.Origine is { } origine && ADroitA(candidat, origine) && !_imposes.ContainsKey(candidat.Id) && Prefere(candidat, origine))
                Refuser("DROIT", _obtenu.TryGetValue(candidat.Id, out var autre)
                    ? $"{candidat.Id} a le droit de revenir à {origine}, la préfère, et reçoit {autre}."
                    : $"{candidat.Id} a le droit de revenir à {origine} et n'a pas de place.", candidat.Id, origine);
    }

    /// <summary>Nobody prefers a place with room, nor a place held by someone of lower rank. Pins are nobody's envy, and envy nobody.</summary>
    private void SansEnvieNiPlacePerdue()
    {
        foreach (var (place, occupants) in _occupants)
            foreach (var occupant in occupants)
                if (_imposes.GetValueOrDefault(occupant.Id) != place && !ADroitA(occupant, place)
                    && (!_derniers.TryGetValue(place, out var dernier) || Compare(occupant, dernier, place) > 0))
                    _derniers[place] = occupant;
        foreach (var candidat in _probleme.Candidats)
            foreach (var place in Preferees(candidat))
            {
                if (ADroitA(candidat, place))
                    continue;
                if (Occupants(place) < _places[place].Capacite)
                    Refuser("PLACE_PERDUE", $"{place} a une place libre, et {candidat.Id} la préfère à ce qu'il reçoit.", candidat.Id, place);
                else if (_derniers.TryGetValue(place, out var dernier) && Compare(candidat, dernier, place) < 0)
                    Refuser("ENVIE", $"{candidat.Id} préfère {place} et y passe avant {dernier.Id}, qui l'a.", candidat.Id, place);
                else
                    continue;
                break;
            }
    }

    /// <summary>In an accepted plan, who would take a seat left by someone else: at each place held within capacity, the first of those who prefer it.</summary>
    private Dictionary<string, (string Candidat, string? Quitte)> Desirs()
    {
        var premiers = new Dictionary<string, Candidat>(StringComparer.Ordinal);
        foreach (var candidat in _probleme.Candidats)
            foreach (var place in Preferees(candidat))
                if (Occupants(place) <= _places[place].Capacite && (!premiers.TryGetValue(place, out var premier) || Compare(candidat, premier, place) < 0))
                    premiers[place] = candidat;
        return premiers.ToDictionary(p => p.Key, p => (p.Value.Id, _obtenu.GetValueOrDefault(p.Value.Id)), StringComparer.Ordinal);
    }

    /// <summary>The wishes a candidate prefers to what he has, bans apart; none for a pin.</summary>
    private IEnumerable<string> Preferees(Candidat candidat)
    {
        if (_imposes.ContainsKey(candidat.Id))
            yield break;
        var obtenu = _obtenu.GetValueOrDefault(candidat.Id);
        foreach (var voeu in candidat.Voeux)
        {
            if (voeu.Place == obtenu)
                yield break;
            if (!_interdits.Contains(new(candidat.Id, voeu.Place)))
                yield return voeu.Place;
        }
    }

    private bool Prefere(Candidat candidat, string place) => Preferees(candidat).Contains(place);

    private bool ADroitA(Candidat candidat, string place) =>
        _probleme.DroitOpposable && candidat.Droit && candidat.Origine == place && candidat.Voeux.Any(v => v.Place == place);

    private int Occupants(string place) => _occupants.TryGetValue(place, out var occupants) ? occupants.Count : 0;

    /// <summary>Negative when the first goes before the second at this place.</summary>
    private static int Compare(Candidat a, Candidat b, string place)
    {
        static int Categorie(Candidat candidat, string place) => candidat.Origine != place ? 3 : candidat.Droit ? 1 : 2;
        var ordre = Categorie(a, place).CompareTo(Categorie(b, place));
        if (ordre == 0)
            ordre = a.MoyenneCentiemes.CompareTo(b.MoyenneCentiemes);
        if (ordre == 0)
            ordre = b.Mineur.CompareTo(a.Mineur);
        if (ordre == 0)
            ordre = a.Departage.CompareTo(b.Departage);
        return ordre == 0 ? string.CompareOrdinal(a.Id, b.Id) : ordre;
    }

    private void Refuser(string code, string phrase, string? candidat, string? place) => _conflits.Add(new(code, phrase, candidat, place));
}
