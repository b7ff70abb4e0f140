using Rebond.Optimisation.Socle;

namespace Rebond.Optimisation.Affectation;

/// <summary>
/// What an instance may not say, checked before any computation: all the contradictions, each a sentence. Solver and verifier both start here.
/// </summary>
public sealed class Controle
{
    private readonly List<Conflit> _conflits = [];
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Candidat> _candidats = new(StringComparer.Ordinal);
    private readonly HashSet<Attribution> _interdits;
    private readonly Probleme _probleme;

    private Controle(Probleme probleme)
    {
        _probleme = probleme;
        _interdits = [.. probleme.Interdits];
    }

    public static IReadOnlyList<Conflit> Conflits(Probleme probleme)
    {
        var controle = new Controle(probleme);
        controle.Places();
        controle.Candidats();
        controle.Interdits();
        controle.Imposes();
        return controle._conflits;
    }

    /// <summary>Not contradictions: what someone should look at before a decision rests on it.</summary>
    public static IReadOnlyList<Conflit> Alertes(Probleme probleme) =>
        [.. from candidat in probleme.Candidats.OrderBy(c => c.Id, StringComparer.Ordinal)
            where probleme.DroitOpposable && candidat.Droit && !candidat.Voeux.Any(v => v.Place == candidat.Origine)
            select new Conflit("DROIT_NON_DEMANDE",
                $"{candidat.Id} a le droit de revenir dans son établissement d'origine et ne l'a pas dans ses vœux : vérifiez qu'il ne l'a pas voulu.", candidat.Id, candidat.Origine)];

    private void Places()
    {
        if (_probleme.DistanceMaxKm < 0)
            Ajouter("DISTANCE", "distanceMaxKm : une distance ne peut pas être négative.");
        foreach (var place in _probleme.Places)
        {
            if (!_places.TryAdd(place.Id, place))
                Ajouter("PLACE_EN_DOUBLE", $"{place.Id} : cette place figure deux fois.", null, place.Id);
            if (place.Capacite < 0)
                Ajouter("CAPACITE", $"{place.Id} : une capacité ne peut pas être négative ({place.Capacite}).", null, place.Id);
        }
    }

    private void Candidats()
    {
        foreach (var candidat in _probleme.Candidats)
        {
            if (!_candidats.TryAdd(candidat.Id, candidat))
                Ajouter("CANDIDAT_EN_DOUBLE", $"{candidat.Id} : ce candidat figure deux fois.", candidat.Id);
            if (candidat.MoyenneCentiemes is < 0 or > 2000)
                Ajouter("MOYENNE", $"{candidat.Id} : la moyenne doit être comprise entre 0 et 20.", candidat.Id);
            Voeux(candidat);
        }
    }

    private void Voeux(Candidat candidat)
    {
        var vus = new HashSet<string>(StringComparer.Ordinal);
        foreach (var voeu in candidat.Voeux)
        {
            if (!vus.Add(voeu.Place))
                Ajouter("VOEU_EN_DOUBLE", $"{candidat.Id} : le vœu {voeu.Place} figure deux fois.", candidat.Id, voeu.Place);
            if (!_places.TryGetValue(voeu.Place, out var place))
                Ajouter("PLACE_INCONNUE", $"{candidat.Id} : le vœu {voeu.Place} n'est pas une place de ce fichier.", candidat.Id, voeu.Place);
            else if (place.Specialite != candidat.Specialite)
                Ajouter("SPECIALITE", $"{candidat.Id} prépare {candidat.Specialite} : le vœu {voeu.Place} est d'une autre spécialité ({place.Specialite}).", candidat.Id, voeu.Place);
            if (voeu.Km < 0)
                Ajouter("DISTANCE", $"{candidat.Id} : la distance du vœu {voeu.Place} ne peut pas être négative.", candidat.Id, voeu.Place);
            else if (voeu.Km > _probleme.DistanceMaxKm && voeu.Place != candidat.Origine)
                Ajouter("DISTANCE", $"{candidat.Id} : le vœu {voeu.Place} est à {voeu.Km} km, au-delà des {_probleme.DistanceMaxKm} km admis.", candidat.Id, voeu.Place);
        }
    }

    private void Interdits()
    {
        foreach (var (id, place) in _probleme.Interdits)
            if (Connus("L'interdiction", id, place) && ALeDroitOpposable(_candidats[id]) && _candidats[id].Origine == place)
                Ajouter("DROIT", $"L'interdiction de {place} à {id} est contraire à son droit d'y revenir : retirez l'une ou l'autre.", id, place);
    }

    private void Imposes()
    {
        var imposes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribution in _probleme.Imposes)
        {
            var (id, place) = attribution;
            if (!Connus("La place imposée", id, place))
                continue;
            if (!imposes.TryAdd(id, place) && imposes[id] != place)
                Ajouter("IMPOSE", $"Deux places sont imposées à {id} : {imposes[id]} et {place}. Gardez-en une.", id, place);
            if (_interdits.Contains(attribution))
                Ajouter("IMPOSE", $"{place} est à la fois imposée et interdite à {id}.", id, place);
            var candidat = _candidats[id];
            var rang = RangDuVoeu(candidat, place);
            if (rang < 0)
                Ajouter("IMPOSE", $"{place} est imposée à {id}, qui ne l'a pas dans ses vœux : ajoutez le vœu et sa distance, ou retirez la place imposée.", id, place);
            else if (ALeDroitOpposable(candidat) && rang > RangDuVoeu(candidat, candidat.Origine!))
                Ajouter("DROIT", $"{place} est imposée à {id}, qui a le droit de revenir à {candidat.Origine} et la préfère : retirez la place imposée, ou corrigez ses vœux avec son accord.", id, place);
        }
        // A hard right never needs a seat; any other pin does.
        foreach (var parPlace in imposes.Where(i => !(ALeDroitOpposable(_candidats[i.Key]) && _candidats[i.Key].Origine == i.Value)).GroupBy(i => i.Value))
            if (_places[parPlace.Key].Capacite is var capacite && parPlace.Count() > capacite)
                Ajouter("CAPACITE", $"{parPlace.Key} : {parPlace.Count().Compter("candidat")} {parPlace.Count().Accorder("imposé", "imposés")} pour {capacite.Compter("place")}.", null, parPlace.Key);
    }

    private bool Connus(string quoi, string candidat, string place)
    {
        if (!_candidats.ContainsKey(candidat))
            Ajouter("CANDIDAT_INCONNU", $"{quoi} nomme {candidat}, qui n'est pas un candidat de ce fichier.", candidat, place);
        if (!_places.ContainsKey(place))
            Ajouter("PLACE_INCONNUE", $"{quoi} nomme {place}, qui n'est pas une place de ce fichier.", candidat, place);
        return _candidats.ContainsKey(candidat) && _places.ContainsKey(place);
    }

    private bool ALeDroitOpposable(Candidat candidat) => _probleme.DroitOpposable && candidat.Droit && candidat.Origine is { } origine && RangDuVoeu(candidat, origine) >= 0;

    private static int RangDuVoeu(Candidat candidat, string place)
    {
        for (var rang = 0; rang < candidat.Voeux.Count; rang++)
            if (candidat.Voeux[rang].Place == place)
                return rang;
        return -1;
    }

    private void Ajouter(string code, string phrase, string? candidat = null, string? place = null) => _conflits.Add(new(code, phrase, candidat, place));
}
