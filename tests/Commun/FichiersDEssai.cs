using System.IO.Compression;
using System.Text;

namespace Rebond.Tests.Commun;

/// <summary>Small files that are really what they say, made here byte by byte.</summary>
public static class FichiersDEssai
{
    public static byte[] Png(int donnees = 32) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Bloc("IHDR", new byte[13]), .. Bloc("IDAT", Octets(donnees)), .. Bloc("IEND", [])];

    /// <summary>With a thumbnail that has its own end marker, stuffed bytes, a restart marker and two scans.</summary>
    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x08, 0xFF, 0xD8, 0xFF, 0xD9, 0x00, 0x00, 0xFF, 0xC2, 0x00, 0x03, 0x08,
        0xFF, 0xDA, 0x00, 0x03, 0x01, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xC4, 0x00, 0x02, 0xFF, 0xDA, 0x00, 0x03, 0x02, 0x77, 0xFF, 0xD9,
    ];

    public static byte[] Pdf(string objets = "", int remplissage = 0) =>
        [.. Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + objets), .. Enumerable.Repeat((byte)'%', remplissage), .. "\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"u8];

    /// <summary>An object stream, compressed: where a PDF hides its names from who looks at its bytes.</summary>
    public static byte[] PdfObjetsComprimes(string objets)
    {
        var comprime = new MemoryStream();
        using (var zlib = new ZLibStream(comprime, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes(objets));
        return [.. Encoding.Latin1.GetBytes("%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"), .. comprime.ToArray(), .. "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8];
    }

    public static byte[] Zip()
    {
        var memoire = new MemoryStream();
        using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("a.txt");
        return memoire.ToArray();
    }

    public static byte[] Octets(int nombre) => [.. Enumerable.Range(0, nombre).Select(i => (byte)((i * 31 + i / 256) & 0x7F))];

    private static byte[] Bloc(string type, byte[] donnees) =>
        [(byte)(donnees.Length >> 24), (byte)((donnees.Length >> 16) & 0xFF), (byte)((donnees.Length >> 8) & 0xFF), (byte)(donnees.Length & 0xFF), .. Encoding.ASCII.GetBytes(type), .. donnees, 0, 0, 0, 0];
}
