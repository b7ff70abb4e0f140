using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>What a file must be: the establishment that sends it and the school year of the session. Null is not checked.</summary>
/// <param name="AnneeScolaire">First calendar year: 2025 for 2025-2026.</param>
public sealed record AttenduSiecle(string? Uai = null, int? AnneeScolaire = null);

/// <summary>PARAMETRES of the file.</summary>
public sealed record EnteteSiecle(string Uai, int AnneeScolaire, string? Version, string? Horodatage);

/// <summary>What a file of SIECLE held: the good lines, and why the others are not.</summary>
public sealed record FichierSiecle<T>
{
    public EnteteSiecle? Entete { get; init; }
    public required IReadOnlyList<T> Lignes { get; init; }
    public required IReadOnlyList<Rejet> Rejets { get; init; }
    public required int Lus { get; init; }

    /// <summary>Not even the good lines can be trusted: wrong file, cut, too many refusals.</summary>
    public required bool EstIllisible { get; init; }
}
