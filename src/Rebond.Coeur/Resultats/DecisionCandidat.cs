using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

public enum GroupeEpreuves { Premier, Second }

/// <summary>A proposal is what the rules compute; only a person's act (the jury's closing) makes it a decision.</summary>
public enum EtatDecision { Proposee, Arretee }

/// <summary>
/// What a jury decided for one candidature after one group of épreuves, with everything needed to decide it again years later:
/// the marks as they stood, the version of the law. The reasons are a pure function of both (Rebond.Regles) and replay proves it.
/// </summary>
public sealed class DecisionCandidat : IVersionne
{
    public required Guid CandidatureId { get; init; }
    public required GroupeEpreuves Groupe { get; init; }
    public required SessionExamen Session { get; init; }
    public required Guid JuryId { get; init; }
    public required EtatDecision Etat { get; set; }
    public required Decision Decision { get; set; }
    public required Mention Mention { get; set; }

    /// <summary>Total of points and of coefficients, the units of <see cref="Moyenne"/>.</summary>
    public long MoyennePoints { get; set; }
    public long MoyenneCoefficients { get; set; }
    public bool Provisoire { get; set; }

    /// <summary>Decided on an invented table: demonstration only, and said wherever it shows.</summary>
    public bool Simulation { get; set; }

    /// <summary>The case as the rules received it (contrat-cli.md section 1, compact JSON): replaying it gives the same answer.</summary>
    public required string Cas { get; set; }

    public DateTime ArreteeLe { get; set; }
    public int Version { get; set; }
}

internal sealed class DecisionCandidatMapping : IEntityTypeConfiguration<DecisionCandidat>
{
    public void Configure(EntityTypeBuilder<DecisionCandidat> table)
    {
        table.ToTable("resultats_decision");
        table.HasKey(d => new { d.CandidatureId, d.Groupe });
        table.HasIndex(d => d.JuryId);
        table.HasIndex(d => new { d.Session, d.Decision });
    }
}
