using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

public enum GenreActe { LienActivation, Habilitation }

/// <summary>
/// An act on an account that touches marks or decisions, asked for by one administrateur and waiting for another: an activation link, which is
/// the account itself for whoever holds it, or one of those roles.
/// </summary>
public sealed class ActeSurCompte : IVersionne
{
    public static readonly TimeSpan Validite = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required GenreActe Genre { get; init; }
    public required Guid CompteId { get; init; }

    /// <summary>The role asked for, or null for a link.</summary>
    public Role? Role { get; init; }
    public string? CodePerimetre { get; init; }

    public required Guid DemandeurId { get; init; }
    public required DateTime DemandeLe { get; init; }
    public Guid? ConfirmateurId { get; set; }
    public DateTime? ConfirmeLe { get; set; }

    /// <summary>Refused, withdrawn, replaced or used: nothing more comes of it.</summary>
    public DateTime? TermineLe { get; set; }

    /// <summary>Of the code that the second person gives to the holder by another way; the link is nothing without it.</summary>
    public string? EmpreinteCode { get; set; }

    /// <summary>Of the link once handed over.</summary>
    public string? EmpreinteJeton { get; set; }

    /// <summary>Wrong codes typed so far.</summary>
    public int Essais { get; set; }
    public int Version { get; set; }

    public bool EstOuvertA(DateTime instantUtc) => TermineLe is null && instantUtc < DemandeLe + Validite;

    public static string Empreinte(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal sealed class ActeSurCompteMapping : IEntityTypeConfiguration<ActeSurCompte>
{
    public void Configure(EntityTypeBuilder<ActeSurCompte> table)
    {
        table.ToTable("socle_acte_sur_compte");
        table.Property(a => a.CodePerimetre).HasMaxLength(64);
        table.Property(a => a.EmpreinteCode).HasMaxLength(64);
        table.Property(a => a.EmpreinteJeton).HasMaxLength(64);
        table.HasIndex(a => a.CompteId);
        table.HasIndex(a => a.EmpreinteJeton);
        table.HasOne<Utilisateur>().WithMany().HasForeignKey(a => a.CompteId);
    }
}
