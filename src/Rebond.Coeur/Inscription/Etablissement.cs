using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rebond.Coeur.Inscription;

/// <summary>A lycée or a CFA of the académie, from open data (jeux/etablissements.csv).</summary>
public sealed class Etablissement
{
    /// <summary>Seven digits and a check letter.</summary>
    public required string Uai { get; init; }
    public required string Nom { get; set; }
    public required string Ville { get; set; }

    /// <summary>Three characters: "013", "004", "005", "084".</summary>
    public required string Departement { get; init; }
    public required string Secteur { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
}

internal sealed class EtablissementMapping : IEntityTypeConfiguration<Etablissement>
{
    public void Configure(EntityTypeBuilder<Etablissement> table)
    {
        table.ToTable("inscription_etablissement");
        table.HasKey(e => e.Uai);
        table.Property(e => e.Uai).HasMaxLength(8);
        table.Property(e => e.Departement).HasMaxLength(3);
        table.HasIndex(e => e.Departement);
    }
}
