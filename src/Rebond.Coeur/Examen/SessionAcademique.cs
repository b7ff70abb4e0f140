using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>A session as one académie runs it. Its year chooses the law; its settings are choices the texts leave open.</summary>
public sealed class SessionAcademique : IVersionne
{
    public required SessionExamen Session { get; init; }

    /// <summary>BCN code: "02" for Aix-Marseille.</summary>
    public required string Academie { get; init; }
    public required string Libelle { get; set; }

    /// <summary>The jury sees no name (session 2020; D. 334-9 discloses names at deliberation in ordinary law).</summary>
    public bool JuryAnonyme { get; set; } = true;

    /// <summary>Synthetic people only; the only sessions where a simulation table may decide.</summary>
    public bool EstDemonstration { get; init; }
    public int Version { get; set; }
}

internal sealed class SessionAcademiqueMapping : IEntityTypeConfiguration<SessionAcademique>
{
    public void Configure(EntityTypeBuilder<SessionAcademique> table)
    {
        table.ToTable("examen_session");
        table.HasKey(s => s.Session);
        table.Property(s => s.Academie).HasMaxLength(2);
    }
}
