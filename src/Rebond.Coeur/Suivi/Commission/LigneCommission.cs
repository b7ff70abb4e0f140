using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

public enum IssueCommission { Affectee, SansPlace }

/// <summary>One file in a sitting: what is proposed and why, then what was decided.</summary>
public sealed class LigneCommission : IVersionne
{
    public const int TexteMaximum = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SeanceId { get; init; }
    public required Guid DemandeId { get; init; }
    public required Guid DossierId { get; init; }

    /// <summary>The number of the published order: the person in the instance, nobody outside.</summary>
    public required string Numero { get; init; }

    /// <summary>Of the file, kept for the filters.</summary>
    public required string Specialite { get; init; }
    public string? Origine { get; init; }

    /// <summary>DROIT, VOEU_1…, SANS_PLACE, A_LA_MAIN; null while nothing is proposed.</summary>
    public string? CodeMotif { get; private set; }

    /// <summary>The school proposed, then given; null for none.</summary>
    public string? Uai { get; private set; }
    public string? SpecialiteAccueil { get; private set; }

    /// <summary>For the person: neither anybody's name nor anybody's mark.</summary>
    public string? MotifCandidat { get; private set; }

    /// <summary>For the commission: with the cut-offs.</summary>
    public string? MotifCommission { get; private set; }
    public string? Changerait { get; private set; }

    /// <summary>Null until the sitting is closed.</summary>
    public IssueCommission? Issue { get; private set; }

    /// <summary>The place was given back: renounced, or nobody came.</summary>
    public DateTime? RendueLe { get; private set; }

    /// <summary>Placed by the waiting list, after the sitting.</summary>
    public DateTime? ServieLe { get; private set; }
    public int Version { get; set; }

    internal void Proposer(string code, string? uai, string? specialite, string motifCandidat, string motifCommission, string? changerait) =>
        (CodeMotif, Uai, SpecialiteAccueil, MotifCandidat, MotifCommission, Changerait) = (code, uai, uai is null ? null : specialite, Couper(motifCandidat), Couper(motifCommission), changerait is null ? null : Couper(changerait));

    /// <summary>Nothing can be computed for this file: it waits for a hand decision.</summary>
    internal void RetirerProposition() => (CodeMotif, Uai, SpecialiteAccueil, MotifCandidat, MotifCommission, Changerait) = (null, null, null, null, null, null);

    internal void Arreter() => Issue = Uai is null ? IssueCommission.SansPlace : IssueCommission.Affectee;

    internal void Rendre(DateTime le) => RendueLe = le;

    internal void Servir(string uai, string specialite, string motif, DateTime le) =>
        (Issue, Uai, SpecialiteAccueil, MotifCandidat, ServieLe) = (IssueCommission.Affectee, uai, specialite, Couper(motif), le);

    internal static string Couper(string texte) => texte.Length <= TexteMaximum ? texte : texte[..(TexteMaximum - 1)] + "…";
}

public enum GenreDecision
{
    /// <summary>This place, whatever the order.</summary>
    Imposer,

    /// <summary>Not that wish: he waits for it all the same, in the order.</summary>
    Exclure,

    /// <summary>He gave that wish up himself: he does not wait for it.</summary>
    Retirer,

    /// <summary>No place is looked for.</summary>
    SansPlace,
}

/// <summary>What the commission decided by hand about one file, with its reason and its author. Taken back, it stays written.</summary>
public sealed class DecisionCommission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid LigneId { get; init; }
    public required GenreDecision Genre { get; init; }
    public string? Uai { get; init; }
    public string? Specialite { get; init; }

    /// <summary>Read by the young person.</summary>
    public required string Motif { get; init; }
    public required DateTime Le { get; init; }
    public Guid? Par { get; init; }
    public DateTime? AnnuleeLe { get; set; }
    public Guid? AnnuleePar { get; set; }

    /// <summary>Bears on one wish only: several may stand, and a place beside them.</summary>
    public bool EcarteUnVoeu => Genre is GenreDecision.Exclure or GenreDecision.Retirer;
}

/// <summary>The rank of a person at a place he prefers to what he was given.</summary>
public sealed class AttenteCommission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid LigneId { get; init; }
    public required string Uai { get; init; }
    public required string Specialite { get; init; }
    public required int Rang { get; init; }
    public DateTime? ServieLe { get; set; }
}

internal sealed class LigneCommissionMapping : IEntityTypeConfiguration<LigneCommission>
{
    public void Configure(EntityTypeBuilder<LigneCommission> table)
    {
        table.ToTable("suivi_commission_dossier");
        table.Property(l => l.Numero).HasMaxLength(9);
        table.Property(l => l.Specialite).HasMaxLength(8);
        table.Property(l => l.Origine).HasMaxLength(8);
        table.Property(l => l.CodeMotif).HasMaxLength(12);
        table.Property(l => l.Uai).HasMaxLength(8);
        table.Property(l => l.SpecialiteAccueil).HasMaxLength(8);
        table.Property(l => l.MotifCandidat).HasMaxLength(LigneCommission.TexteMaximum);
        table.Property(l => l.MotifCommission).HasMaxLength(LigneCommission.TexteMaximum);
        table.Property(l => l.Changerait).HasMaxLength(LigneCommission.TexteMaximum);
        table.HasIndex(l => new { l.SeanceId, l.DemandeId }).IsUnique();
        table.HasIndex(l => l.DossierId);
        table.HasOne<SeanceCommission>().WithMany().HasForeignKey(l => l.SeanceId);
        table.HasOne<DemandeReinscription>().WithMany().HasForeignKey(l => l.DemandeId);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(l => l.DossierId);
    }
}

internal sealed class DecisionCommissionMapping : IEntityTypeConfiguration<DecisionCommission>
{
    public void Configure(EntityTypeBuilder<DecisionCommission> table)
    {
        table.ToTable("suivi_commission_decision");
        table.Property(d => d.Uai).HasMaxLength(8);
        table.Property(d => d.Specialite).HasMaxLength(8);
        table.Property(d => d.Motif).HasMaxLength(DeciderALaMain.MotifMaximum);
        table.HasIndex(d => d.LigneId);
        table.HasOne<LigneCommission>().WithMany().HasForeignKey(d => d.LigneId);
    }
}

internal sealed class AttenteCommissionMapping : IEntityTypeConfiguration<AttenteCommission>
{
    public void Configure(EntityTypeBuilder<AttenteCommission> table)
    {
        table.ToTable("suivi_commission_attente");
        table.Property(a => a.Uai).HasMaxLength(8);
        table.Property(a => a.Specialite).HasMaxLength(8);
        table.HasIndex(a => new { a.LigneId, a.Uai, a.Specialite }).IsUnique();
        table.HasOne<LigneCommission>().WithMany().HasForeignKey(a => a.LigneId);
    }
}
