namespace Rebond.Optimisation.Affectation;

/// <summary>The commission's question: who goes where, in the same spécialité, within a distance (docs/contrat-cli.md).</summary>
public sealed record Probleme
{
    /// <summary>A hard right is served above capacity if need be. False: it is only the first rank of priority.</summary>
    public required bool DroitOpposable { get; init; }

    public required int DistanceMaxKm { get; init; }
    public required IReadOnlyList<Place> Places { get; init; }
    public required IReadOnlyList<Candidat> Candidats { get; init; }

    /// <summary>Decided by hand: hard, and back unchanged in the plan.</summary>
    public IReadOnlyList<Attribution> Imposes { get; init; } = [];

    /// <summary>Excluded by hand.</summary>
    public IReadOnlyList<Attribution> Interdits { get; init; } = [];
}

/// <summary>The seats of one spécialité in one school.</summary>
public sealed record Place(string Id, string Etablissement, string Specialite, int Capacite);

/// <param name="Origine">The place of last year; none, or out of the instance, for who comes from elsewhere.</param>
/// <param name="Droit">Hard right at the place of origin: first failure, the next rentrée.</param>
/// <param name="MoyenneCentiemes">Mark × 100: the lowest is the furthest from success, and goes first.</param>
/// <param name="Departage">The published draw; the smallest goes first.</param>
/// <param name="Voeux">In order of preference, already eligible.</param>
public sealed record Candidat(string Id, string Specialite, string? Origine, bool Droit, int MoyenneCentiemes, bool Mineur, long Departage, IReadOnlyList<Voeu> Voeux);

public sealed record Voeu(string Place, int Km);

/// <summary>A candidate and a place: a line of a plan, a pin or a ban.</summary>
public sealed record Attribution(string Candidat, string Place);

/// <summary>Who goes where; a candidate who is not there has no place.</summary>
public sealed record Plan(IReadOnlyList<Attribution> Affectations);
