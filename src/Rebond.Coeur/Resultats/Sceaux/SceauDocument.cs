using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rebond.Coeur.Resultats.Sceaux;

/// <summary>
/// The code printed on a relevé de notes. It says nothing about the person; it stands here so that a reader types it alone. It is
/// computed again from the decision at each check: a relevé printed before a decision was corrected no longer verifies.
/// </summary>
public sealed class SceauDocument
{
    /// <summary>Sixteen letters and digits, without hyphens.</summary>
    public required string Code { get; init; }
    public required Guid CandidatureId { get; init; }
    public required GroupeEpreuves Groupe { get; init; }
    public required DateTime ApposeLe { get; init; }
}

/// <summary>The secret the codes are computed with, encrypted by the application's data-protection keys.</summary>
public sealed class CleSceau
{
    public const int Unique = 1;

    public required int Id { get; init; }
    public required string ClefProtegee { get; init; }
    public required DateTime CreeeLe { get; init; }
}

internal sealed class SceauDocumentMapping : IEntityTypeConfiguration<SceauDocument>
{
    public void Configure(EntityTypeBuilder<SceauDocument> table)
    {
        table.ToTable("resultats_sceau_document");
        table.HasKey(s => s.Code);
        table.Property(s => s.Code).HasMaxLength(16);
        table.HasIndex(s => new { s.CandidatureId, s.Groupe });
    }
}

internal sealed class CleSceauMapping : IEntityTypeConfiguration<CleSceau>
{
    public void Configure(EntityTypeBuilder<CleSceau> table)
    {
        table.ToTable("resultats_cle_sceau");
        table.Property(c => c.Id).ValueGeneratedNever();
    }
}
