using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

public enum EtatJury { Constitue, EnDeliberation, Clos }

/// <summary>A jury and its lot of candidates: one exam, one département, one or several specialties or séries. A sous-jury has a parent.</summary>
public sealed class Jury : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required SessionExamen Session { get; init; }

    /// <summary>Short, stable, spoken by people: "PRO-013-COMMERCE-1".</summary>
    public required string Code { get; init; }
    public required string Libelle { get; set; }
    public required TypeExamen Examen { get; init; }
    public required string Departement { get; init; }
    public Guid? JuryParentId { get; init; }
    public EtatJury Etat { get; set; } = EtatJury.Constitue;
    public DateTime? ClosLe { get; set; }
    public List<MembreJury> Membres { get; } = [];
    public int Version { get; set; }
}

public enum FonctionJury { President, PresidentAdjoint, Membre, MembreProfession }

/// <summary>A person of a jury; the account is bound when the person has one.</summary>
public sealed class MembreJury
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid JuryId { get; init; }
    public required string Nom { get; set; }
    public required FonctionJury Fonction { get; set; }
    public Guid? CompteId { get; set; }

    /// <summary>Present remotely, identified (D. 337-93-1: everyone but the president).</summary>
    public bool ADistance { get; set; }
    public bool Present { get; set; }
}

internal sealed class JuryMapping : IEntityTypeConfiguration<Jury>
{
    public void Configure(EntityTypeBuilder<Jury> table)
    {
        table.ToTable("resultats_jury");
        table.Property(j => j.Code).HasMaxLength(40);
        table.Property(j => j.Departement).HasMaxLength(3);
        table.HasIndex(j => new { j.Session, j.Code }).IsUnique();
        table.HasMany(j => j.Membres).WithOne().HasForeignKey(m => m.JuryId);
    }
}

internal sealed class MembreJuryMapping : IEntityTypeConfiguration<MembreJury>
{
    public void Configure(EntityTypeBuilder<MembreJury> table) => table.ToTable("resultats_membre_jury");
}
