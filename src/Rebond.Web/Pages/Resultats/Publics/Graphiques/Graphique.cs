using System.Globalization;

namespace Rebond.Web.Pages.Resultats.Publics.Graphiques;

public enum UniteGraphique { Nombre, PourCent }

/// <summary>
/// A chart drawn by the server: horizontal bars, one group of bars by line, one bar by series. Its figures are given beside it as a table
/// and as a CSV, so that nothing is told by the drawing alone.
/// </summary>
public sealed record Graphique(string Id, string Titre, string Source, string PremiereColonne, UniteGraphique Unite, IReadOnlyList<string> Series, IReadOnlyList<LigneGraphique> Lignes)
{
    /// <summary>Largest bar: 100 for percentages, the largest value otherwise.</summary>
    public decimal Maximum => Unite == UniteGraphique.PourCent ? 100 : Math.Max(1, Lignes.SelectMany(l => l.Valeurs).Max(v => v ?? 0));

    public string Ecrire(decimal? valeur) => valeur switch
    {
        null => "non publié",
        { } v when Unite == UniteGraphique.PourCent => v.ToString("0.0", Francais) + " %",
        { } v => v.ToString("N0", Francais),
    };

    /// <summary>A label cut at spaces so that each line fits the drawing, which does not wrap text.</summary>
    public static IReadOnlyList<string> EnLignes(string libelle)
    {
        const int Largeur = 46;
        var lignes = new List<string> { "" };
        foreach (var mot in libelle.Split(' '))
        {
            if (lignes[^1].Length > 0 && lignes[^1].Length + mot.Length >= Largeur)
                lignes.Add(mot);
            else
                lignes[^1] = lignes[^1].Length == 0 ? mot : $"{lignes[^1]} {mot}";
        }
        return lignes;
    }

    public string EnCsv()
    {
        var lignes = new List<string> { string.Join(';', Series.Prepend(PremiereColonne).Select(Champ)) };
        lignes.AddRange(Lignes.Select(l => string.Join(';', l.Valeurs.Select(v => v?.ToString("0.##", Francais) ?? "").Prepend(Champ(l.Libelle)))));
        return string.Join("\r\n", lignes) + "\r\n";
    }

    // A label never starts a formula in a spreadsheet: they are all ours, from the règlements and the open data.
    private static string Champ(string texte) => texte.AsSpan().IndexOfAny(";\"\r\n") < 0 ? texte : $"\"{texte.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");
}

/// <param name="Valeurs">One by series; null where nothing is published.</param>
public sealed record LigneGraphique(string Libelle, IReadOnlyList<decimal?> Valeurs);
