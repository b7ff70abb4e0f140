using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>
/// The text of a campaign that somebody is writing, right or wrong: his alone, one for each campaign, until he publishes it or drops it. A closed
/// browser loses nothing.
/// </summary>
public sealed class BrouillonCampagne : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CompteId { get; init; }

    /// <summary>Of the campaign being written, as its page names it; the text may say otherwise.</summary>
    public required string Code { get; init; }

    /// <summary>Campaign a new one is copied from; null when a revision is being written.</summary>
    public string? Modele { get; init; }

    /// <summary>Revision in force when the author began; 0 for a new campaign.</summary>
    public required int NumeroLu { get; init; }
    public required string Texte { get; set; }
    public string Motif { get; set; } = "";
    public required DateTime ModifieLe { get; set; }
    public int Version { get; set; }
}

internal sealed class BrouillonCampagneMapping : IEntityTypeConfiguration<BrouillonCampagne>
{
    public void Configure(EntityTypeBuilder<BrouillonCampagne> table)
    {
        table.ToTable("inscription_brouillon_campagne");
        table.Property(b => b.Code).HasMaxLength(60);
        table.Property(b => b.Modele).HasMaxLength(60);
        table.Property(b => b.Motif).HasMaxLength(1000);
        table.HasIndex(b => new { b.CompteId, b.Code }).IsUnique();
        table.HasOne<Utilisateur>().WithMany().HasForeignKey(b => b.CompteId);
    }
}
