namespace Rebond.Coeur.Suivi.Parcours;

/// <summary>The half-days of the week without a lesson: for a job, a placement, support, a bus.</summary>
public static class DemiJournees
{
    private const int Midi = 13 * 60;

    /// <summary>Monday to Friday; a lesson that starts before 1 p.m. takes the morning, one that ends after it the afternoon.</summary>
    public static IReadOnlyList<(JourDeCours Jour, bool Matin)> Libres(IEnumerable<CoursDeClasse> gardes)
    {
        var prises = gardes.SelectMany(c => new[] { (c.Jour, Matin: true, Prise: c.Debut < Midi), (c.Jour, Matin: false, Prise: c.Fin > Midi) }).Where(p => p.Prise).Select(p => (p.Jour, p.Matin)).ToHashSet();
        return [.. Enum.GetValues<JourDeCours>().Where(j => j != JourDeCours.Samedi).SelectMany(j => new[] { (Jour: j, Matin: true), (Jour: j, Matin: false) }).Where(d => !prises.Contains(d))];
    }
}
