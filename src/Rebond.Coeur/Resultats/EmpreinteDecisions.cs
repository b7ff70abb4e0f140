using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>SHA-256 of the decisions of one jury and one group: the journal keeps it, so that a decision altered afterwards in its own table is found.</summary>
public static class EmpreinteDecisions
{
    public static string Calculer(IEnumerable<DecisionCandidat> decisions)
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tampon = ArrayPool<byte>.Shared.Rent(4096);
        // Guids compare as their hexadecimal writing does.
        foreach (var d in decisions.OrderBy(d => d.CandidatureId))
        {
            int octets;
            while (!Utf8.TryWrite(tampon, CultureInfo.InvariantCulture,
                $"{d.CandidatureId:N}|{d.Etat}|{d.Decision.Code()}|{d.Mention.Code()}|{d.MoyennePoints}/{d.MoyenneCoefficients}|{d.Provisoire}|{d.Simulation}|{d.Cas.Length}:{d.Cas}\n", out octets))
            {
                ArrayPool<byte>.Shared.Return(tampon);
                tampon = ArrayPool<byte>.Shared.Rent(2 * tampon.Length);
            }
            empreinte.AppendData(tampon, 0, octets);
        }
        ArrayPool<byte>.Shared.Return(tampon);
        return Convert.ToHexStringLower(empreinte.GetHashAndReset());
    }
}
