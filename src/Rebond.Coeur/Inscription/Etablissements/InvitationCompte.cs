using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>The code of a paper slip that binds a pupil's account to the file his school opened: printed once, used once, with his birth date.</summary>
public sealed class InvitationCompte : IVersionne
{
    public static readonly TimeSpan Validite = TimeSpan.FromDays(60);
    public const int EssaisMax = 5;

    /// <summary>One a file: a new slip replaces the former.</summary>
    public required Guid DossierId { get; init; }
    public required string EmpreinteCode { get; set; }
    public required DateTime CreeeLe { get; set; }
    public DateTime? UtiliseeLe { get; set; }

    /// <summary>Wrong birth dates.</summary>
    public int Essais { get; set; }
    public int Version { get; set; }

    public bool VautA(DateTime instantUtc) => UtiliseeLe is null && Essais < EssaisMax && instantUtc < CreeeLe + Validite;
}

internal sealed class InvitationCompteMapping : IEntityTypeConfiguration<InvitationCompte>
{
    public void Configure(EntityTypeBuilder<InvitationCompte> table)
    {
        table.ToTable("inscription_invitation");
        table.HasKey(i => i.DossierId);
        table.Property(i => i.DossierId).ValueGeneratedNever();
        table.Property(i => i.EmpreinteCode).HasMaxLength(64);
        table.HasIndex(i => i.EmpreinteCode).IsUnique();
        table.HasOne<DossierInscription>().WithOne().HasForeignKey<InvitationCompte>(i => i.DossierId);
    }
}
