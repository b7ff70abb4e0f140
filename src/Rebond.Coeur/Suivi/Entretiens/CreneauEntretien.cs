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
    public DateTime? RappeleLe { get; set; }
    public int Version { get; set; }
}

/// <summary>The record of an entretien de situation: what was said and agreed, who was there, who signed.</summary>
public sealed class EntretienSituation : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }
    public Guid? CreneauId { get; init; }
    public required DateTime TenuLe { get; init; }
    public Guid? Par { get; init; }
    public required string Presents { get; set; }
    public required string Projet { get; set; }

    /// <summary>Codes of needs, separated by spaces: MOBILITE LOGEMENT ORIENTATION RECHERCHE_EMPLOI…</summary>
    public string Besoins { get; set; } = "";
    public string Obstacles { get; set; } = "";
    public required string PlanConvenu { get; set; }
    public DateTime? SigneJeuneLe { get; set; }
    public DateTime? SigneResponsableLe { get; set; }
    public int Version { get; set; }
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

internal sealed class EntretienSituationMapping : IEntityTypeConfiguration<EntretienSituation>
{
    public void Configure(EntityTypeBuilder<EntretienSituation> table)
    {
        table.ToTable("suivi_entretien");
        table.Property(e => e.Presents).HasMaxLength(500);
        table.Property(e => e.Projet).HasMaxLength(2000);
        table.Property(e => e.Besoins).HasMaxLength(300);
        table.Property(e => e.Obstacles).HasMaxLength(2000);
        table.Property(e => e.PlanConvenu).HasMaxLength(2000);
        table.HasIndex(e => e.DossierId);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(e => e.DossierId);
    }
}
