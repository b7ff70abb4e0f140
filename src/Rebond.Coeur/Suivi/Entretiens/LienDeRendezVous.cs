using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>Whose link it is. The guardian of a minor has his own: he reads, and signs for himself alone.</summary>
public enum TitulaireLien { Jeune, Responsable }

/// <summary>Whoever holds the personal link of one file. Built by reading a link and by nothing else: holding one is the permission.</summary>
public sealed record Porteur
{
    internal Porteur(Guid dossierId, TitulaireLien titulaire, DateTime emisLe) => (DossierId, Titulaire, EmisLe) = (dossierId, titulaire, emisLe);

    public Guid DossierId { get; }
    public TitulaireLien Titulaire { get; }

    /// <summary>UTC, to the millisecond: a link made before the day its file called links back is dead.</summary>
    public DateTime EmisLe { get; }

    /// <summary>What the journal writes: nobody signed in, so no account.</summary>
    internal Acteur Acteur => Acteur.Visiteur with { Nom = Titulaire == TitulaireLien.Jeune ? "lien personnel" : "lien du responsable légal" };
}

/// <summary>
/// The personal link to book a time, change it, ask to come back or sign, without an account. It holds the id of the file, whose it is and when it was made, ciphered
/// and signed with the keys of the base: no name, nothing to guess. Other uses of the same keys do not read it.
/// </summary>
public sealed class LienDeRendezVous(IDataProtectionProvider protection, TimeProvider horloge)
{
    /// <summary>Until well after the start of term: our own choice.</summary>
    public const int JoursDeValidite = 180;

    private const int Longueur = 16 + sizeof(long) + 1;

    private readonly IDataProtector _protecteur = protection.CreateProtector("Rebond.Suivi.RendezVous.v2");

    /// <summary>The path of the page on this site; the door puts its own address before it.</summary>
    public string Chemin(Guid dossierId, TitulaireLien titulaire = TitulaireLien.Jeune) => $"/suivi/lien/{Creer(dossierId, titulaire)}";

    public string Creer(Guid dossierId, TitulaireLien titulaire = TitulaireLien.Jeune)
    {
        Span<byte> contenu = stackalloc byte[Longueur];
        dossierId.TryWriteBytes(contenu);
        BinaryPrimitives.WriteInt64BigEndian(contenu[16..], horloge.GetUtcNow().ToUnixTimeMilliseconds());
        contenu[^1] = (byte)titulaire;
        // In hexadecimal: the addresses that the site makes are in lower case, values included.
        return Convert.ToHexStringLower(_protecteur.Protect(contenu.ToArray()));
    }

    /// <summary>Null when the link is not ours, was altered, or has ended. Whether it was called back, the file says.</summary>
    public Porteur? Lire(string? jeton)
    {
        if (jeton is not { Length: > 0 and < 1000 } || jeton.Length % 2 != 0 || !jeton.All(char.IsAsciiHexDigit))
            return null;
        try
        {
            var contenu = _protecteur.Unprotect(Convert.FromHexString(jeton));
            if (contenu.Length != Longueur || !Enum.IsDefined((TitulaireLien)contenu[^1]))
                return null;
            var emis = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(contenu.AsSpan(16))).UtcDateTime;
            return emis.AddDays(JoursDeValidite) > horloge.GetUtcNow().UtcDateTime ? new Porteur(new Guid(contenu.AsSpan(0, 16)), (TitulaireLien)contenu[^1], emis) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
