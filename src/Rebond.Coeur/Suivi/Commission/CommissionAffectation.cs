using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Commission;

public enum EtatCommission { Preparation, Proposee, Arretee }

/// <summary>One sitting of the commission of a département: what was computed, from what, and what people decided.</summary>
public sealed class CommissionAffectation : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required SessionExamen Session { get; init; }
    public required string Departement { get; init; }
    public required DateOnly Date { get; set; }
    public EtatCommission Etat { get; set; } = EtatCommission.Preparation;

    /// <summary>Files whose distance to the place is beyond it are not eligible there.</summary>
    public int DistanceMaxKm { get; set; } = 45;

    /// <summary>Instance and plan of « planifier affectation », as computed: anyone may check them.</summary>
    public string? Instance { get; set; }
    public string? Plan { get; set; }
    public DateTime? ArreteeLe { get; set; }
    public Guid? ArreteePar { get; set; }
    public int Version { get; set; }
}

/// <summary>Places of terminale open to people who prepare again, by establishment and spécialité.</summary>
public sealed class CapaciteReprise : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required SessionExamen Session { get; init; }
    public required string Uai { get; init; }
    public required string Specialite { get; init; }
    public required int Places { get; set; }
    public int Version { get; set; }
}

/// <summary>What the commission decides for one request.</summary>
public sealed class DecisionAffectation : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CommissionId { get; init; }
    public required Guid DemandeId { get; init; }

    /// <summary>Null: no place; the person goes to the waiting list and keeps his other options.</summary>
    public string? Uai { get; set; }

    /// <summary>Decided by hand against or beside the proposal: with its reason.</summary>
    public bool ParLaMain { get; set; }

    /// <summary>DROIT, VOEU_1…, SANS_PLACE and its figures: own figures only, never another pupil's.</summary>
    public required string Raison { get; set; }

    /// <summary>What would have changed the decision, in one sentence.</summary>
    public string? CeQuiAuraitChange { get; set; }
    public int? RangAttente { get; set; }
    public int Version { get; set; }
}

internal sealed class CommissionAffectationMapping : IEntityTypeConfiguration<CommissionAffectation>
{
    public void Configure(EntityTypeBuilder<CommissionAffectation> table)
    {
        table.ToTable("suivi_commission");
        table.Property(c => c.Departement).HasMaxLength(3);
        table.HasIndex(c => new { c.Session, c.Departement });
    }
}

internal sealed class CapaciteRepriseMapping : IEntityTypeConfiguration<CapaciteReprise>
{
    public void Configure(EntityTypeBuilder<CapaciteReprise> table)
    {
        table.ToTable("suivi_capacite");
        table.Property(c => c.Uai).HasMaxLength(8);
        table.Property(c => c.Specialite).HasMaxLength(8);
        table.HasIndex(c => new { c.Session, c.Uai, c.Specialite }).IsUnique();
    }
}

internal sealed class DecisionAffectationMapping : IEntityTypeConfiguration<DecisionAffectation>
{
    public void Configure(EntityTypeBuilder<DecisionAffectation> table)
    {
        table.ToTable("suivi_decision_affectation");
        table.Property(d => d.Uai).HasMaxLength(8);
        table.Property(d => d.Raison).HasMaxLength(1000);
        table.Property(d => d.CeQuiAuraitChange).HasMaxLength(1000);
        table.HasIndex(d => new { d.CommissionId, d.DemandeId }).IsUnique();
        table.HasOne<CommissionAffectation>().WithMany().HasForeignKey(d => d.CommissionId);
        table.HasOne<DemandeReinscription>().WithMany().HasForeignKey(d => d.DemandeId);
    }
}
