using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Dossiers;

public enum EtatAvisExperience { Demande, Valide, Refuse }

/// <summary>Three years of professional activity, sent to the inspecteur of the spécialité, who decides with a reason.</summary>
public sealed class AvisExperience : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>Of the file when it was sent.</summary>
    public required string Specialite { get; set; }

    /// <summary>The inspecteur of the spécialité, named by the DEC: nobody else reads the file.</summary>
    public required Guid InspecteurId { get; set; }
    public EtatAvisExperience Etat { get; set; } = EtatAvisExperience.Demande;
    public DateTime DemandeLe { get; set; }
    public DateTime? DecideLe { get; set; }
    public Guid? DecidePar { get; set; }

    /// <summary>Read by the candidate; required either way.</summary>
    public string? Motif { get; set; }
    public int Version { get; set; }
}

internal sealed class AvisExperienceMapping : IEntityTypeConfiguration<AvisExperience>
{
    public void Configure(EntityTypeBuilder<AvisExperience> table)
    {
        table.ToTable("inscription_avis_experience");
        table.Property(a => a.Specialite).HasMaxLength(8);
        table.Property(a => a.Motif).HasMaxLength(1000);
        table.HasIndex(a => a.DossierId).IsUnique();
        table.HasIndex(a => new { a.InspecteurId, a.Etat });
        table.HasIndex(a => a.Specialite);
        table.HasOne<DossierInscription>().WithMany().HasForeignKey(a => a.DossierId);
    }
}
