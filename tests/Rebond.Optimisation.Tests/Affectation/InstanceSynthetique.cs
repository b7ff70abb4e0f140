using Rebond.Optimisation.Affectation;

namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>
/// A made-up commission, the same for a seed: lycées spread over a square, places of unequal size and demand, candidates around their place
/// of origin, wishes within 45 km. By default the shape of an académie: some 940 candidates, 61 spécialités, 298 places, four out of five
/// with a hard right. More candidates take a larger square, not a denser one.
/// </summary>
internal sealed class InstanceSynthetique
{
    private const int DistanceMax = 45;
    private const int VoeuxMax = 8;
    private readonly Random _hasard;
    private readonly List<(Place Place, int X, int Y, int Poids)> _places = [];

    private InstanceSynthetique(int graine) => _hasard = new Random(graine);

    /// <param name="capacitePourCent">Seats for a hundred requests.</param>
    public static Probleme Creer(int graine, int candidats = 940, int capacitePourCent = 100, bool droitOpposable = true) =>
        new InstanceSynthetique(graine).Creer(candidats, capacitePourCent, droitOpposable);

    private Probleme Creer(int effectif, int capacitePourCent, bool droitOpposable)
    {
        Placer(nombre: (int)(effectif * 298L / 940), cote: Racine(effectif * 8));
        Doter(effectif * capacitePourCent / 100);
        var tirage = Enumerable.Range(1, effectif).OrderBy(_ => _hasard.Next()).ToArray();
        return new Probleme
        {
            DroitOpposable = droitOpposable,
            DistanceMaxKm = DistanceMax,
            Places = [.. _places.Select(p => p.Place)],
            Candidats = [.. Enumerable.Range(0, effectif).Select(i => UnCandidat(i, tirage[i]))],
        };
    }

    private void Placer(int nombre, int cote)
    {
        var lycees = Enumerable.Range(1, Math.Max(1, nombre / 3)).Select(i => (Id: $"L{i:0000}", X: _hasard.Next(cote), Y: _hasard.Next(cote))).ToList();
        var vues = new HashSet<string>();
        while (_places.Count < nombre)
        {
            // A few spécialités are everywhere, most are rare.
            var (lycee, specialite) = (lycees[_hasard.Next(lycees.Count)], Math.Min(_hasard.Next(61), _hasard.Next(61)) + 1);
            if (vues.Add($"{lycee.Id}-S{specialite:00}"))
                _places.Add((new($"{lycee.Id}-S{specialite:00}", lycee.Id, $"S{specialite:00}", 0), lycee.X, lycee.Y, _hasard.Next(1, 6)));
        }
    }

    private void Doter(int sieges)
    {
        for (var siege = 0; siege < sieges; siege++)
        {
            var p = AuPoids();
            _places[p] = _places[p] with { Place = _places[p].Place with { Capacite = _places[p].Place.Capacite + 1 } };
        }
    }

    private Candidat UnCandidat(int i, int departage)
    {
        var origine = _places[AuPoids()];
        var (x, y) = (origine.X + Ecart(), origine.Y + Ecart());
        var droit = _hasard.Next(100) < 80;
        var proches = _places.Where(p => p.Place.Specialite == origine.Place.Specialite)
            .Select(p => (p.Place.Id, Km: Racine(((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y)))))
            .Where(p => p.Km <= DistanceMax && p.Id != origine.Place.Id).OrderBy(p => p.Km + _hasard.Next(15)).ThenBy(p => p.Id, StringComparer.Ordinal)
            .Take(_hasard.Next(VoeuxMax)).Select(p => new Voeu(p.Id, p.Km)).ToList();
        var voeux = new List<Voeu>(proches);
        // Most ask for their own school first; some put it lower; some of those without the right leave it out.
        if (droit || _hasard.Next(10) < 7)
            voeux.Insert(_hasard.Next(10) < 7 ? 0 : _hasard.Next(voeux.Count + 1), new Voeu(origine.Place.Id, Racine(((origine.X - x) * (origine.X - x)) + ((origine.Y - y) * (origine.Y - y)))));
        var moyenne = 999 - Math.Min(_hasard.Next(500), _hasard.Next(500));
        return new($"K{i + 1:00000}", origine.Place.Specialite, origine.Place.Id, droit, moyenne, _hasard.Next(100) < 15, departage, voeux);
    }

    private int Ecart() => _hasard.Next(-9, 10) + _hasard.Next(-9, 10);

    private int AuPoids()
    {
        while (true)
        {
            var p = _hasard.Next(_places.Count);
            if (_hasard.Next(5) < _places[p].Poids)
                return p;
        }
    }

    private static int Racine(int carre) => (int)Math.Sqrt(carre);
}
