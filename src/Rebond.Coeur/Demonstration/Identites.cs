using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>Keys and numbers drawn from the seed: in order for the indexes, unique, and visibly made up.</summary>
internal sealed class Identites(long graine, SessionExamen session)
{
    private const string LettresRnie = "ABCDEFGHJK";

    // Neither 0/O nor 1/I/L: it is read aloud in a jury.
    private const string AlphabetAnonymat = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private readonly byte[] _cle = SHA256.HashData(Encoding.UTF8.GetBytes($"anonymat {graine} {session}"));
    private readonly HashSet<string> _anonymats = new(StringComparer.Ordinal);
    private long _suite;

    /// <summary>Shaped as a version 7 identifier: the registration day of the session, then a counter, then bits of the seed.</summary>
    public Guid NouvelId()
    {
        Span<byte> octets = stackalloc byte[16];
        var jour = new DateTimeOffset(session.Annee - 1, 11, 15, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt64BigEndian(octets, (jour + _suite) << 16);
        BinaryPrimitives.WriteUInt64BigEndian(octets[8..], Tirage.Pour(graine, session.ToString(), _suite++).Suivant());
        octets[6] = 0x70;
        octets[8] = (byte)((octets[8] & 0x3F) | 0x80);
        return new Guid(octets, bigEndian: true);
    }

    /// <summary>Ten digits: year, académie, path, five digits in the order of the lists.</summary>
    public string Numero(TypeExamen examen, int rang) => $"{session.Annee % 100:00}02{(examen == TypeExamen.BacPro ? 3 : examen == TypeExamen.BacGeneral ? 1 : 2)}{rang:00000}";

    /// <summary>Format of a national identifier, with four zeros in front that no real one has.</summary>
    public string Ine(int rang) => $"0000{rang:00000}{LettresRnie[session.Annee % 10]}{LettresRnie[Tirage.Pour(graine, "ine", rang).Entier(10)]}";

    /// <summary>A keyed hash of the number: without the key nothing links one to the other.</summary>
    public string Anonymat(string numero)
    {
        for (var essai = 0; ; essai++)
        {
            var empreinte = HMACSHA256.HashData(_cle, Encoding.ASCII.GetBytes($"{numero} {essai}"));
            var anonymat = string.Create(8, empreinte, (lettres, octets) =>
            {
                for (var i = 0; i < lettres.Length; i++)
                    lettres[i] = AlphabetAnonymat[BinaryPrimitives.ReadUInt16BigEndian(octets.AsSpan(2 * i)) % AlphabetAnonymat.Length];
            });
            if (_anonymats.Add(anonymat))
                return anonymat;
        }
    }
}
