using System.Buffers.Binary;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>What a file is and whether it is whole, from its bytes alone: its name and what the browser says of it prove nothing.</summary>
internal static class ContenuDepot
{
    /// <summary>Bytes that decide the type; read before anything is kept.</summary>
    public const int Debut = 16;

    private static readonly (byte[] Debut, int A, string Quoi)[] Autres =
    [
        ([0x50, 0x4B, 0x03, 0x04], 0, "Ce fichier est une archive ou un document bureautique (Word, Excel, OpenDocument)."),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "Ce fichier est un ancien document Word ou Excel."),
        ("ftypheic"u8.ToArray(), 4, "Ce fichier est une photo HEIC d’iPhone, que tous les ordinateurs ne lisent pas."),
        ("ftypheix"u8.ToArray(), 4, "Ce fichier est une photo HEIC d’iPhone, que tous les ordinateurs ne lisent pas."),
        ("ftypmif1"u8.ToArray(), 4, "Ce fichier est une photo HEIC d’iPhone, que tous les ordinateurs ne lisent pas."),
        ("WEBP"u8.ToArray(), 8, "Ce fichier est une image WebP."),
        ("GIF8"u8.ToArray(), 0, "Ce fichier est une image GIF."),
        ([0x49, 0x49, 0x2A, 0x00], 0, "Ce fichier est une image TIFF."),
        ([0x4D, 0x4D, 0x00, 0x2A], 0, "Ce fichier est une image TIFF."),
        ("BM"u8.ToArray(), 0, "Ce fichier est une image BMP."),
        ("{\\rtf"u8.ToArray(), 0, "Ce fichier est un document RTF."),
        ([0x4D, 0x5A], 0, "Ce fichier est un programme."),
        ([0x7F, 0x45, 0x4C, 0x46], 0, "Ce fichier est un programme."),
    ];

    public static TypeDepot? Reconnaitre(ReadOnlySpan<byte> debut) => debut switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => TypeDepot.Pdf,
        [0xFF, 0xD8, 0xFF, ..] => TypeDepot.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => TypeDepot.Png,
        _ => null,
    };

    public static RefusDepot.TypeRefuse Refuser(ReadOnlySpan<byte> debut)
    {
        foreach (var (octets, a, quoi) in Autres)
            if (debut.Length >= a && debut[a..].StartsWith(octets))
                return new(quoi);
        return new("Ce fichier n’est ni un PDF, ni une photo JPEG ou PNG.");
    }

    public static string Nom(TypeDepot type) => type switch
    {
        TypeDepot.Pdf => "un PDF",
        TypeDepot.Jpeg => "une image JPEG",
        _ => "une image PNG",
    };

    /// <summary>Looks at the whole file: is its end there, does something else hide in it, what should its reader know.</summary>
    public static (Refus? Refus, IReadOnlyList<SignalementDepot> Signalements) Examiner(TypeDepot type, ReadOnlySpan<byte> contenu)
    {
        if (FinArchive(contenu))
            return (new RefusDepot.FichierDouble(Nom(type), "une archive ZIP"), []);
        if (Balise(contenu[..Math.Min(contenu.Length, 1024)]))
            return (new RefusDepot.FichierDouble(Nom(type), "une page web"), []);
        var fin = type switch
        {
            TypeDepot.Pdf => ContenuPdf.Fin(contenu),
            TypeDepot.Jpeg => FinJpeg(contenu),
            _ => FinPng(contenu),
        };
        if (fin is not { } bout)
            return (new RefusDepot.FichierIncomplet(), []);
        List<SignalementDepot> signalements = [];
        // Phones add their own data after the end of a photo: said, not refused, unless it is another file.
        var suite = contenu[bout..].Trim([(byte)0, (byte)' ', (byte)'\r', (byte)'\n', (byte)'\t']);
        if (suite.Length > 0)
        {
            if (AutreFichier(suite) is { } autre)
                return (new RefusDepot.FichierDouble(Nom(type), autre), []);
            signalements.Add(SignalementDepot.DonneesApresLaFin);
        }
        if (type == TypeDepot.Pdf)
            signalements.AddRange(ContenuPdf.Examiner(contenu));
        return (null, signalements);
    }

    /// <summary>Offset just after the last chunk, or null when it is not reached.</summary>
    private static int? FinPng(ReadOnlySpan<byte> png)
    {
        for (var i = 8; i + 12 <= png.Length;)
        {
            var longueur = BinaryPrimitives.ReadUInt32BigEndian(png[i..]);
            if (longueur > png.Length - i - 12)
                return null;
            var suivant = i + 12 + (int)longueur;
            if (png.Slice(i + 4, 4).SequenceEqual("IEND"u8))
                return suivant;
            i = suivant;
        }
        return null;
    }

    /// <summary>Offset just after the end marker of the image itself (a thumbnail has its own, inside a segment).</summary>
    private static int? FinJpeg(ReadOnlySpan<byte> jpeg)
    {
        var i = 2;
        while (i + 2 <= jpeg.Length)
        {
            if (jpeg[i] != 0xFF)
                return null;
            var marqueur = jpeg[i + 1];
            i += 2;
            if (marqueur == 0xD9)
                return i;
            if (marqueur == 0xFF)
            {
                i--;
                continue;
            }
            if (marqueur is 0x01 or (>= 0xD0 and <= 0xD7))
                continue;
            if (i + 2 > jpeg.Length)
                return null;
            i += BinaryPrimitives.ReadUInt16BigEndian(jpeg[i..]);
            if (marqueur == 0xDA)
                i = FinBalayage(jpeg, i);
        }
        return null;
    }

    /// <summary>Skips compressed data: FF 00 and restart markers belong to it.</summary>
    private static int FinBalayage(ReadOnlySpan<byte> jpeg, int i)
    {
        while (i < jpeg.Length)
        {
            var saut = jpeg[i..].IndexOf((byte)0xFF);
            if (saut < 0)
                return jpeg.Length;
            i += saut;
            if (i + 1 >= jpeg.Length)
                return jpeg.Length;
            if (jpeg[i + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return i;
            i += 2;
        }
        return i;
    }

    /// <summary>The record that ends a ZIP, where unzip programs look for it: one opens this file as an archive, whatever its beginning says.</summary>
    private static bool FinArchive(ReadOnlySpan<byte> contenu)
    {
        var zone = contenu[Math.Max(0, contenu.Length - 66_000)..];
        for (var i = zone.LastIndexOf("PK\u0005\u0006"u8); i >= 0; i = zone[..i].LastIndexOf("PK\u0005\u0006"u8))
            if (zone.Length - i >= 22 && zone.Slice(i + 4, 4).IndexOfAnyExcept((byte)0) < 0)
                return true;
        return false;
    }

    private static string? AutreFichier(ReadOnlySpan<byte> suite)
    {
        if (suite.IndexOf("%PDF-"u8) >= 0)
            return "un PDF";
        if (suite.IndexOf("PK\u0003\u0004"u8) >= 0 || suite.StartsWith("Rar!"u8) || suite.StartsWith("7z"u8))
            return "une archive";
        if (suite.StartsWith("MZ"u8) || suite.StartsWith("\u007FELF"u8) || suite.StartsWith("#!"u8))
            return "un programme";
        return Balise(suite) ? "une page web" : null;
    }

    private static bool Balise(ReadOnlySpan<byte> octets)
    {
        foreach (var balise in (ReadOnlySpan<byte[]>)["<script"u8.ToArray(), "<html"u8.ToArray(), "<!doctype html"u8.ToArray(), "<svg"u8.ToArray(), "<?php"u8.ToArray()])
            for (var i = 0; i + balise.Length <= octets.Length; i++)
            {
                var saut = octets[i..].IndexOf((byte)'<');
                if (saut < 0)
                    break;
                i += saut;
                if (i + balise.Length <= octets.Length && System.Text.Ascii.EqualsIgnoreCase(octets.Slice(i, balise.Length), balise))
                    return true;
            }
        return false;
    }
}
