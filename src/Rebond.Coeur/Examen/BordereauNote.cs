using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>
/// What the examiner's slip says of one unit of one candidate, keyed apart from the mark. A difference blocks the deliberation
/// (incident of 2013: 8 copied for 13). An absence on the slip is what confirms an absence in the marks (incident of 2017).
/// </summary>
public sealed class BordereauNote : IVersionne
{
    public required Guid CandidatureId { get; init; }
    public required string Unite { get; init; }
    public required SessionExamen Session { get; init; }

    /// <summary>Same writing as a unit of <see cref="FeuilleNotes.Notes"/>: "12.5", "ABSENT".</summary>
    public required string Valeur { get; set; }
    public int Version { get; set; }
}

internal sealed class BordereauNoteMapping : IEntityTypeConfiguration<BordereauNote>
{
    public void Configure(EntityTypeBuilder<BordereauNote> table)
    {
        table.ToTable("examen_bordereau_note");
        table.HasKey(b => new { b.CandidatureId, b.Unite });
        table.Property(b => b.Unite).HasMaxLength(60);
        table.Property(b => b.Valeur).HasMaxLength(24);
        table.HasIndex(b => b.Session);
        table.HasOne<Inscription.Candidature>().WithMany().HasForeignKey(b => b.CandidatureId);
    }
}
