using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using ModeSignature = Rebond.Coeur.Inscription.Dossiers.ModeSignature;

namespace Rebond.Coeur.Suivi.Reinscriptions;

public enum EtatReinscription
{
    Demandee,
    Accordee,

    /// <summary>The head proposes another school: the young person says yes or no.</summary>
    ProposeeAilleurs,

    /// <summary>Refused by the head of the establishment, in writing, after reading what the law says.</summary>
    Refusee,

    /// <summary>Handed to the commission of the département.</summary>
    Transmise,
    Affectee,
    SansPlace,
    Retiree,
}

/// <summary>The ground a head gives for a refusal. The written reason says the facts.</summary>
public enum FondementRefus { Capacite, DroitDejaExerce, FormationFermee, DemandeTardive, Autre }

/// <summary>A wish to prepare the exam again: the right it rests on, the decision, its reason.</summary>
public sealed class DemandeReinscription : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DossierId { get; init; }

    /// <summary>Code of « suivi options » it rests on: REPREPARATION_ORIGINE, REPREPARATION_AUTRE, REPREPARATION_PLACE…</summary>
    public required string Option { get; set; }

    /// <summary>The start of term it is asked for: nobody is to be without an answer that day.</summary>
    public required DateOnly Rentree { get; set; }

    /// <summary>First failure, next rentrée: the school of origin owes the place, capacity is no ground.</summary>
    public required bool DroitOpposable { get; set; }
    public EtatReinscription Etat { get; set; } = EtatReinscription.Demandee;
    public required DateTime DemandeeLe { get; set; }

    /// <summary>Why another school, in his words; asked as soon as one is in his wishes.</summary>
    public string? RaisonAilleurs { get; set; }

    /// <summary>Another school proposed to a holder of the right who did not ask for one: to be justified.</summary>
    public bool ProposeAilleursSansDemande { get; set; }
    public FondementRefus? FondementRefus { get; set; }

    /// <summary>Why refused, or why elsewhere: read by the young person.</summary>
    public string? Motif { get; set; }

    /// <summary>Reasoned opinion of the head of the establishment, for the commission.</summary>
    public string? Avis { get; set; }
    public DateTime? DecideeLe { get; set; }
    public Guid? DecideePar { get; set; }

    /// <summary>When the head read what the law says before signing a refusal.</summary>
    public DateTime? DroitLuLe { get; set; }
    public string? UaiAccueil { get; set; }

    /// <summary>Signed by the young person, then by the guardian of a minor; asked for, never a condition of the answer. Another request is signed again.</summary>
    public DateTime? SigneeJeuneLe { get; private set; }
    public ModeSignature? ModeJeune { get; private set; }
    public DateTime? SigneeResponsableLe { get; private set; }
    public ModeSignature? ModeResponsable { get; private set; }
    public List<VoeuReinscription> Voeux { get; } = [];
    public int Version { get; set; }

    public IReadOnlyList<string> Specialites => [.. Voeux.Select(v => v.Specialite).Distinct()];

    /// <summary>Nobody has answered yet: neither a place nor a written no.</summary>
    public bool AttendUneReponse => Etat is EtatReinscription.Demandee or EtatReinscription.Transmise;

    /// <summary>There is still something to sign for: neither taken back nor answered by a no.</summary>
    public bool SeSigne => Etat is not (EtatReinscription.Retiree or EtatReinscription.Refusee or EtatReinscription.SansPlace);

    /// <summary>Next to sign: the young person, then the guardian of a minor.</summary>
    public bool AttendLaSignatureDe(TitulaireLien qui) => SeSigne && (qui == TitulaireLien.Jeune ? SigneeJeuneLe is null : SigneeJeuneLe is not null && SigneeResponsableLe is null);

    internal void Signer(TitulaireLien qui, DateTime le, ModeSignature mode)
    {
        if (qui == TitulaireLien.Jeune)
            (SigneeJeuneLe, ModeJeune) = (le, mode);
        else
            (SigneeResponsableLe, ModeResponsable) = (le, mode);
    }

    internal void RedemanderLesSignatures() => (SigneeJeuneLe, ModeJeune, SigneeResponsableLe, ModeResponsable) = (null, null, null, null);
}

public sealed class VoeuReinscription
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DemandeId { get; init; }
    public required int Rang { get; set; }
    public required string Uai { get; init; }

    /// <summary>That of the exam failed, or another he would rather prepare.</summary>
    public required string Specialite { get; init; }
}

internal sealed class DemandeReinscriptionMapping : IEntityTypeConfiguration<DemandeReinscription>
{
    public void Configure(EntityTypeBuilder<DemandeReinscription> table)
    {
        table.ToTable("suivi_reinscription");
        table.Property(d => d.Option).HasMaxLength(40);
        table.Property(d => d.RaisonAilleurs).HasMaxLength(DemanderReinscription.LongueurRaison);
        table.Ignore(d => d.Specialites);
        table.Property(d => d.Motif).HasMaxLength(2000);
        table.Property(d => d.Avis).HasMaxLength(2000);
        table.Property(d => d.UaiAccueil).HasMaxLength(8);
        table.HasIndex(d => d.DossierId).IsUnique();
        table.HasIndex(d => d.Etat);
        table.HasOne<DossierSuivi>().WithMany().HasForeignKey(d => d.DossierId);
        table.HasMany(d => d.Voeux).WithOne().HasForeignKey(v => v.DemandeId);
    }
}

internal sealed class VoeuReinscriptionMapping : IEntityTypeConfiguration<VoeuReinscription>
{
    public void Configure(EntityTypeBuilder<VoeuReinscription> table)
    {
        table.ToTable("suivi_voeu");
        table.Property(v => v.Uai).HasMaxLength(8);
        table.Property(v => v.Specialite).HasMaxLength(8);
        table.HasIndex(v => new { v.DemandeId, v.Rang }).IsUnique();
    }
}
