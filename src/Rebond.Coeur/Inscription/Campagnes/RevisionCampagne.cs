using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Campagnes;

public enum EtatRevision { Brouillon, EnVigueur, Remplacee, Retiree }

/// <summary>
/// One revision of a campaign: the text of its file, never edited once in force. A registration file stays pinned to the revision it
/// started under; the DEC decides which open files follow a new one.
/// </summary>
public sealed class RevisionCampagne : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>"nancy-metz-bac-pro-2024".</summary>
    public required string Code { get; init; }

    /// <summary>1, 2, 3… for one code.</summary>
    public required int Numero { get; init; }
    public required SessionExamen Session { get; init; }

    /// <summary>Codes of the exams it opens, separated by spaces: "BAC_GENERAL BAC_TECHNOLOGIQUE".</summary>
    public required string Examens { get; init; }

    /// <summary>Two digits: "12".</summary>
    public required string Academie { get; init; }

    /// <summary>The campaign file as written; the rules read it.</summary>
    public required string Texte { get; set; }
    public EtatRevision Etat { get; set; } = EtatRevision.Brouillon;

    /// <summary>Why this revision, in the words of who wrote it: shown in the history.</summary>
    public required string Motif { get; set; }
    public DateTime CreeeLe { get; init; }
    public DateTime? PublieeLe { get; set; }
    public int Version { get; set; }
}

internal sealed class RevisionCampagneMapping : IEntityTypeConfiguration<RevisionCampagne>
{
    public void Configure(EntityTypeBuilder<RevisionCampagne> table)
    {
        table.ToTable("inscription_revision_campagne");
        table.Property(r => r.Code).HasMaxLength(60);
        table.Property(r => r.Examens).HasMaxLength(120);
        table.Property(r => r.Academie).HasMaxLength(2);
        table.Property(r => r.Motif).HasMaxLength(1000);
        table.HasIndex(r => new { r.Code, r.Numero }).IsUnique();
        table.HasIndex(r => r.Etat);
    }
}
