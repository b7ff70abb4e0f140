using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Coeur.Suivi.Courriers;

public enum ModeRemise { EnMain, Poste }

/// <summary>
/// What could not go by e-mail: on paper, to hand over or to post. It counts as sent when somebody says so. The personal link is not in it: it is made at each print,
/// so that one called back is never printed again.
/// </summary>
public sealed class CourrierSuivi : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>The template the text comes from; <see cref="Packs.MessagesDePack.Modele"/> is the pack itself, printed whole.</summary>
    public required string Modele { get; init; }
    public required TitulaireLien Titulaire { get; init; }
    public required string Sujet { get; init; }
    public required string Corps { get; init; }

    /// <summary>One paper for one act, as for messages.</summary>
    public required string Cle { get; init; }
    public required DateTime CreeLe { get; init; }

    /// <summary>What it says is no longer true from then on, the appointment being past or given up: it is neither listed nor printed.</summary>
    public DateTime? PerimeLe { get; private set; }

    /// <summary>Printed for the first time.</summary>
    public DateTime? ImprimeLe { get; private set; }
    public DateTime? RemisLe { get; private set; }
    public Guid? RemisPar { get; private set; }
    public ModeRemise? Mode { get; private set; }
    public int Version { get; set; }

    internal CourrierSuivi ValableJusquau(DateTime? instant)
    {
        PerimeLe = instant;
        return this;
    }

    /// <summary>False when it had been printed already.</summary>
    internal bool Imprimer(DateTime le)
    {
        if (ImprimeLe is not null)
            return false;
        ImprimeLe = le;
        return true;
    }

    internal void Remettre(ModeRemise mode, DateTime le, Guid? par) => (Mode, RemisLe, RemisPar) = (mode, le, par);
}

internal sealed class CourrierSuiviMapping : IEntityTypeConfiguration<CourrierSuivi>
{
    public void Configure(EntityTypeBuilder<CourrierSuivi> table)
    {
        table.ToTable("suivi_courrier");
        table.Property(c => c.Modele).HasMaxLength(64);
        table.Property(c => c.Sujet).HasMaxLength(300);
        table.Property(c => c.Cle).HasMaxLength(160);
        table.HasIndex(c => c.Cle).IsUnique();
        table.HasIndex(c => new { c.DossierId, c.RemisLe });
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(c => c.DossierId);
    }
}
