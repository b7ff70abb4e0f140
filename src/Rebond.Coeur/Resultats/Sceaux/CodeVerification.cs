using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rebond.Coeur.Inscription;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Sceaux;

/// <summary>Eighty bits of a keyed hash of what the relevé says, written so that a person can read and type it.</summary>
public static class CodeVerification
{
    // No I, L, O, U: nothing to take for a digit (Crockford's base 32).
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Longueur = 16;

    public static string Calculer(ReadOnlySpan<byte> clef, Candidature candidature, DecisionCandidat decision)
    {
        Span<byte> empreinte = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(clef, Encoding.UTF8.GetBytes(Contenu(candidature, decision)), empreinte);
        return string.Create(Longueur, BitConverter.ToUInt128(empreinte), (code, bits) =>
        {
            for (var i = 0; i < code.Length; i++, bits >>= 5)
                code[i] = Alphabet[(int)(bits & 31)];
        });
    }

    /// <summary>"ABCD-EFGH-JKMN-PQRS".</summary>
    public static string Lisible(string code) => string.Join('-', code.Chunk(4).Select(quatre => new string(quatre)));

    /// <summary>What a person types: any case, spaces or hyphens, O for zero, I or L for one. Null when it cannot be a code.</summary>
    public static string? Lire(string? saisie)
    {
        var code = string.Concat((saisie ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return code.Length == Longueur && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>Everything the relevé prints that decides anything; the case holds the marks.</summary>
    private static string Contenu(Candidature c, DecisionCandidat d) => string.Join('\n', new object[]
    {
        "releve-1", c.Session, c.Numero, c.Nom, c.Prenoms, c.Naissance.DayNumber, c.Examen.Code(), c.Specialite, c.Uai,
        d.Groupe, d.Decision.Code(), d.Mention.Code(), d.MoyennePoints, d.MoyenneCoefficients, d.Provisoire, d.Simulation, d.Cas,
    }.Select(partie => Convert.ToString(partie, CultureInfo.InvariantCulture)));
}
