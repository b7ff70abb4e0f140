using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// A file of pupils sent and not confirmed yet: kept an hour, encrypted, for the one person who sent it, so that what is imported is what was read in
/// the preview. One a person: a new one replaces it.
/// </summary>
public sealed class ImportEnAttente
{
    public static readonly TimeSpan Validite = TimeSpan.FromHours(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CompteId { get; init; }
    public required string Uai { get; init; }
    public required SessionExamen Session { get; init; }
    public required string Nom { get; init; }

    /// <summary>Compressed, then protected by the keys of the site.</summary>
    public required byte[] Contenu { get; init; }
    public required DateTime RecuLe { get; init; }
}

/// <summary>Which column gives what in files of these headings, as somebody of the establishment said once.</summary>
public sealed class ColonnesRetenues
{
    public required string Uai { get; init; }
    public required string Empreinte { get; init; }

    /// <summary>JSON of CorrespondanceColonnes.</summary>
    public required string Colonnes { get; set; }
}

internal sealed class ImportEnAttenteMapping : IEntityTypeConfiguration<ImportEnAttente>
{
    public void Configure(EntityTypeBuilder<ImportEnAttente> table)
    {
        table.ToTable("inscription_import_en_attente");
        table.Property(i => i.Uai).HasMaxLength(8);
        table.Property(i => i.Nom).HasMaxLength(200);
        table.HasIndex(i => i.CompteId);
        table.HasIndex(i => i.RecuLe);
        table.HasOne<Utilisateur>().WithMany().HasForeignKey(i => i.CompteId);
    }
}

internal sealed class ColonnesRetenuesMapping : IEntityTypeConfiguration<ColonnesRetenues>
{
    public void Configure(EntityTypeBuilder<ColonnesRetenues> table)
    {
        table.ToTable("inscription_colonnes_retenues");
        table.HasKey(c => new { c.Uai, c.Empreinte });
        table.Property(c => c.Uai).HasMaxLength(8);
        table.Property(c => c.Empreinte).HasMaxLength(64);
    }
}
