using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rebond.Coeur.Examen;

/// <summary>The marks of the candidates of one jury are frozen: the jury is closed. Written by Resultats through <see cref="Contrat"/>, obeyed by every writer of marks.</summary>
public sealed class GelNotes
{
    public required Guid JuryId { get; init; }
    public DateTime Le { get; init; }
}

internal sealed class GelNotesMapping : IEntityTypeConfiguration<GelNotes>
{
    public void Configure(EntityTypeBuilder<GelNotes> table)
    {
        table.ToTable("examen_gel_notes");
        table.HasKey(g => g.JuryId);
        table.Property(g => g.JuryId).ValueGeneratedNever();
    }
}
