using System.Buffers;
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

    /// <summary>
    /// UTF-16 by its mark; UTF-8 when the whole file is; Windows-1252 when it is not. A file that is UTF-8 up to its last, unfinished character is
    /// cut, and a file that is both UTF-8 and not is two files put end to end: read as Windows-1252, either would give « Ã‰loÃ¯se » without a word.
    /// </summary>
    public static (Encoding Encodage, Rejet? Refus) Encodage(Stream flux)
    {
        try
        {
            Span<byte> debut = stackalloc byte[4];
            debut = debut[..flux.ReadAtLeast(debut, debut.Length, throwOnEndOfStream: false)];
            flux.Position = 0;
            if (EstUtf16(debut) is { } utf16)
                return (utf16, null);
            var octets = new byte[65_536];
            var (utf8, fautive, coupe, ligne) = (debut.StartsWith("\uFEFF"u8), 0, false, 1);
            // At most three bytes stay from one window to the next: a character begun and not finished.
            var (reste, lus) = (0, 0);
            do
            {
                lus = flux.Read(octets, reste, octets.Length - reste);
                var fenetre = octets.AsSpan(0, reste + lus);
                var i = 0;
                while (i < fenetre.Length)
                {
                    var ascii = fenetre[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                    var fin = ascii < 0 ? fenetre.Length : i + ascii;
                    ligne += fenetre[i..fin].Count((byte)'\n');
                    i = fin;
                    if (i == fenetre.Length)
                        break;
                    var issue = Rune.DecodeFromUtf8(fenetre[i..], out var rune, out var pris);
                    if (issue == OperationStatus.NeedMoreData && lus > 0)
                        break;
                    coupe |= issue == OperationStatus.NeedMoreData;
                    if (issue == OperationStatus.InvalidData && fautive == 0)
                        fautive = ligne;
                    // Ã, Ä, Å are no French letters: in Windows-1252 these pairs of bytes do not happen.
                    utf8 |= issue == OperationStatus.Done && rune.Value is >= 0xC0 and <= 0x17F;
                    i += pris;
                }
                fenetre[i..].CopyTo(octets);
                reste = fenetre.Length - i;
            }
            while (lus > 0);
            if (fautive > 0 && utf8)
                return (Encoding.UTF8, new(fautive, null, "ENCODAGE_MELANGE", $"À partir de la ligne {fautive}, le fichier n'est plus écrit comme son début (UTF-8 d'un côté, Windows-1252 de l'autre) : les accents seraient faux. Enregistrez-le de nouveau en CSV (UTF-8)."));
            if (coupe && utf8)
                return (Encoding.UTF8, new(ligne, null, "FICHIER_COUPE", $"Le fichier s'arrête au milieu d'un caractère, à la ligne {ligne} : il est coupé. Exportez-le de nouveau."));
            return (fautive > 0 || coupe ? Encoding.GetEncoding(1252) : Encoding.UTF8, null);
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
