using System.Text;

namespace Rebond.Coeur.Socle.Fichiers;

/// <param name="Numero">Line of the file where the record begins, from 1.</param>
/// <param name="Faute">The file cannot be read further.</param>
internal readonly record struct LigneBrute(int Numero, IReadOnlyList<string> Cellules, Rejet? Faute = null);

/// <summary>
/// Records of a CSV file one after the other, in bounded memory. Hand-written because the line, the column and the kind of the fault
/// must reach the user, and because a record may not grow past a limit.
/// </summary>
internal static class LectureCsv
{
    /// <summary>The sign most seen in the heading among ; , and tab, quotes aside.</summary>
    public static char Separateur(string entete)
    {
        var horsGuillemets = string.Concat(entete.Split('"').Where((_, i) => i % 2 == 0));
        return ";,\t".MaxBy(s => horsGuillemets.Count(c => c == s));
    }

    public static IEnumerable<LigneBrute> Lire(TextReader texte, char separateur, LimitesFichier limites)
    {
        var tampon = new char[16_384];
        var champ = new StringBuilder();
        List<string> cellules = [];
        var (ligne, debut, longueur) = (1, 1, 0);
        var (entreGuillemets, apresGuillemet, sauterLf) = (false, false, false);
        int n;
        while ((n = texte.Read(tampon)) > 0)
        {
            for (var i = 0; i < n; i++)
            {
                var c = tampon[i];
                if (sauterLf)
                {
                    sauterLf = false;
                    if (c == '\n')
                        continue;
                }
                if (++longueur > limites.CaracteresParLigne)
                {
                    yield return new(debut, [], TropLongue(debut, entreGuillemets, limites));
                    yield break;
                }
                if (entreGuillemets)
                {
                    if (c == '\n')
                        ligne++;
                    if (c == '"')
                        (entreGuillemets, apresGuillemet) = (false, true);
                    else
                        champ.Append(c);
                }
                else if (c == '"' && apresGuillemet)
                {
                    champ.Append('"');
                    (entreGuillemets, apresGuillemet) = (true, false);
                }
                else if (c == '"' && champ.Length == 0)
                {
                    entreGuillemets = true;
                }
                else if (c == separateur)
                {
                    Fermer(cellules, champ);
                    apresGuillemet = false;
                }
                else if (c is '\n' or '\r')
                {
                    sauterLf = c == '\r';
                    Fermer(cellules, champ);
                    yield return new(debut, cellules);
                    cellules = new(cellules.Count);
                    (apresGuillemet, longueur) = (false, 0);
                    debut = ++ligne;
                }
                else
                {
                    champ.Append(c);
                    apresGuillemet = false;
                }
            }
        }
        if (entreGuillemets)
        {
            yield return new(debut, [], NonFerme(debut));
        }
        else if (champ.Length > 0 || cellules.Count > 0 || apresGuillemet)
        {
            Fermer(cellules, champ);
            yield return new(debut, cellules);
        }
    }

    private static void Fermer(List<string> cellules, StringBuilder champ)
    {
        cellules.Add(champ.ToString());
        champ.Clear();
    }

    private static Rejet TropLongue(int ligne, bool entreGuillemets, LimitesFichier limites) => entreGuillemets
        ? NonFerme(ligne)
        : new(ligne, null, "LIGNE_TROP_LONGUE", $"La ligne {ligne} dépasse {limites.CaracteresParLigne} caractères : ce n'est sans doute pas le fichier attendu. Vérifiez-le et recommencez.");

    private static Rejet NonFerme(int ligne) =>
        new(ligne, null, "GUILLEMET_NON_FERME", $"Un guillemet ouvert à la ligne {ligne} n'est jamais fermé : le fichier est peut-être coupé. Corrigez la ligne ou exportez de nouveau le fichier.");
}
