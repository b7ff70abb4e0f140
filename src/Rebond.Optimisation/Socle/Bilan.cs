namespace Rebond.Optimisation.Socle;

/// <summary>Cost, bound and what they prove. The cost is always the verifier's number.</summary>
/// <param name="Cout">None when there is no plan to count on.</param>
/// <param name="Borne">What no plan could beat; none when the instance contradicts itself.</param>
public sealed record Bilan(Statut Statut, int? Cout, int? Borne)
{
    public static Bilan Inconnu { get; } = new(Statut.Inconnu, null, null);

    /// <summary>(cost - bound) / max(1, cost).</summary>
    public decimal? Ecart => Cout is { } cout && Borne is { } borne ? decimal.Round((cout - borne) / (decimal)Math.Max(1, cout), 12) : null;

    public static Bilan DUnPlanAccepte(int cout, int borne) => new(cout == borne ? Statut.Optimal : Statut.Realisable, cout, borne);
}
