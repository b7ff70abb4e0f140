using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>Whoever holds the personal link of one file. Built by reading a link and by nothing else: holding one is the permission.</summary>
public sealed record Porteur
{
    internal Porteur(Guid dossierId) => DossierId = dossierId;

    public Guid DossierId { get; }

    /// <summary>What the journal writes: nobody signed in, so no account.</summary>
    internal static Acteur Acteur { get; } = Acteur.Visiteur with { Nom = "lien personnel" };
}

/// <summary>
/// The personal link to book a time, change it, or ask to come back, without an account. It holds the id of the file and the day it ends, ciphered
/// and signed with the keys of the base: no name, nothing to guess. Other uses of the same keys do not read it.
/// </summary>
public sealed class LienDeRendezVous(IDataProtectionProvider protection, TimeProvider horloge)
{
    /// <summary>Until well after the start of term: our own choice.</summary>
    public const int JoursDeValidite = 180;

    private const int Longueur = 16 + sizeof(long);

    private readonly IDataProtector _protecteur = protection.CreateProtector("Rebond.Suivi.RendezVous.v1");

    /// <summary>The path of the page on this site; the door puts its own address before it.</summary>
    public string Chemin(Guid dossierId) => $"/suivi/lien/{Creer(dossierId)}";

    public string Creer(Guid dossierId)
    {
        Span<byte> contenu = stackalloc byte[Longueur];
        dossierId.TryWriteBytes(contenu);
        BinaryPrimitives.WriteInt64BigEndian(contenu[16..], horloge.GetUtcNow().AddDays(JoursDeValidite).ToUnixTimeSeconds());
        // In hexadecimal: the addresses that the site makes are in lower case, values included.
        return Convert.ToHexStringLower(_protecteur.Protect(contenu.ToArray()));
    }

    /// <summary>Null when the link is not ours, was altered, or has ended.</summary>
    public Porteur? Lire(string? jeton)
    {
        if (jeton is not { Length: > 0 and < 1000 } || jeton.Length % 2 != 0 || !jeton.All(char.IsAsciiHexDigit))
            return null;
        try
        {
            var contenu = _protecteur.Unprotect(Convert.FromHexString(jeton));
            return contenu.Length == Longueur && BinaryPrimitives.ReadInt64BigEndian(contenu.AsSpan(16)) > horloge.GetUtcNow().ToUnixTimeSeconds() ? new Porteur(new Guid(contenu.AsSpan(0, 16))) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
