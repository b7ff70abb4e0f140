using System.IO.Compression;
using System.Text;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>
/// From the bytes somebody sends to the text of one XML document: zipped or not, bounded once unfolded, in the encoding the bytes show and
/// not the one the prolog claims (exports in ISO-8859-15 under a UTF-8 prolog are met). Nothing is written on the disk.
/// </summary>
internal sealed class OuvertureSiecle : IDisposable
{
    private readonly ZipArchive? _archive;

    static OuvertureSiecle() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private OuvertureSiecle(ZipArchive? archive, TextReader texte) => (_archive, Texte) = (archive, texte);

    public TextReader Texte { get; }

    public static (OuvertureSiecle? Ouverture, Rejet? Refus) Ouvrir(Stream flux, LimitesFichier limites)
    {
        if (flux.Length == 0)
            return (null, Refuser("FICHIER_VIDE", "Le fichier est vide. Exportez-le de nouveau."));
        if (flux.Length > limites.OctetsMax)
            return (null, TropGros($"Le fichier pèse {flux.Length / 1024 / 1024} Mo", limites));
        Span<byte> debut = stackalloc byte[8];
        debut = debut[..flux.ReadAtLeast(debut, debut.Length, throwOnEndOfStream: false)];
        flux.Position = 0;
        if (!NatureFichier.EstZip(debut))
        {
            var (encodage, refus) = Examiner(flux, limites);
            flux.Position = 0;
            return encodage is null ? (null, refus) : (new(null, new StreamReader(flux, encodage, detectEncodingFromByteOrderMarks: true, leaveOpen: true)), null);
        }

        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(flux, ZipArchiveMode.Read, leaveOpen: true);
            var (entree, refus) = SeuleEntree(archive, limites);
            if (entree is not null)
            {
                Encoding? encodage;
                using (var premiere = entree.Open())
                    (encodage, refus) = Examiner(premiere, limites);
                if (encodage is not null)
                {
                    var ouverte = archive;
                    archive = null;
                    return (new(ouverte, new StreamReader(entree.Open(), encodage, detectEncodingFromByteOrderMarks: true)), null);
                }
            }
            return (null, refus);
        }
        catch (InvalidDataException)
        {
            return (null, Refuser("ARCHIVE_ILLISIBLE", "Cette archive zip est abîmée ou coupée. Téléchargez-la de nouveau depuis SIECLE."));
        }
        finally
        {
            archive?.Dispose();
        }
    }

    private static (ZipArchiveEntry? Entree, Rejet? Refus) SeuleEntree(ZipArchive archive, LimitesFichier limites)
    {
        // Folders, and what a Mac adds to each archive it makes, are no files.
        List<ZipArchiveEntry> fichiers = [.. archive.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))];
        if (fichiers.Count == 0)
            return (null, Refuser("ARCHIVE_VIDE", "Cette archive zip ne contient aucun fichier. Téléchargez-la de nouveau depuis SIECLE."));
        if (fichiers.Count > 1)
            return (null, Refuser("ARCHIVE_PLUSIEURS_FICHIERS", $"Cette archive zip contient {fichiers.Count} fichiers ; on attend une archive d'un seul fichier XML. Ouvrez-la et donnez le fichier XML voulu."));
        var entree = fichiers[0];
        if (entree.FullName.Split('/', '\\').Contains("..") || entree.FullName.AsSpan().IndexOfAny("\\:") >= 0 || entree.FullName.StartsWith('/'))
            return (null, Refuser("ARCHIVE_CHEMIN", "Le fichier de cette archive porte un chemin qui sort de l'archive : elle ne vient pas de SIECLE. Téléchargez-la de nouveau."));
        if (entree.IsEncrypted)
            return (null, Refuser("ARCHIVE_PROTEGEE", "Cette archive zip est protégée par un mot de passe. Ouvrez-la et donnez le fichier XML."));
        return entree.Length > limites.OctetsMax ? (null, TropGros($"Une fois ouvert, le fichier de cette archive pèse {entree.Length / 1024 / 1024} Mo", limites)) : (entree, null);
    }

    /// <summary>Reads it all once: the encoding needs the last byte, and the size an archive declares may be a lie.</summary>
    private static (Encoding? Encodage, Rejet? Refus) Examiner(Stream flux, LimitesFichier limites)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var octets = new byte[65_536];
        var caracteres = new char[65_537];
        var (total, utf8, extremes, debut) = (0L, true, false, "");
        Encoding? utf16 = null;
        int n;
        while ((n = flux.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false)) > 0)
        {
            if (total == 0)
            {
                utf16 = octets switch { [0xFF, 0xFE, ..] => Encoding.Unicode, [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode, _ => null };
                if (utf16 is null && NatureFichier.Nommer(octets.AsSpan(0, n)) is { } quoi)
                    return (null, Refuser("FICHIER_BINAIRE", $"On attend un fichier XML de SIECLE ; celui-ci est {quoi}. Donnez le fichier XML, ou l'archive zip qui le contient seul."));
                debut = Encoding.Latin1.GetString(octets, 0, Math.Min(n, 4096));
                if (debut.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !debut.Contains("<html", StringComparison.OrdinalIgnoreCase))
                    return (null, Refuser("DTD_INTERDITE", "Ce fichier porte une déclaration DOCTYPE, que les exports de SIECLE n'ont pas et qui est refusée par sécurité. Refaites l'export."));
            }
            total += n;
            if (total > limites.OctetsMax)
                return (null, TropGros("Une fois ouvert, ce fichier est trop gros", limites));
            if (utf16 is not null)
                continue;
            extremes |= octets.AsSpan(0, n).IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0;
            utf8 = utf8 && EstUtf8(strict, octets.AsSpan(0, n), caracteres, fin: n < octets.Length);
        }
        // ISO-8859-15 has no letter between 0x80 and 0x9F, Windows-1252 has Œ, œ and the curly apostrophe there.
        return (utf16 ?? (utf8 ? Encoding.UTF8 : Encoding.GetEncoding(extremes || debut.Contains("windows-1252", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : "iso-8859-15")), null);
    }

    private static bool EstUtf8(Decoder strict, ReadOnlySpan<byte> octets, Span<char> caracteres, bool fin)
    {
        try
        {
            strict.GetChars(octets, caracteres, fin);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Rejet Refuser(string code, string phrase) => new(0, null, code, phrase);

    private static Rejet TropGros(string constat, LimitesFichier limites) =>
        Refuser("FICHIER_TROP_GROS", $"{constat} ; la limite est de {limites.OctetsMax / 1024 / 1024} Mo. Vérifiez que c'est bien un export de SIECLE, ou relevez la limite.");

    public void Dispose()
    {
        Texte.Dispose();
        _archive?.Dispose();
    }
}
