using System.IO.Compression;
using System.Text;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>
/// Looks for what makes a PDF act by itself or carry another file. It reads names, not the whole language: it warns whoever opens the file and
/// proves nothing. Compressed object streams, where such names hide, are opened within limits.
/// </summary>
internal static class ContenuPdf
{
    private const int ParFlux = 4 * 1_048_576;
    private const int EnTout = 32 * 1_048_576;

    private static readonly Dictionary<string, SignalementDepot> Noms = new(StringComparer.Ordinal)
    {
        ["JavaScript"] = SignalementDepot.PdfJavaScript,
        ["JS"] = SignalementDepot.PdfJavaScript,
        ["EmbeddedFile"] = SignalementDepot.PdfFichierJoint,
        ["EmbeddedFiles"] = SignalementDepot.PdfFichierJoint,
        ["RichMedia"] = SignalementDepot.PdfFichierJoint,
        ["Launch"] = SignalementDepot.PdfLancement,
        ["ImportData"] = SignalementDepot.PdfLancement,
        ["SubmitForm"] = SignalementDepot.PdfLancement,
        ["Encrypt"] = SignalementDepot.PdfChiffre,
    };

    /// <summary>Offset just after the last end mark, or null: without it the file was cut.</summary>
    public static int? Fin(ReadOnlySpan<byte> pdf)
    {
        var fin = pdf.LastIndexOf("%%EOF"u8);
        return fin < 0 ? null : fin + 5;
    }

    public static IReadOnlyList<SignalementDepot> Examiner(ReadOnlySpan<byte> pdf)
    {
        SortedSet<SignalementDepot> trouves = [];
        var reste = EnTout;
        var i = 0;
        while (i < pdf.Length)
        {
            var saut = pdf[i..].IndexOf("stream"u8);
            var zone = saut < 0 ? pdf[i..] : pdf.Slice(i, saut);
            LireNoms(zone, trouves, longsSeulement: false);
            if (saut < 0)
                break;
            var debut = ApresLeMot(pdf, i + saut);
            var longueur = pdf[debut..].IndexOf("endstream"u8);
            if (longueur < 0)
                longueur = pdf.Length - debut;
            var flux = pdf.Slice(debut, longueur);
            // In the bytes of an image two letters come by chance: only long names count there.
            LireNoms(flux, trouves, longsSeulement: true);
            if (ContientNom(zone[Math.Max(0, zone.LastIndexOf("obj"u8))..], "ObjStm"))
                Ouvrir(flux, trouves, ref reste);
            i = Math.Min(pdf.Length, debut + longueur + "endstream"u8.Length);
        }
        return [.. trouves];
    }

    private static void Ouvrir(ReadOnlySpan<byte> flux, SortedSet<SignalementDepot> trouves, ref int reste)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(flux.ToArray()), CompressionMode.Decompress);
            var clair = new byte[Math.Min(ParFlux, reste)];
            var lus = zlib.ReadAtLeast(clair, clair.Length, throwOnEndOfStream: false);
            reste -= lus;
            LireNoms(clair.AsSpan(0, lus), trouves, longsSeulement: false);
            if (lus == clair.Length)
                trouves.Add(SignalementDepot.PdfNonExamine);
        }
        catch (InvalidDataException)
        {
            // Another filter, or encrypted: what it holds is unknown, and said so.
            trouves.Add(SignalementDepot.PdfNonExamine);
        }
    }

    private static int ApresLeMot(ReadOnlySpan<byte> pdf, int mot)
    {
        var i = mot + "stream"u8.Length;
        if (i < pdf.Length && pdf[i] == '\r')
            i++;
        if (i < pdf.Length && pdf[i] == '\n')
            i++;
        return i;
    }

    private static bool ContientNom(ReadOnlySpan<byte> octets, string nom)
    {
        for (var i = octets.IndexOf((byte)'/'); i >= 0; i = Suivant(octets, i))
            if (Nom(octets[(i + 1)..]) == nom)
                return true;
        return false;
    }

    private static void LireNoms(ReadOnlySpan<byte> octets, SortedSet<SignalementDepot> trouves, bool longsSeulement)
    {
        for (var i = octets.IndexOf((byte)'/'); i >= 0; i = Suivant(octets, i))
        {
            var nom = Nom(octets[(i + 1)..]);
            if (Noms.TryGetValue(nom, out var signalement) && (!longsSeulement || nom.Length > 5))
                trouves.Add(signalement);
        }
    }

    private static int Suivant(ReadOnlySpan<byte> octets, int i)
    {
        var saut = octets[(i + 1)..].IndexOf((byte)'/');
        return saut < 0 ? -1 : i + 1 + saut;
    }

    /// <summary>A PDF name, its #xx escapes undone: /J#61vaScript is /JavaScript. No name we look for is longer than 20 letters.</summary>
    private static string Nom(ReadOnlySpan<byte> octets)
    {
        var nom = new StringBuilder(20);
        for (var i = 0; i < octets.Length && nom.Length < 20; i++)
        {
            var octet = octets[i];
            if (octet is 0 or <= (byte)' ' or > (byte)'~' || "()<>[]{}/%".Contains((char)octet, StringComparison.Ordinal))
                break;
            if (octet == '#' && i + 2 < octets.Length && char.IsAsciiHexDigit((char)octets[i + 1]) && char.IsAsciiHexDigit((char)octets[i + 2]))
            {
                nom.Append((char)Convert.ToByte(Encoding.ASCII.GetString(octets.Slice(i + 1, 2)), 16));
                i += 2;
            }
            else
                nom.Append((char)octet);
        }
        return nom.ToString();
    }
}
