using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rebond.Coeur.Suivi.Dossiers;

public enum CanalContact { Telephone, Courriel, Courrier, Message, Visite, Autre }

/// <summary>What came of one attempt.</summary>
public enum ResultatContact
{
    RendezVousPris,
    NouveauProjet,
    DejaAccompagne,
    ContacteSansReponse,
    CoordonneesFausses,
    InjoignableApresRelances,
    NouveauContrat,
    NeSouhaitePasDeContact,
    ChercheContratSansAide,
    SeReorienteSansAide,
    RefuseLAide,
    Autre,
}

/// <summary>One dated line of the contact log; added, never edited.</summary>
public sealed class ContactSuivi
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }
    public required DateTime Le { get; init; }
    public Guid? Par { get; init; }
    public required CanalContact Canal { get; init; }
    public required ResultatContact Resultat { get; init; }

    /// <summary>Facts useful to the next caller. Nothing social or medical: the screen says so, and exports leave it out.</summary>
    public string? Observation { get; init; }
}

/// <summary>Where the person stands some months later.</summary>
public sealed class SituationSuivi
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>6 or 12 months after the results.</summary>
    public required int Mois { get; init; }

    /// <summary>EN_FORMATION, EN_EMPLOI, SERVICE_CIVIQUE, ACCOMPAGNE, SANS_SOLUTION, INCONNUE.</summary>
    public required string Situation { get; init; }
    public required DateTime ReleveeLe { get; init; }
    public Guid? Par { get; init; }
}

/// <summary>A file handed to a partner (PSAD, mission locale), with what the partner answered.</summary>
public sealed class RelaisSuivi
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }
    public required string Organisme { get; init; }
    public required DateTime TransmisLe { get; init; }
    public Guid? Par { get; init; }

    /// <summary>SUIVI_ACTIF, CONNU, INCONNU, SOLUTION_TROUVEE; null until the partner answers.</summary>
    public string? Retour { get; set; }
    public DateTime? RetourLe { get; set; }
}

internal sealed class ContactSuiviMapping : IEntityTypeConfiguration<ContactSuivi>
{
    public void Configure(EntityTypeBuilder<ContactSuivi> table)
    {
        table.ToTable("suivi_contact");
        table.Property(c => c.Observation).HasMaxLength(1000);
        table.HasIndex(c => c.DossierId);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(c => c.DossierId);
    }
}

internal sealed class SituationSuiviMapping : IEntityTypeConfiguration<SituationSuivi>
{
    public void Configure(EntityTypeBuilder<SituationSuivi> table)
    {
        table.ToTable("suivi_situation");
        table.Property(s => s.Situation).HasMaxLength(32);
        table.HasIndex(s => s.DossierId);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(s => s.DossierId);
    }
}

internal sealed class RelaisSuiviMapping : IEntityTypeConfiguration<RelaisSuivi>
{
    public void Configure(EntityTypeBuilder<RelaisSuivi> table)
    {
        table.ToTable("suivi_relais");
        table.Property(r => r.Organisme).HasMaxLength(100);
        table.Property(r => r.Retour).HasMaxLength(32);
        table.HasIndex(r => r.DossierId);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(r => r.DossierId);
    }
}
