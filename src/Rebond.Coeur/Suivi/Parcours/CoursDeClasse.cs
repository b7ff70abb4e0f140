using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Parcours;

public enum JourDeCours { Lundi, Mardi, Mercredi, Jeudi, Vendredi, Samedi }

/// <summary>One lesson of the week of a class (an establishment, a spécialité). No national file carries timetables: it is written by the school.</summary>
public sealed class CoursDeClasse
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Uai { get; init; }
    public required string Specialite { get; init; }
    public required JourDeCours Jour { get; init; }

    /// <summary>Minutes since midnight.</summary>
    public required int Debut { get; init; }
    public required int Fin { get; init; }
    public required string Matiere { get; init; }

    /// <summary>Units of the exam that this lesson prepares, separated by spaces; empty: none (class life, support).</summary>
    public string Unites { get; init; } = "";

    public int Minutes => Fin - Debut;

    /// <summary>Any unit of the exam among those.</summary>
    public bool Prepare(IReadOnlySet<string> unites) => Unites.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(unites.Contains);
}

/// <summary>The week of one person, cut from that of the class: the lessons he follows, the placement in a company or not, the aims agreed.</summary>
public sealed class ParcoursPersonnalise : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }
    public required bool AvecPfmp { get; set; }

    /// <summary>Aims and who helps, as agreed: printed on the contrat pédagogique.</summary>
    public string Objectifs { get; set; } = "";
    public int MinutesHebdomadaires { get; set; }
    public required DateTime ModifieLe { get; set; }
    public List<CoursGarde> Cours { get; } = [];
    public int Version { get; set; }
}

/// <summary>One lesson followed, as it was when it was chosen: a timetable changed since does not change what was signed.</summary>
public sealed class CoursGarde
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ParcoursId { get; init; }
    public required JourDeCours Jour { get; init; }
    public required int Debut { get; init; }
    public required int Fin { get; init; }
    public required string Matiere { get; init; }
}

internal sealed class CoursDeClasseMapping : IEntityTypeConfiguration<CoursDeClasse>
{
    public void Configure(EntityTypeBuilder<CoursDeClasse> table)
    {
        table.ToTable("suivi_cours");
        table.Property(c => c.Uai).HasMaxLength(8);
        table.Property(c => c.Specialite).HasMaxLength(8);
        table.Property(c => c.Matiere).HasMaxLength(100);
        table.Property(c => c.Unites).HasMaxLength(200);
        table.HasIndex(c => new { c.Uai, c.Specialite });
    }
}

internal sealed class ParcoursPersonnaliseMapping : IEntityTypeConfiguration<ParcoursPersonnalise>
{
    public void Configure(EntityTypeBuilder<ParcoursPersonnalise> table)
    {
        table.ToTable("suivi_parcours");
        table.Property(p => p.Objectifs).HasMaxLength(2000);
        table.HasIndex(p => p.DossierId).IsUnique();
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(p => p.DossierId);
        table.HasMany(p => p.Cours).WithOne().HasForeignKey(c => c.ParcoursId);
    }
}

internal sealed class CoursGardeMapping : IEntityTypeConfiguration<CoursGarde>
{
    public void Configure(EntityTypeBuilder<CoursGarde> table)
    {
        table.ToTable("suivi_parcours_cours");
        table.Property(c => c.Matiere).HasMaxLength(100);
    }
}
