using System.Text;

namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>What a file really is, from its first bytes and not from its name: text with its encoding, a workbook, or something to refuse.</summary>
internal static class NatureFichier
{
    static NatureFichier() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly (byte[] Debut, string Quoi)[] Connus =
    [
        ([0x50, 0x4B, 0x03, 0x04], "une archive zip ou un classeur"),
        ([0xD0, 0xCF, 0x11, 0xE0], "un ancien classeur Excel (.xls)"),
        ([0x1F, 0x8B], "une archive gzip"),
        ([0x25, 0x50, 0x44, 0x46], "un document PDF"),
        ([0x89, 0x50, 0x4E, 0x47], "une image"),
        ([0xFF, 0xD8, 0xFF], "une image"),
        ([0x37, 0x7A, 0xBC, 0xAF], "une archive 7z"),
        ([0x52, 0x61, 0x72, 0x21], "une archive rar"),
        ([0x7F, 0x45, 0x4C, 0x46], "un programme"),
        ([0x4D, 0x5A, 0x90, 0x00], "un programme"),
    ];

    public static bool EstZip(ReadOnlySpan<byte> debut) => debut.StartsWith(Connus[0].Debut);

    /// <summary>"une image", "un programme"… when the first bytes say so.</summary>
    public static string? Nommer(ReadOnlySpan<byte> debut)
    {
        foreach (var (octets, quoi) in Connus)
        {
            if (debut.StartsWith(octets))
                return quoi;
        }
        return null;
    }

    public static Rejet? RefuserBinaire(ReadOnlySpan<byte> debut)
    {
        if (Nommer(debut) is { } quoi)
            return new(0, null, "FICHIER_BINAIRE", $"Ce fichier est {quoi}, pas un fichier CSV. Ouvrez-le dans un tableur et enregistrez-le en CSV, ou donnez un classeur dont le nom finit par .xlsx.");
        return EstUtf16(debut) is null && debut.Contains((byte)0)
            ? new(0, null, "FICHIER_BINAIRE", "Ce fichier n'est pas du texte. Enregistrez-le en CSV (UTF-8) depuis un tableur.")
            : null;
    }

    /// <summary>Strict UTF-8 over the whole file, a window at a time; Windows-1252 when a single sequence is not UTF-8. UTF-16 by its mark.</summary>
    public static Encoding Encodage(Stream flux)
    {
        Span<byte> debut = stackalloc byte[4];
        var lus = flux.ReadAtLeast(debut, 4, throwOnEndOfStream: false);
        flux.Position = 0;
        if (EstUtf16(debut[..lus]) is { } utf16)
            return utf16;
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var octets = new byte[65_536];
        var caracteres = new char[65_536];
        try
        {
            int n;
            do
            {
                n = flux.Read(octets);
                strict.GetChars(octets, 0, n, caracteres, 0, flush: n == 0);
            }
            while (n > 0);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252);
        }
        finally
        {
            flux.Position = 0;
        }
    }

    private static Encoding? EstUtf16(ReadOnlySpan<byte> debut) => debut switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
