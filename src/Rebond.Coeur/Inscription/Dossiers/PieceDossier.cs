using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>What is known of one piece of one file. A later upload replaces the former in use, never in history.</summary>
public enum EtatPiece { Absente, Deposee, Illisible, Refusee, Acceptee, Perimee, Dispensee }

/// <summary>One piece asked of one file, with the last decision on it; earlier decisions are in the journal.</summary>
public sealed class PieceDossier : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>Code of the campaign: PIECE_IDENTITE, RECENSEMENT_OU_JDC…</summary>
    public required string Code { get; init; }
    public EtatPiece Etat { get; set; } = EtatPiece.Absente;

    /// <summary>Why refused, unreadable, expired or waived: read by the candidate.</summary>
    public string? Motif { get; set; }

    /// <summary>"I cannot supply it because…", in the candidate's words; the DEC answers by a decision.</summary>
    public string? Empechement { get; set; }

    /// <summary>The uploaded file in use, when the campaign takes uploads.</summary>
    public Guid? DepotId { get; set; }
    public DateTime? RecueLe { get; set; }
    public DateTime? DecideeLe { get; set; }
    public Guid? DecideePar { get; set; }
    public int Version { get; set; }
}

/// <summary>One envelope, or one delivery by hand, received for a file.</summary>
public sealed class EnvoiDossier
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>Channel of the campaign: POSTE, GUICHET, DEPOT_EN_LIGNE.</summary>
    public required string Canal { get; init; }

    /// <summary>Date of the postmark; null when the channel has none or it cannot be read.</summary>
    public DateOnly? Cachet { get; init; }
    public required DateTime RecuLe { get; init; }
    public Guid? RecuPar { get; init; }

    /// <summary>The number and version read on the confirmation.</summary>
    public required int NumeroVersionLu { get; init; }

    /// <summary>False when late or by a channel the campaign does not take; with the reason.</summary>
    public required bool Accepte { get; init; }
    public string? Motif { get; init; }
}

internal sealed class PieceDossierMapping : IEntityTypeConfiguration<PieceDossier>
{
    public void Configure(EntityTypeBuilder<PieceDossier> table)
    {
        table.ToTable("inscription_piece");
        table.Property(p => p.Code).HasMaxLength(40);
        table.Property(p => p.Motif).HasMaxLength(1000);
        table.Property(p => p.Empechement).HasMaxLength(1000);
        table.HasIndex(p => new { p.DossierId, p.Code }).IsUnique();
        table.HasOne<DossierInscription>().WithMany().HasForeignKey(p => p.DossierId);
    }
}

internal sealed class EnvoiDossierMapping : IEntityTypeConfiguration<EnvoiDossier>
{
    public void Configure(EntityTypeBuilder<EnvoiDossier> table)
    {
        table.ToTable("inscription_envoi");
        table.Property(e => e.Canal).HasMaxLength(20);
        table.Property(e => e.Motif).HasMaxLength(1000);
        table.HasIndex(e => e.DossierId);
        table.HasOne<DossierInscription>().WithMany().HasForeignKey(e => e.DossierId);
    }
}
