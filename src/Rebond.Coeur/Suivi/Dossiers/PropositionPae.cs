using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Suivi.Dossiers;

public enum EtatPae { Propose, Accepte, Refuse, Fini }

/// <summary>A Parcours Ambition Emploi proposed to a person: his answer, the dates agreed, how it ended.</summary>
public sealed class PropositionPae : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }
    public required DateTime ProposeLe { get; init; }
    public Guid? Par { get; init; }
    public EtatPae Etat { get; set; } = EtatPae.Propose;
    public DateTime? ReponduLe { get; set; }
    public DateOnly? Debut { get; set; }
    public DateOnly? Fin { get; set; }

    /// <summary>Days of the whole, and of those in a firm (PFMP).</summary>
    public int? Jours { get; set; }
    public int? JoursEnEntreprise { get; set; }

    /// <summary>A code of <see cref="SituationPersonne"/>, once it is over.</summary>
    public string? Issue { get; set; }
    public DateTime? FiniLe { get; set; }
    public int Version { get; set; }

    /// <summary>Proposed or going on: a second one is not opened beside it.</summary>
    public bool EstEnCours => Etat is EtatPae.Propose or EtatPae.Accepte;
}

internal sealed class PropositionPaeMapping : IEntityTypeConfiguration<PropositionPae>
{
    public void Configure(EntityTypeBuilder<PropositionPae> table)
    {
        table.ToTable("suivi_pae");
        table.Property(p => p.Issue).HasMaxLength(32);
        table.HasIndex(p => p.DossierId);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(p => p.DossierId);
    }
}
