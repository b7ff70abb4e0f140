namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>
/// A cell a spreadsheet would take for a formula leaves with an apostrophe in front and comes back without it. A text that already
/// begins by apostrophes and such a sign gets one more, so that reading gives back exactly what was written.
/// </summary>
public static class CellulesSures
{
    public static string Neutraliser(string cellule) => EstDangereuse(cellule) ? "'" + cellule : cellule;

    public static string Retablir(string cellule) => cellule.StartsWith('\'') && EstDangereuse(cellule) ? cellule[1..] : cellule;

    private static bool EstDangereuse(string cellule)
    {
        var reste = cellule.AsSpan().TrimStart('\'');
        return !reste.IsEmpty && "=+-@\t\r".Contains(reste[0]);
    }
}
