using System.Text;
using MiniExcelLibs;

namespace Rebond.Coeur.Socle.Fichiers;

public enum FormatTableau { Csv, Xlsx }

/// <summary>Writes the tables we give out: CSV with « ; », UTF-8 with its mark (spreadsheets ask for it), no cell a spreadsheet could run; or a workbook.</summary>
public static class EcritureTableau
{
    public static FormatTableau FormatDe(string nom) => nom.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? FormatTableau.Xlsx : FormatTableau.Csv;

    public static async Task<int> EcrireAsync(Stream sortie, FormatTableau format, IReadOnlyList<string> entetes, IEnumerable<IReadOnlyList<string>> lignes, CancellationToken ct)
    {
        var ecrites = 0;
        if (format == FormatTableau.Xlsx)
        {
            // Text cells: a workbook keeps leading zeros and never runs a text, so nothing is to be neutralised.
            await sortie.SaveAsAsync(Compter(lignes).Select(EnDictionnaire), cancellationToken: ct);
            return ecrites;
        }
        await using var texte = new StreamWriter(sortie, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\n" };
        await texte.WriteLineAsync(string.Join(';', entetes));
        foreach (var ligne in Compter(lignes))
        {
            if ((ecrites & 1023) == 0)
                ct.ThrowIfCancellationRequested();
            for (var i = 0; i < ligne.Count; i++)
            {
                if (i > 0)
                    texte.Write(';');
                texte.Write(Cellule(ligne[i]));
            }
            texte.WriteLine();
        }
        return ecrites;

        IEnumerable<IReadOnlyList<string>> Compter(IEnumerable<IReadOnlyList<string>> source)
        {
            foreach (var ligne in source)
            {
                ecrites++;
                yield return ligne;
            }
        }

        Dictionary<string, object> EnDictionnaire(IReadOnlyList<string> ligne)
        {
            var cellules = new Dictionary<string, object>(entetes.Count);
            for (var i = 0; i < entetes.Count; i++)
                cellules.Add(entetes[i], ligne[i]);
            return cellules;
        }
    }

    private static string Cellule(string valeur)
    {
        var sure = CellulesSures.Neutraliser(valeur);
        return sure.AsSpan().IndexOfAny(";\"\n\r\t") >= 0 ? $"\"{sure.Replace("\"", "\"\"")}\"" : sure;
    }
}
