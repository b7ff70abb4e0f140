using CsCheck;
using Rebond.Optimisation.Affectation;

namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>Small instances, by hand or at random.</summary>
internal static class Donnees
{
    public const string Specialite = "S17";

    public static Place UnePlace(string id, int capacite = 1, string specialite = Specialite) => new(id, "L" + id, specialite, capacite);

    /// <summary>Wishes are places, 10 km further each.</summary>
    public static Candidat UnCandidat(string id, decimal moyenne, params string[] voeux) =>
        new(id, Specialite, null, false, (int)(moyenne * 100), false, 0, [.. voeux.Select((place, rang) => new Voeu(place, 10 * (rang + 1)))]);

    public static Candidat Venant(this Candidat candidat, string origine, bool droit = false) => candidat with { Origine = origine, Droit = droit };

    public static Probleme UnProbleme(IReadOnlyList<Place> places, params Candidat[] candidats) =>
        new() { DroitOpposable = true, DistanceMaxKm = 45, Places = places, Candidats = candidats };

    public static Plan UnPlan(params (string Candidat, string Place)[] lignes) => new([.. lignes.Select(l => new Attribution(l.Candidat, l.Place))]);

    public static Probleme AvecCapacite(this Probleme probleme, string place, int enPlus) =>
        probleme with { Places = [.. probleme.Places.Select(p => p.Id == place ? p with { Capacite = p.Capacite + enPlus } : p)] };

    /// <summary>Up to five candidates on four places, few distinct means so that every rule of order decides, pins and bans now and then.</summary>
    public static Gen<Probleme> Petits { get; } = Tires(5, 4, 2);

    public static Gen<Probleme> Moyens { get; } = Tires(40, 8, 5);

    private static Gen<Probleme> Tires(int candidats, int places, int capacite) =>
        Gen.Select(Gen.Int[1, candidats], Gen.Int[1, places], Gen.Int).Select((n, p, graine) => Tirer(new Random(graine), n, p, capacite));

    private static Probleme Tirer(Random hasard, int candidats, int places, int capaciteMax)
    {
        var lieux = Enumerable.Range(1, places).Select(i => new Place($"P{i}", $"L{i}", Specialite, hasard.Next(capaciteMax + 1))).ToList();
        var tires = Enumerable.Range(1, candidats).Select(i => TirerCandidat(hasard, $"K{i:00}", lieux)).ToList();
        var probleme = new Probleme { DroitOpposable = hasard.Next(4) > 0, DistanceMaxKm = 45, Places = lieux, Candidats = tires };
        return hasard.Next(3) > 0 ? probleme : probleme with { Imposes = TirerVoeux(hasard, tires, 1), Interdits = TirerVoeux(hasard, tires, 2) };
    }

    private static Candidat TirerCandidat(Random hasard, string id, List<Place> lieux)
    {
        var voeux = lieux.OrderBy(_ => hasard.Next()).Take(hasard.Next(lieux.Count + 1)).Select(p => new Voeu(p.Id, hasard.Next(45))).ToList();
        var origine = hasard.Next(3) > 0 ? lieux[hasard.Next(lieux.Count)].Id : null;
        return new(id, Specialite, origine, hasard.Next(2) == 0, 800 + hasard.Next(3), hasard.Next(2) == 0, hasard.Next(3), voeux);
    }

    private static List<Attribution> TirerVoeux(Random hasard, List<Candidat> candidats, int nombre) =>
        [.. candidats.Where(c => c.Voeux.Count > 0).OrderBy(_ => hasard.Next()).Take(hasard.Next(nombre + 1)).Select(c => new Attribution(c.Id, c.Voeux[hasard.Next(c.Voeux.Count)].Place))];
}
