using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>What a person needs so that the plan holds. Codes only: nothing social or medical is written.</summary>
public enum BesoinEntretien { Transport, Logement, Orientation, RechercheEmploi, RechercheEmployeur, SoutienScolaire, AmenagementEpreuves, Numerique, DemarchesAdministratives, AssistanteSociale }

/// <summary>
/// The record of an entretien de situation: what was said and agreed, who was there, who signed. Once the young person has signed, it does not
/// change: another interview is written beside it.
/// </summary>
public sealed class EntretienSituation : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }
    public Guid? CreneauId { get; init; }
    public required DateTime TenuLe { get; init; }
    public Guid? Par { get; init; }

    /// <summary>Who was there, beside the young person and who received.</summary>
    public string Presents { get; set; } = "";
    public required string Projet { get; set; }

    /// <summary>Codes of <see cref="BesoinEntretien"/>, separated by spaces.</summary>
    public string Besoins { get; set; } = "";
    public string Obstacles { get; set; } = "";
    public required string PlanConvenu { get; set; }

    /// <summary>When the plan is looked at again.</summary>
    public required DateOnly ProchainPoint { get; set; }
    public DateTime? SigneJeuneLe { get; private set; }
    public ModeSignature? ModeJeune { get; private set; }
    public DateTime? SigneResponsableLe { get; private set; }
    public ModeSignature? ModeResponsable { get; private set; }
    public int Version { get; set; }

    internal void SignerJeune(DateTime le, ModeSignature mode) => (SigneJeuneLe, ModeJeune) = (le, mode);

    internal void SignerResponsable(DateTime le, ModeSignature mode) => (SigneResponsableLe, ModeResponsable) = (le, mode);
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
