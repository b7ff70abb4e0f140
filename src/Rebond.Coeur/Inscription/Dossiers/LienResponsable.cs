using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The link a legal guardian signs with: sealed by the server, it holds the file, the version it signs and its end, nothing personal. A later version
/// of the file makes it useless.
/// </summary>
public static class LienResponsable
{
    public static readonly TimeSpan Duree = TimeSpan.FromDays(14);

    public sealed record Contenu(Guid DossierId, int NumeroVersion, DateTime Fin);

    public static string Ecrire(IDataProtectionProvider protection, Contenu contenu) =>
        Protecteur(protection).Protect(string.Create(CultureInfo.InvariantCulture, $"{contenu.DossierId:N} {contenu.NumeroVersion} {contenu.Fin.Ticks}"));

    /// <summary>Null: not one of ours, or damaged.</summary>
    public static Contenu? Lire(IDataProtectionProvider protection, string? jeton)
    {
        if (jeton is not { Length: > 0 and < 1000 })
            return null;
        try
        {
            var parties = Protecteur(protection).Unprotect(jeton).Split(' ');
            return new Contenu(Guid.ParseExact(parties[0], "N"), int.Parse(parties[1], CultureInfo.InvariantCulture), new DateTime(long.Parse(parties[2], CultureInfo.InvariantCulture), DateTimeKind.Utc));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Protecteur(IDataProtectionProvider protection) => protection.CreateProtector("Rebond.Inscription.SignatureResponsable");
}
