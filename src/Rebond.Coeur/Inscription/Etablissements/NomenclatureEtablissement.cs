using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>What an establishment calls one of its MEF, as its Nomenclature.xml says: to name a formation whose spécialité we cannot tell.</summary>
public sealed class MefEtablissement
{
    public required string Uai { get; init; }

    /// <summary>Eleven characters; local variants included.</summary>
    public required string Code { get; init; }
    public required string Libelle { get; set; }
    public DateOnly? Fermeture { get; set; }
}

/// <summary>A division or a group of one school year, as Structures.xml says: to name a class.</summary>
public sealed class StructureEtablissement
{
    public required string Uai { get; init; }

    /// <summary>First calendar year.</summary>
    public required int AnneeScolaire { get; init; }
    public required string Code { get; init; }
    public required bool EstDivision { get; init; }
    public string? Libelle { get; set; }

    /// <summary>Separated by spaces.</summary>
    public required string Mefs { get; set; }
}

internal sealed class MefEtablissementMapping : IEntityTypeConfiguration<MefEtablissement>
{
    public void Configure(EntityTypeBuilder<MefEtablissement> table)
    {
        table.ToTable("inscription_mef_etablissement");
        table.HasKey(m => new { m.Uai, m.Code });
        table.Property(m => m.Uai).HasMaxLength(8);
        table.Property(m => m.Code).HasMaxLength(40);
        table.Property(m => m.Libelle).HasMaxLength(200);
    }
}

internal sealed class StructureEtablissementMapping : IEntityTypeConfiguration<StructureEtablissement>
{
    public void Configure(EntityTypeBuilder<StructureEtablissement> table)
    {
        table.ToTable("inscription_structure");
        table.HasKey(s => new { s.Uai, s.AnneeScolaire, s.EstDivision, s.Code });
        table.Property(s => s.Uai).HasMaxLength(8);
        table.Property(s => s.Code).HasMaxLength(40);
    }
}

internal static class NomsDeLEtablissement
{
    /// <summary>By national code of ten characters; the national entry before its local variants.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> LibellesMefAsync(this BaseRebond donnees, string uai, CancellationToken ct) =>
        (await donnees.Set<MefEtablissement>().AsNoTracking().Where(m => m.Uai == uai).OrderBy(m => m.Code).ToListAsync(ct))
            .Where(m => m.Code.Length >= 10).DistinctBy(m => m.Code[..10]).ToDictionary(m => m.Code[..10], m => m.Libelle, StringComparer.Ordinal);
}
