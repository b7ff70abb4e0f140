using Rebond.Optimisation.Affectation;

namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>
/// The rule of the affectation written once more, as plainly as possible and by definition alone: every plan is listed, and those that hold
/// every rule are kept. Only for a handful of candidates.
/// </summary>
internal static class ForceBrute
{
    /// <summary>Each candidate in none or one of his wishes, bans left out.</summary>
    public static IEnumerable<Plan> TousLesPlans(Probleme probleme)
    {
        IEnumerable<IReadOnlyList<Attribution>> plans = [[]];
        foreach (var candidat in probleme.Candidats)
        {
            var choix = candidat.Voeux.Select(v => new Attribution(candidat.Id, v.Place)).Where(a => !probleme.Interdits.Contains(a)).ToList();
            plans = plans.SelectMany(debut => choix.Select(IReadOnlyList<Attribution> (a) => [.. debut, a]).Append(debut));
        }
        return plans.Select(p => new Plan(p));
    }

    /// <summary>Pins held, rights served at home or better, nobody above capacity but by right: envy does not matter here.</summary>
    public static bool Tient(Probleme probleme, Plan plan) =>
        Sert(probleme, plan) && probleme.Places.All(place => Occupants(probleme, plan, place.Id) is var occupants
            && occupants.Count <= Math.Max(place.Capacite, occupants.Count(c => Droit(probleme, c, place.Id))));

    /// <summary>The same, but those who asked elsewhere first and came home by right are counted nowhere.</summary>
    public static bool TientEnLaissantLesDroitsSAjouter(Probleme probleme, Plan plan) =>
        Sert(probleme, plan) && probleme.Places.All(place =>
        {
            var occupants = Occupants(probleme, plan, place.Id);
            var chezEux = occupants.Count(c => Droit(probleme, c, place.Id) && !EstImpose(probleme, c) && Premier(probleme, c) == place.Id);
            var revenus = occupants.Count(c => Droit(probleme, c, place.Id) && !EstImpose(probleme, c) && Premier(probleme, c) != place.Id);
            var fixes = occupants.Count(c => EstImpose(probleme, c)) + chezEux;
            return occupants.Count - revenus <= Math.Max(place.Capacite, fixes);
        });

    /// <summary>Pins held, and every hard right at home or better.</summary>
    private static bool Sert(Probleme probleme, Plan plan) =>
        probleme.Imposes.All(plan.Affectations.Contains)
        && probleme.Candidats.All(c => c.Origine is null || !Droit(probleme, c, c.Origine) || Rang(c, Place(plan, c)) <= Rang(c, c.Origine));

    /// <summary>And nobody, pins apart, prefers a place with room or one held, pins apart, by someone who goes after.</summary>
    public static bool EstSansEnvie(Probleme probleme, Plan plan) =>
        Tient(probleme, plan) && probleme.Candidats.Where(c => !EstImpose(probleme, c)).All(candidat =>
            candidat.Voeux.Take(Rang(candidat, Place(plan, candidat)) - 1).Where(v => !probleme.Interdits.Contains(new(candidat.Id, v.Place))).All(voeu =>
            {
                var occupants = Occupants(probleme, plan, voeu.Place);
                return !Droit(probleme, candidat, voeu.Place)
                    && occupants.Count >= probleme.Places.Single(p => p.Id == voeu.Place).Capacite
                    && occupants.Where(o => !EstImpose(probleme, o)).All(o => Cle(o, voeu.Place).CompareTo(Cle(candidat, voeu.Place)) < 0);
            }));

    public static int SansPlace(Probleme probleme, Plan plan) => probleme.Candidats.Count - plan.Affectations.Count;

    /// <summary>1 for the first wish; after all of them without a place.</summary>
    public static int Rang(Candidat candidat, string? place) => candidat.Voeux.Select(v => v.Place).Append(place).ToList().IndexOf(place) + 1;

    public static string? Place(Plan plan, Candidat candidat) => plan.Affectations.FirstOrDefault(a => a.Candidat == candidat.Id)?.Place;

    public static bool Droit(Probleme probleme, Candidat candidat, string place) =>
        probleme.DroitOpposable && candidat.Droit && candidat.Origine == place && candidat.Voeux.Any(v => v.Place == place);

    /// <summary>His first wish, bans left out.</summary>
    private static string Premier(Probleme probleme, Candidat candidat) => candidat.Voeux.First(v => !probleme.Interdits.Contains(new(candidat.Id, v.Place))).Place;

    private static bool EstImpose(Probleme probleme, Candidat candidat) => probleme.Imposes.Any(i => i.Candidat == candidat.Id);

    private static List<Candidat> Occupants(Probleme probleme, Plan plan, string place) =>
        [.. plan.Affectations.Where(a => a.Place == place).Select(a => probleme.Candidats.Single(c => c.Id == a.Candidat))];

    private static (int, int, int, long, string) Cle(Candidat candidat, string place) =>
        (candidat.Origine == place ? (candidat.Droit ? 1 : 2) : 3, candidat.MoyenneCentiemes, candidat.Mineur ? 0 : 1, candidat.Departage, candidat.Id);
}
