using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

public enum GenreVerification { Creation, Changement }

/// <summary>
/// An address someone says is his, until he opens the link sent there. No account exists before: nobody holds a password, or a key, on an address he
/// does not read. The row goes once used, or a day later.
/// </summary>
public sealed class VerificationCourriel : IVersionne
{
    public static readonly TimeSpan Validite = TimeSpan.FromDays(1);

    /// <summary>Wrong passwords after which the link is worth nothing.</summary>
    public const int EssaisMax = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required GenreVerification Genre { get; init; }
    public required string Courriel { get; init; }

    /// <summary>For a creation.</summary>
    public string? NomAffiche { get; init; }

    /// <summary>Hash of the password chosen with the demand: whoever confirms must know it, so that a link opened by mistake opens nothing.</summary>
    public string? MotDePasse { get; init; }

    /// <summary>For a change of address.</summary>
    public Guid? CompteId { get; init; }
    public required string EmpreinteJeton { get; init; }
    public required DateTime DemandeLe { get; init; }
    public int Essais { get; set; }
    public int Version { get; set; }

    public bool VautA(DateTime instantUtc) => Essais < EssaisMax && instantUtc < DemandeLe + Validite;

    internal static string NouveauJeton() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

internal sealed class VerificationCourrielMapping : IEntityTypeConfiguration<VerificationCourriel>
{
    public void Configure(EntityTypeBuilder<VerificationCourriel> table)
    {
        table.ToTable("socle_verification_courriel");
        table.Property(v => v.Courriel).HasMaxLength(256);
        table.Property(v => v.NomAffiche).HasMaxLength(100);
        table.Property(v => v.MotDePasse).HasMaxLength(256);
        table.Property(v => v.EmpreinteJeton).HasMaxLength(64);
        table.HasIndex(v => v.EmpreinteJeton).IsUnique();
        table.HasIndex(v => v.DemandeLe);
        table.HasIndex(v => v.CompteId);
        table.HasOne<Utilisateur>().WithMany().HasForeignKey(v => v.CompteId);
    }
}

/// <summary>The link that was opened is worth nothing any more, or never was.</summary>
public sealed record LienInconnu() : Refus(GenreRefus.Invalide, "LIEN_INCONNU", "Ce lien n’est plus valable : il a déjà servi, il a plus d’un jour, ou il n’est pas entier. Recommencez la demande.");

public sealed record TropDEssais() : Refus(GenreRefus.Conflit, "TROP_D_ESSAIS", "Trop d’essais manqués : attendez quinze minutes, puis recommencez.");
