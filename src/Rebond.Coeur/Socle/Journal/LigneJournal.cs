using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rebond.Coeur.Socle.Journal;

/// <summary>
/// One act, never changed once written. Each line carries the SHA-256 of its content and of the previous line's hash,
/// so that one altered byte, one missing or one swapped line is found by VerifierJournal.
/// </summary>
public sealed class LigneJournal
{
    /// <summary>1, 2, 3… without a gap.</summary>
    public long Numero { get; init; }

    /// <summary>UTC, whole milliseconds (both engines keep them exactly).</summary>
    public DateTime Instant { get; init; }

    public Guid? CompteId { get; init; }
    public required string Role { get; init; }

    /// <summary>Stable code of the act: NOTE_MODIFIEE, DELIBERATION_ARRETEE…</summary>
    public required string Acte { get; init; }

    /// <summary>What it is about: "candidature:…", "jury:…". Ids only, no name.</summary>
    public required string Objet { get; init; }
    public string? Avant { get; init; }
    public string? Apres { get; init; }
    public string? Motif { get; init; }
    public required string EmpreintePrecedente { get; init; }
    public required string Empreinte { get; init; }

    /// <summary>What the first line chains to.</summary>
    public const string Racine = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Hash over every field, each with its length in front so that no text can slide from one field into the next.</summary>
    public static string Calculer(long numero, DateTime instant, Guid? compteId, string role, string acte, string objet,
        string? avant, string? apres, string? motif, string empreintePrecedente)
    {
        var contenu = new StringBuilder();
        foreach (var champ in (ReadOnlySpan<string?>)[numero.ToString(System.Globalization.CultureInfo.InvariantCulture),
            new DateTimeOffset(instant, TimeSpan.Zero).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            compteId?.ToString("N"), role, acte, objet, avant, apres, motif, empreintePrecedente])
            contenu.Append(champ?.Length ?? -1).Append(':').Append(champ).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contenu.ToString())));
    }

    public string Recalculer() => Calculer(Numero, DateTime.SpecifyKind(Instant, DateTimeKind.Utc), CompteId, Role, Acte, Objet, Avant, Apres, Motif, EmpreintePrecedente);
}

/// <summary>An act about to be journaled; the base numbers and chains it in the transaction that saves the change.</summary>
public sealed record ActeAJournaliser(Acteurs.Acteur Acteur, string Acte, string Objet, string? Avant = null, string? Apres = null, string? Motif = null);

internal sealed class LigneJournalMapping : IEntityTypeConfiguration<LigneJournal>
{
    public void Configure(EntityTypeBuilder<LigneJournal> table)
    {
        table.ToTable("socle_journal");
        table.HasKey(l => l.Numero);
        table.Property(l => l.Numero).ValueGeneratedNever();
        table.Property(l => l.Acte).HasMaxLength(64);
        table.Property(l => l.Objet).HasMaxLength(128);
        table.Property(l => l.Role).HasMaxLength(32);
        table.Property(l => l.EmpreintePrecedente).HasMaxLength(64);
        table.Property(l => l.Empreinte).HasMaxLength(64);
        table.HasIndex(l => l.Objet);
    }
}
