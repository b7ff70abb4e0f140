using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Amenagements;

public enum ProcedureSuivie { Simplifiee, Complete }

public enum EtatAmenagement
{
    Demande,

    /// <summary>The designated doctor gave an opinion; the rectorat has not decided.</summary>
    AvisRendu,
    Accorde,
    AccordePartiellement,
    Refuse,
    Retire,
}

/// <summary>
/// An adaptation asked for the épreuves: what is asked, what is decided and its effects on planning. No diagnosis and no medical paper is
/// ever stored: only that the doctor has given an opinion, and when.
/// </summary>
public sealed class DemandeAmenagement : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>PAP, PAI, PPS or AUCUN: the document that exists in class, never its content.</summary>
    public required string Dispositif { get; set; }
    public required ProcedureSuivie Procedure { get; set; }
    public EtatAmenagement Etat { get; set; } = EtatAmenagement.Demande;

    /// <summary>Percent of extra time asked: 33 for a third.</summary>
    public int TempsMajoreDemande { get; set; }

    /// <summary>Codes of what is asked, separated by spaces: TEMPS_MAJORE SECRETAIRE LECTEUR…</summary>
    public required string MesuresDemandees { get; set; }
    public DateTime DemandeLe { get; init; }

    /// <summary>By when someone must have answered; past it the file climbs on the escalation list.</summary>
    public DateOnly ReponseDueLe { get; set; }
    public bool? AvisFavorable { get; set; }
    public DateTime? AvisLe { get; set; }
    public DateTime? DecideLe { get; set; }
    public Guid? DecidePar { get; set; }

    /// <summary>Read by the candidate; required for a refusal, partial or whole.</summary>
    public string? MotifDecision { get; set; }
    public int TempsMajoreAccorde { get; set; }

    /// <summary>What planning must provide, same codes as asked.</summary>
    public string MesuresAccordees { get; set; } = "";
    public int Version { get; set; }
}

internal sealed class DemandeAmenagementMapping : IEntityTypeConfiguration<DemandeAmenagement>
{
    public void Configure(EntityTypeBuilder<DemandeAmenagement> table)
    {
        table.ToTable("inscription_amenagement");
        table.Property(a => a.Dispositif).HasMaxLength(20);
        table.Property(a => a.MesuresDemandees).HasMaxLength(500);
        table.Property(a => a.MesuresAccordees).HasMaxLength(500);
        table.Property(a => a.MotifDecision).HasMaxLength(1000);
        table.HasIndex(a => a.DossierId).IsUnique();
        table.HasIndex(a => new { a.Etat, a.ReponseDueLe });
        table.HasOne<DossierInscription>().WithMany().HasForeignKey(a => a.DossierId);
    }
}
