namespace Rebond.Optimisation.Socle;

/// <summary>One broken rule: its family, a French sentence that says what to do or what is wrong, and where.</summary>
/// <param name="Code">The family: stable, in capitals.</param>
public sealed record Conflit(string Code, string Phrase, string? Candidat = null, string? Place = null);
