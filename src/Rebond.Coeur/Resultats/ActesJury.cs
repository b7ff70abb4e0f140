using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>A mark raised by the jury: a signed line, never a silent change. The mark sheet keeps the examiner's mark.</summary>
public sealed class RevalorisationJury
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CandidatureId { get; init; }
    public required Guid JuryId { get; init; }
    public required string Unite { get; init; }
    public required short AvantCentiemes { get; init; }
    public required short ApresCentiemes { get; init; }
    public required string Motif { get; init; }
    public required Guid? CompteId { get; init; }
    public DateTime Le { get; init; }

    /// <summary>Withdrawn lines stay, with when.</summary>
    public DateTime? RetireeLe { get; set; }
}

/// <summary>The jury opened the livret scolaire: without it nobody may be ajourné (D. 337-85, D. 334-10).</summary>
public sealed class ExamenLivret
{
    public required Guid CandidatureId { get; init; }
    public required Guid JuryId { get; init; }
    public required Guid? CompteId { get; init; }
    public DateTime Le { get; init; }
}

internal sealed class RevalorisationJuryMapping : IEntityTypeConfiguration<RevalorisationJury>
{
    public void Configure(EntityTypeBuilder<RevalorisationJury> table)
    {
        table.ToTable("resultats_revalorisation");
        table.Property(r => r.Unite).HasMaxLength(60);
        table.Property(r => r.Motif).HasMaxLength(500);
        table.HasIndex(r => r.CandidatureId);
        table.HasIndex(r => r.JuryId);
    }
}

internal sealed class ExamenLivretMapping : IEntityTypeConfiguration<ExamenLivret>
{
    public void Configure(EntityTypeBuilder<ExamenLivret> table)
    {
        table.ToTable("resultats_examen_livret");
        table.HasKey(e => e.CandidatureId);
        table.Property(e => e.CandidatureId).ValueGeneratedNever();
        table.HasIndex(e => e.JuryId);
    }
}

/// <summary>The release of results of one exam and one group: two different persons sign, then the embargo holds to the second.</summary>
public sealed class Publication : Socle.Donnees.IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required SessionExamen Session { get; init; }
    public required TypeExamen Examen { get; init; }
    public required GroupeEpreuves Groupe { get; init; }

    /// <summary>UTC; nothing is readable before, whatever was signed.</summary>
    public required DateTime Embargo { get; set; }
    public Guid? PremierSignataire { get; set; }
    public DateTime? PremiereSignature { get; set; }
    public Guid? SecondSignataire { get; set; }
    public DateTime? SecondeSignature { get; set; }
    public int Version { get; set; }

    /// <summary>Signed by two persons and past the embargo.</summary>
    public bool EstPublieeA(DateTime instantUtc) => SecondeSignature is not null && instantUtc >= Embargo;
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> table)
    {
        table.ToTable("resultats_publication");
        table.HasIndex(p => new { p.Session, p.Examen, p.Groupe }).IsUnique();
    }
}
