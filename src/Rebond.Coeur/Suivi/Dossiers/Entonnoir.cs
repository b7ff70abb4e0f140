namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>
/// How many are followed, and of those how many were reached, seen, chose a solution, are in place. A null is a figure kept secret, never a zero.
/// Solutions are counted among the reached, those in place among the solutions.
/// </summary>
public sealed class Entonnoir
{
    public int? Suivis { get; set; }
    public int? Joints { get; set; }
    public int? Recus { get; set; }
    public int? Solutions { get; set; }
    public int? EnPlace { get; set; }

    /// <summary>Those to whom the school of origin owes a place, and those of them who chose to take it.</summary>
    public int? DroitsOuverts { get; set; }
    public int? DroitsExerces { get; set; }

    /// <summary>Days from the opening of the file to the first contact, of those who were reached.</summary>
    public int? MedianeJours { get; set; }
    public int? MaximumJours { get; set; }

    public int? SansSolution => Suivis - Solutions;

    /// <summary>Per cent, rounded down.</summary>
    public int? PartSansSolution => Suivis is > 0 ? SansSolution * 100 / Suivis : null;

    public static readonly IReadOnlyList<(Func<Entonnoir, int?> Lire, Action<Entonnoir> Taire)> Colonnes =
    [
        (e => e.Suivis, e => (e.Suivis, e.Joints, e.Recus, e.Solutions, e.EnPlace, e.DroitsOuverts, e.DroitsExerces, e.MedianeJours) = (null, null, null, null, null, null, null, null)),
        (e => e.Joints, e => (e.Joints, e.MedianeJours) = (null, null)),
        (e => e.Recus, e => e.Recus = null),
        (e => e.Solutions, e => e.Solutions = null),
        (e => e.EnPlace, e => e.EnPlace = null),
        (e => e.DroitsOuverts, e => e.DroitsOuverts = null),
        (e => e.DroitsExerces, e => e.DroitsExerces = null),
    ];
}
