using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>The first sheet of a workbook, cell by cell as text, in the shape of the CSV file of the same name.</summary>
internal static class LectureXlsx
{
    /// <summary>What a spreadsheet can hold; a file that says more does it to be read for ever.</summary>
    private const int LignesMax = 1_048_576;
    private const int ColonnesMax = 500;

    /// <summary>A workbook unfolds to some twenty times its size; hundreds of times is a bomb.</summary>
    private const int DepliageMax = 200;

    /// <summary>A workbook is a zip: what it unfolds to is bounded before anything is unfolded.</summary>
    public static Rejet? Refuser(Stream flux, LimitesFichier limites)
    {
        try
        {
            using var archive = new ZipArchive(flux, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("xl/workbook.xml") is null)
                return new(0, null, "CLASSEUR_ILLISIBLE", "Ce fichier n'est pas un classeur Excel. Enregistrez-le de nouveau au format .xlsx ou CSV.");
            var deplie = archive.Entries.Aggregate(0m, (somme, e) => somme + e.Length);
            return deplie > 10 * limites.OctetsMax || (deplie > 10 * 1024 * 1024 && deplie > (decimal)DepliageMax * flux.Length)
                ? new(0, null, "FICHIER_TROP_GROS", $"Une fois ouvert, ce classeur pèse {deplie / 1024 / 1024:0} Mo : c'est trop, ou trop pour sa taille. Enregistrez-le de nouveau, ou coupez-le en plusieurs fichiers.")
                : null;
        }
        catch (Exception erreur) when (erreur is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
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
        using var rangees = Ouvrir(flux).GetEnumerator();
        for (var numero = 1; Avancer(rangees, numero, out var faute) || faute is not null; numero++)
        {
            // Blank rows are made up for each gap, every column for each row: both are bounded before they are gone through.
            if (faute is null && rangees.Current.Count > ColonnesMax)
                faute = new(numero, null, "TROP_DE_COLONNES", $"Le classeur a {rangees.Current.Count} colonnes, {ColonnesMax} au plus. Effacez les colonnes vides à droite du tableau et recommencez.");
            if (faute is null && numero > LignesMax)
                faute = new(numero, null, "TROP_DE_LIGNES", $"Le classeur dit avoir plus de {LignesMax} lignes : aucun tableur n'en tient autant. Enregistrez-le de nouveau.");
            List<string> cellules = faute is null ? [.. rangees.Current.Values.Select(EnTexte)] : [];
            if (cellules.Sum(c => c.Length) > limites.CaracteresParLigne)
                faute = new(numero, null, "LIGNE_TROP_LONGUE", $"La ligne {numero} dépasse {limites.CaracteresParLigne} caractères. Vérifiez le classeur et recommencez.");
            yield return new(numero, cellules, faute);
            if (faute is not null)
                yield break;
        }
    }

    // Opened at the first row, so that what opening finds wrong is caught with the rest.
    private static IEnumerable<IDictionary<string, object?>> Ouvrir(Stream flux)
    {
        foreach (var rangee in flux.Query(excelType: ExcelType.XLSX))
            yield return (IDictionary<string, object?>)rangee;
    }

    // The zip may be sound and the sheet inside not: whatever its reader falls on is the file's fault, not ours.
    private static bool Avancer(IEnumerator<IDictionary<string, object?>> rangees, int numero, out Rejet? faute)
    {
        faute = null;
        try
        {
            return rangees.MoveNext();
        }
        catch (Exception erreur) when (erreur is not (OutOfMemoryException or OperationCanceledException))
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
