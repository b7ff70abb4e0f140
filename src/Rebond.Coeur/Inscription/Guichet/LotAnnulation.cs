using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Guichet;

public enum EtatLotAnnulation { Prepare, Confirme, Abandonne }

/// <summary>Files that one person proposes to cancel because incomplete at the date; another person confirms. Nothing changes for anyone before.</summary>
public sealed class LotAnnulation : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string CampagneCode { get; init; }
    public EtatLotAnnulation Etat { get; set; } = EtatLotAnnulation.Prepare;
    public required string Motif { get; init; }
    public DateTime PrepareLe { get; init; }

    /// <summary>Null: the command line.</summary>
    public Guid? PreparePar { get; init; }
    public DateTime? ClosLe { get; set; }
    public Guid? ClosPar { get; set; }
    public int Version { get; set; }
}

public enum IssueAnnulation { AVenir, Annulee, Epargnee }

/// <summary>One file of a batch, with the reasons its candidate will read.</summary>
public sealed class LigneAnnulation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid LotId { get; init; }
    public required Guid DossierId { get; init; }

    /// <summary>As shown when the batch was prepared: a file whose reasons have changed since is spared.</summary>
    public required string Raisons { get; init; }
    public IssueAnnulation Issue { get; set; } = IssueAnnulation.AVenir;

    /// <summary>Why spared.</summary>
    public string? Explication { get; set; }
}

internal sealed class LotAnnulationMapping : IEntityTypeConfiguration<LotAnnulation>
{
    public void Configure(EntityTypeBuilder<LotAnnulation> table)
    {
        table.ToTable("inscription_lot_annulation");
        table.Property(l => l.CampagneCode).HasMaxLength(60);
        table.Property(l => l.Motif).HasMaxLength(PerimetreGuichet.MotifMaximum);
        table.HasIndex(l => new { l.CampagneCode, l.Etat });
    }
}

internal sealed class LigneAnnulationMapping : IEntityTypeConfiguration<LigneAnnulation>
{
    public void Configure(EntityTypeBuilder<LigneAnnulation> table)
    {
        table.ToTable("inscription_ligne_annulation");
        table.Property(l => l.Raisons).HasMaxLength(4000);
        table.Property(l => l.Explication).HasMaxLength(1000);
        table.HasIndex(l => new { l.LotId, l.DossierId }).IsUnique();
        table.HasOne<LotAnnulation>().WithMany().HasForeignKey(l => l.LotId);
        table.HasOne<DossierInscription>().WithMany().HasForeignKey(l => l.DossierId);
    }
}
