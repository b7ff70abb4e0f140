using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>The number a person bears in a published order, "7F3A-91C2", and the number he draws: both are computed, so that anyone may compute them again.</summary>
public static class NumeroAnonyme
{
    /// <summary>From the id of the file, which is nowhere printed: the number does not lead back to the person.</summary>
    public static string De(Guid dossierId)
    {
        var empreinte = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"classement|{dossierId:N}")));
        return $"{empreinte[..4]}-{empreinte[4..8]}";
    }

    /// <summary>The text whose SHA-256 is the draw: one draw for every place asked for, in the published order as in the commission.</summary>
    public static string TexteDuTirage(DateOnly rentree, string specialite, string numero) => $"{rentree:yyyy-MM-dd}|{specialite}|{numero}";

    /// <summary>The first six octets of the SHA-256 (UTF-8) of that text, as a number: fixed once the start of term is, chosen by nobody.</summary>
    public static long Tirage(DateOnly rentree, string specialite, string numero)
    {
        Span<byte> huit = stackalloc byte[8];
        SHA256.HashData(Encoding.UTF8.GetBytes(TexteDuTirage(rentree, specialite, numero))).AsSpan(0, 6).CopyTo(huit[2..]);
        return BinaryPrimitives.ReadInt64BigEndian(huit);
    }
}
