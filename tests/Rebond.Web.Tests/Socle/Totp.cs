using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Rebond.Web.Tests.Socle;

/// <summary>The telephone of a test (RFC 6238), written apart from Identity's own computation.</summary>
internal static class Totp
{
    public static string Code(string cleBase32)
    {
        Span<byte> pas = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(pas, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // SHA-1 is what TOTP applications use
        var empreinte = HMACSHA1.HashData(Lire(cleBase32), pas);
#pragma warning restore CA5350
        var debut = empreinte[^1] & 0xf;
        var nombre = BinaryPrimitives.ReadInt32BigEndian(empreinte.AsSpan(debut, 4)) & 0x7fffffff;
        return (nombre % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Lire(string base32)
    {
        List<byte> octets = [];
        var (tampon, bits) = (0, 0);
        foreach (var lettre in base32)
        {
            tampon = ((tampon << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(lettre, StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            octets.Add((byte)((tampon >> bits) & 0xff));
        }
        return [.. octets];
    }
}
