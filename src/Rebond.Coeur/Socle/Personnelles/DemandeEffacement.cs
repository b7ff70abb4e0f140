using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Personnelles;

public enum EtatEffacement
{
    Demandee,

    /// <summary>Erased, save what must be kept: said in <see cref="DemandeEffacement.Conserve"/>.</summary>
    Acceptee,
    Refusee,

    /// <summary>Withdrawn by the person before it was decided.</summary>
    Retiree,
}

/// <summary>Someone asks that what is held on him be erased. A person of the DEC decides, with a reason, by the retention rules.</summary>
public sealed class DemandeEffacement : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CompteId { get; init; }
    public required DateTime DemandeLe { get; init; }

    /// <summary>In his words; erased with the rest.</summary>
    public string? Precisions { get; set; }
    public EtatEffacement Etat { get; set; } = EtatEffacement.Demandee;
    public DateTime? DecideLe { get; set; }
    public Guid? DecidePar { get; set; }

    /// <summary>Read by the person.</summary>
    public string? Motif { get; set; }

    /// <summary>What stayed and why, as it was said to him.</summary>
    public string? Conserve { get; set; }
    public int Version { get; set; }
}

internal sealed class DemandeEffacementMapping : IEntityTypeConfiguration<DemandeEffacement>
{
    public void Configure(EntityTypeBuilder<DemandeEffacement> table)
    {
        table.ToTable("socle_demande_effacement");
        table.Property(d => d.Precisions).HasMaxLength(1000);
        table.Property(d => d.Motif).HasMaxLength(1000);
        table.HasIndex(d => new { d.Etat, d.DemandeLe });
        table.HasIndex(d => d.CompteId);
        table.HasOne<Utilisateur>().WithMany().HasForeignKey(d => d.CompteId);
    }
}
