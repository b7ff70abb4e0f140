using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>SHA-256 of the decisions of one jury and one group: the journal keeps it, so that a decision altered afterwards in its own table is found.</summary>
public static class EmpreinteDecisions
{
    public static string Calculer(IEnumerable<DecisionCandidat> decisions)
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var d in decisions.OrderBy(d => d.CandidatureId.ToString("N"), StringComparer.Ordinal))
            empreinte.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{d.CandidatureId:N}|{d.Etat}|{d.Decision.Code()}|{d.Mention.Code()}|{d.MoyennePoints}/{d.MoyenneCoefficients}|{d.Provisoire}|{d.Simulation}|{d.Cas.Length}:{d.Cas}\n")));
        return Convert.ToHexStringLower(empreinte.GetHashAndReset());
    }
}
