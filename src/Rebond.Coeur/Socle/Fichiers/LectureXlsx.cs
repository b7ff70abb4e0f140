using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>The first sheet of a workbook, cell by cell as text, in the shape of the CSV file of the same name.</summary>
internal static class LectureXlsx
{
    /// <summary>A workbook is a zip: what it unfolds to is bounded before anything is unfolded.</summary>
    public static Rejet? Refuser(Stream flux, LimitesFichier limites)
    {
        try
        {
            using var archive = new ZipArchive(flux, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("xl/workbook.xml") is null)
                return new(0, null, "CLASSEUR_ILLISIBLE", "Ce fichier n'est pas un classeur Excel. Enregistrez-le de nouveau au format .xlsx ou CSV.");
            return archive.Entries.Sum(e => e.Length) > 10 * limites.OctetsMax
                ? new(0, null, "FICHIER_TROP_GROS", $"Une fois ouvert, ce classeur dépasse {10 * limites.OctetsMax / 1024 / 1024} Mo. Coupez-le en plusieurs fichiers.")
                : null;
        }
        catch (InvalidDataException)
        {
            return new(0, null, "CLASSEUR_ILLISIBLE", "Ce classeur est abîmé ou coupé. Enregistrez-le de nouveau au format .xlsx ou CSV.");
        }
        finally
        {
            flux.Position = 0;
        }
    }

    public static IEnumerable<LigneBrute> Lire(Stream flux, LimitesFichier limites)
    {
        flux.Position = 0;
        using var rangees = flux.Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().GetEnumerator();
        for (var numero = 1; Avancer(rangees, numero, out var faute) || faute is not null; numero++)
        {
            List<string> cellules = faute is null ? [.. rangees.Current.Values.Select(EnTexte)] : [];
            if (cellules.Sum(c => c.Length) > limites.CaracteresParLigne)
                faute = new(numero, null, "LIGNE_TROP_LONGUE", $"La ligne {numero} dépasse {limites.CaracteresParLigne} caractères. Vérifiez le classeur et recommencez.");
            yield return new(numero, cellules, faute);
            if (faute is not null)
                yield break;
        }
    }

    // The zip may be sound and the sheet inside not: that is the file's fault, not ours.
    private static bool Avancer(IEnumerator<IDictionary<string, object?>> rangees, int numero, out Rejet? faute)
    {
        faute = null;
        try
        {
            return rangees.MoveNext();
        }
        catch (Exception erreur) when (erreur is XmlException or InvalidDataException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            faute = new(numero, null, "CLASSEUR_ILLISIBLE", $"Le classeur ne se lit plus à la ligne {numero}. Enregistrez-le de nouveau au format .xlsx ou CSV.");
            return false;
        }
    }

    // A mark typed in a cell is a double: "R" would show its binary tail, 15 digits show what was typed.
    private static string EnTexte(object? valeur) => valeur switch
    {
        null => "",
        string texte => texte,
        double nombre => nombre.ToString("0.###############", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool oui => oui ? "1" : "0",
        IFormattable autre => autre.ToString(null, CultureInfo.InvariantCulture),
        _ => valeur.ToString() ?? "",
    };
}
