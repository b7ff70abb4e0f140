using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Suivi.Commission;

public enum EtatSeance
{
    EnPreparation,

    /// <summary>A proposition was computed and accepted by the verifier: nothing is decided about anybody.</summary>
    Proposee,

    /// <summary>Every proposition became a decision.</summary>
    Arretee,
}

/// <summary>A sitting of the commission of a département: the files handed to it for one start of term, the seats, the proposition, the decisions.</summary>
public sealed class SeanceCommission : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Three characters.</summary>
    public required string Departement { get; init; }

    /// <summary>BCN code.</summary>
    public required string Academie { get; init; }
    public required DateOnly Rentree { get; init; }
    public required DateOnly TenueLe { get; set; }

    /// <summary>As the crow flies, from the school of origin; a wish beyond is decided by hand.</summary>
    public required int DistanceMaxKm { get; set; }
    public EtatSeance Etat { get; private set; } = EtatSeance.EnPreparation;
    public required DateTime OuverteLe { get; init; }
    public DateTime? ProposeeLe { get; private set; }

    /// <summary>SHA-256 of what the proposition was computed from: it holds while files, seats and hand decisions stay the same.</summary>
    public string? Empreinte { get; private set; }

    /// <summary>Without a place in the proposition, and what no plan could beat.</summary>
    public int? SansPlace { get; private set; }
    public int? Borne { get; private set; }
    public DateTime? ArreteeLe { get; private set; }
    public Guid? ArreteePar { get; private set; }
    public List<PlaceCommission> Places { get; } = [];
    public int Version { get; set; }

    internal void Proposer(string empreinte, int sansPlace, int borne, DateTime le) => (Etat, Empreinte, SansPlace, Borne, ProposeeLe) = (EtatSeance.Proposee, empreinte, sansPlace, borne, le);

    internal void Arreter(DateTime le, Guid? par) => (Etat, ArreteeLe, ArreteePar) = (EtatSeance.Arretee, le, par);

    internal string Objet() => $"seance:{Id}";
}

/// <summary>The seats of one spécialité in one school, before the hard rights that come home above them.</summary>
public sealed class PlaceCommission
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SeanceId { get; init; }
    public required string Uai { get; init; }
    public required string Specialite { get; init; }
    public required int Capacite { get; set; }
}

internal sealed class SeanceCommissionMapping : IEntityTypeConfiguration<SeanceCommission>
{
    public void Configure(EntityTypeBuilder<SeanceCommission> table)
    {
        table.ToTable("suivi_commission");
        table.Property(s => s.Departement).HasMaxLength(3);
        table.Property(s => s.Academie).HasMaxLength(2);
        table.Property(s => s.Empreinte).HasMaxLength(64);
        // One sitting open at a time: two clicks do not open two.
        table.HasIndex(s => new { s.Departement, s.Rentree }).IsUnique().HasFilter("etat <> 'ARRETEE'");
        table.HasMany(s => s.Places).WithOne().HasForeignKey(p => p.SeanceId);
    }
}

internal sealed class PlaceCommissionMapping : IEntityTypeConfiguration<PlaceCommission>
{
    public void Configure(EntityTypeBuilder<PlaceCommission> table)
    {
        table.ToTable("suivi_capacite");
        table.Property(p => p.Uai).HasMaxLength(8);
        table.Property(p => p.Specialite).HasMaxLength(8);
        table.HasIndex(p => new { p.SeanceId, p.Uai, p.Specialite }).IsUnique();
    }
}
