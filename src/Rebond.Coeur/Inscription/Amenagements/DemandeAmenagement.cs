using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Profils;

namespace Rebond.Coeur.Inscription.Amenagements;

public enum ProcedureSuivie
{
    Simplifiee,
    Complete,

    /// <summary>Before 2021, the only one.</summary>
    AvisDuMedecin,
}

public enum EtatAmenagement
{
    Demande,

    /// <summary>The designated doctor gave an opinion; the rectorat has not decided.</summary>
    AvisRendu,
    Accorde,
    AccordePartiellement,
    Refuse,

    /// <summary>By the candidate, before any decision.</summary>
    Retire,
}

/// <summary>
/// An adaptation asked for the épreuves: what is asked, what is decided and its effects on planning. No diagnosis and no medical paper is
/// ever stored: only codes, and that the doctor has given an opinion, and when. A file may hold several, one at most in hand.
/// </summary>
public sealed class DemandeAmenagement : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>The document that exists in class, never its content.</summary>
    public required Dispositif Dispositif { get; set; }

    /// <summary>What the candidate says of it; null: he does not know.</summary>
    public bool? AvisMedecin { get; set; }
    public bool? MemesAmenagements { get; set; }
    public bool? HorsContrat { get; set; }

    /// <summary>What explains a late request.</summary>
    public CirconstanceTardive? Circonstance { get; set; }
    public required ProcedureSuivie Procedure { get; set; }
    public EtatAmenagement Etat { get; set; } = EtatAmenagement.Demande;

    /// <summary>Percent of extra time asked: 33 for a third.</summary>
    public int TempsMajoreDemande { get; set; }

    /// <summary>Codes of what is asked, separated by spaces: TEMPS_MAJORE SECRETAIRE…</summary>
    public required string MesuresDemandees { get; set; }
    public DateTime DemandeLe { get; set; }

    /// <summary>By when someone must have answered; past it the file climbs on the escalation list.</summary>
    public DateOnly ReponseDueLe { get; set; }
    public bool? AvisFavorable { get; set; }
    public DateOnly? AvisLe { get; set; }
    public DateTime? DecideLe { get; set; }
    public Guid? DecidePar { get; set; }

    /// <summary>Required for a refusal, partial or whole.</summary>
    public MotifAmenagement? MotifDecision { get; set; }
    public int TempsMajoreAccorde { get; set; }

    /// <summary>What planning must provide, same codes as asked.</summary>
    public string MesuresAccordees { get; set; } = "";
    public int Version { get; set; }

    public bool EstEnCours => Etat is EtatAmenagement.Demande or EtatAmenagement.AvisRendu;
    public bool EstDecide => Etat is EtatAmenagement.Accorde or EtatAmenagement.AccordePartiellement or EtatAmenagement.Refuse;
}

internal sealed class DemandeAmenagementMapping : IEntityTypeConfiguration<DemandeAmenagement>
{
    public void Configure(EntityTypeBuilder<DemandeAmenagement> table)
    {
        table.ToTable("inscription_amenagement");
        table.Ignore(a => a.EstEnCours);
        table.Ignore(a => a.EstDecide);
        table.Property(a => a.MesuresDemandees).HasMaxLength(500);
        table.Property(a => a.MesuresAccordees).HasMaxLength(500);
        // Two devices cannot open two requests at once.
        table.HasIndex(a => a.DossierId).IsUnique().HasFilter("etat IN ('DEMANDE', 'AVIS_RENDU')");
        table.HasIndex(a => new { a.Etat, a.ReponseDueLe });
        table.HasOne<DossierInscription>().WithMany().HasForeignKey(a => a.DossierId);
    }
}
