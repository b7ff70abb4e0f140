using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>Published results of one establishment in one past session: what a jury compares with (document 003, three sessions).</summary>
public sealed class BilanEtablissement
{
    public required string Uai { get; init; }
    public required SessionExamen Session { get; init; }
    public required TypeExamen Examen { get; init; }

    /// <summary>Specialty or série; "*" for all of them.</summary>
    public required string Specialite { get; init; }
    public int Presents { get; init; }
    public int Admis { get; init; }
    public int AvecMention { get; init; }
}

internal sealed class BilanEtablissementMapping : IEntityTypeConfiguration<BilanEtablissement>
{
    public void Configure(EntityTypeBuilder<BilanEtablissement> table)
    {
        table.ToTable("examen_bilan_etablissement");
        table.HasKey(b => new { b.Uai, b.Session, b.Examen, b.Specialite });
        table.Property(b => b.Uai).HasMaxLength(8);
        table.Property(b => b.Specialite).HasMaxLength(8);
    }
}
