namespace Rebond.Optimisation.Socle;

/// <summary>What is known of a plan. Never OPTIMAL without a bound equal to the cost.</summary>
public enum Statut
{
    /// <summary>The cost equals a proven bound.</summary>
    Optimal,

    /// <summary>Every hard rule holds; something better is not excluded, by the gap at most.</summary>
    Realisable,

    /// <summary>No plan can hold every rule; the conflicts say why.</summary>
    Irrealisable,

    /// <summary>Time ran out with nothing to show.</summary>
    Inconnu,
}

public static class Statuts
{
    public static string Code(this Statut statut) => statut switch
    {
        Statut.Optimal => "OPTIMAL",
        Statut.Realisable => "REALISABLE",
        Statut.Irrealisable => "IRREALISABLE",
        _ => "INCONNU",
    };
}
