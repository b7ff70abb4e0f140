using Rebond.Optimisation.Affectation;

namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>
/// What an office does by hand: those who have a hard right and ask for their own school first never leave it; then the files in order, each
/// at the first wish with room, a hard right coming home whatever happens.
/// </summary>
internal static class Guichet
{
    public static Plan Placer(Probleme probleme)
    {
        var libres = probleme.Places.ToDictionary(p => p.Id, p => p.Capacite);
        var affectations = new List<Attribution>();
        bool ADroit(Candidat candidat, string place) => probleme.DroitOpposable && candidat.Droit && candidat.Origine == place;
        foreach (var candidat in probleme.Candidats.OrderBy(c => !(c.Voeux.Count > 0 && ADroit(c, c.Voeux[0].Place))))
            if (candidat.Voeux.FirstOrDefault(v => libres[v.Place] > 0 || ADroit(candidat, v.Place)) is { } voeu)
            {
                libres[voeu.Place]--;
                affectations.Add(new(candidat.Id, voeu.Place));
            }
        return new(affectations);
    }

    /// <summary>Occupants above both the capacity and the hard rights that came home.</summary>
    public static int Surnombre(Probleme probleme, Plan plan)
    {
        var droits = probleme.Candidats.Where(c => probleme.DroitOpposable && c.Droit).ToDictionary(c => c.Id, c => c.Origine);
        return plan.Affectations.GroupBy(a => a.Place).Join(probleme.Places, g => g.Key, p => p.Id,
            (g, p) => Math.Max(0, g.Count() - Math.Max(p.Capacite, g.Count(a => droits.GetValueOrDefault(a.Candidat) == p.Id)))).Sum();
    }
}
