using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

public enum EtatCreneau { Libre, Reserve, Tenu, Absent, Annule }

/// <summary>A time the owner of the files offers for an entretien de situation.</summary>
public sealed class CreneauEntretien : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required TypeProprietaire Proprietaire { get; init; }
    public required string ProprietaireCode { get; init; }
    public required DateTime Debut { get; init; }
    public required int DureeMinutes { get; init; }
    public required string Lieu { get; set; }

    /// <summary>Who receives, and in what function: shown to the young person.</summary>
    public required string Interlocuteur { get; set; }
    public EtatCreneau Etat { get; set; } = EtatCreneau.Libre;
    public Guid? DossierId { get; set; }
    public DateTime? ReserveLe { get; set; }
    public int Version { get; set; }

    /// <summary>Free again for anybody.</summary>
    internal void Liberer() => (Etat, DossierId, ReserveLe) = (EtatCreneau.Libre, null, null);
}

internal sealed class CreneauEntretienMapping : IEntityTypeConfiguration<CreneauEntretien>
{
    public void Configure(EntityTypeBuilder<CreneauEntretien> table)
    {
        table.ToTable("suivi_creneau");
        table.Property(c => c.ProprietaireCode).HasMaxLength(8);
        table.Property(c => c.Lieu).HasMaxLength(200);
        table.Property(c => c.Interlocuteur).HasMaxLength(200);
        table.HasIndex(c => new { c.Proprietaire, c.ProprietaireCode, c.Debut });
        table.HasIndex(c => c.DossierId);
    }
}
