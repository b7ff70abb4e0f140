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
    /// <summary>"I do not sign", and why if it was said: an answer like another. A correction of the text asks again.</summary>
    public DateTime? RefusJeuneLe { get; private set; }
    public string? RefusJeuneRaison { get; private set; }
    public DateTime? RefusResponsableLe { get; private set; }
    public string? RefusResponsableRaison { get; private set; }
    public int Version { get; set; }

    /// <summary>The text no longer changes.</summary>
    public bool EstSigne => SigneJeuneLe is not null || SigneResponsableLe is not null;

    /// <summary>He signed, or said that he does not: his guardian may then read and answer.</summary>
    public bool LeJeuneARepondu => SigneJeuneLe is not null || RefusJeuneLe is not null;

    internal void SignerJeune(DateTime le, ModeSignature mode) => (SigneJeuneLe, ModeJeune, RefusJeuneLe, RefusJeuneRaison) = (le, mode, null, null);

    internal void SignerResponsable(DateTime le, ModeSignature mode) => (SigneResponsableLe, ModeResponsable, RefusResponsableLe, RefusResponsableRaison) = (le, mode, null, null);

    internal void RefuserJeune(DateTime le, string? raison) => (RefusJeuneLe, RefusJeuneRaison) = (le, raison);

    internal void RefuserResponsable(DateTime le, string? raison) => (RefusResponsableLe, RefusResponsableRaison) = (le, raison);

    internal void RedemanderLesReponses() => (RefusJeuneLe, RefusJeuneRaison, RefusResponsableLe, RefusResponsableRaison) = (null, null, null, null);
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
        table.Property(e => e.RefusJeuneRaison).HasMaxLength(SignerEntretien.LongueurRaison);
        table.Property(e => e.RefusResponsableRaison).HasMaxLength(SignerEntretien.LongueurRaison);
        table.HasIndex(e => e.DossierId);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(e => e.DossierId);
    }
}
