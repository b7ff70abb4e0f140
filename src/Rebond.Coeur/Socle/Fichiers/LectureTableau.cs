using System.Globalization;
using System.Text;

namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>One line of a table, its cells called by the name of their column.</summary>
public readonly record struct LigneTableau(int Numero, IReadOnlyList<string> Cellules, IReadOnlyDictionary<string, int> Rangs)
{
    /// <summary>Trimmed; empty when the optional column is not in the file.</summary>
    public string this[string colonne] => Rangs.TryGetValue(colonne, out var rang) && rang < Cellules.Count ? Cellules[rang].Trim(' ', '\u00A0', '\u202F') : "";
}

/// <summary>
/// Reads a table (CSV or xlsx) somebody made elsewhere: nothing in it is trusted, everything wrong becomes a <see cref="Rejet"/> with its
/// line and column, and memory stays bounded whatever the file is.
/// </summary>
public sealed class LectureTableau
{
    private readonly IEnumerable<LigneBrute> _lignes;
    private readonly LimitesFichier _limites;
    private readonly List<Rejet> _rejets = [];
    private readonly HashSet<int> _lignesRejetees = [];
    private readonly List<int> _lignesLues = [];

    private LectureTableau(IEnumerable<LigneBrute> lignes, LimitesFichier limites) => (_lignes, _limites) = (lignes, limites);

    public IReadOnlyList<string> Entetes { get; private set; } = [];

    /// <summary>The headings as they are written, for people; same rank as <see cref="Entetes"/>.</summary>
    public IReadOnlyList<string> Titres { get; private set; } = [];
    public IReadOnlyList<string> ColonnesIgnorees { get; private set; } = [];
    public IReadOnlyList<Rejet> Rejets => _rejets;
    public int Lus { get; private set; }

    /// <summary>Not even the good lines can be trusted: wrong file, no heading, too many refusals.</summary>
    public bool EstIllisible { get; private set; }

    /// <summary>Opens, looks at the first bytes and at the heading. Always answers: a file that cannot be read has its reason in <see cref="Rejets"/>.</summary>
    /// <param name="flux">Seekable: the encoding is found by a first pass.</param>
    /// <param name="nom">Its extension tells workbook from text.</param>
    /// <param name="obligatoires">Columns that must be there; null to accept any heading.</param>
    public static LectureTableau Ouvrir(Stream flux, string nom, IReadOnlyList<string>? obligatoires, IReadOnlyList<string> facultatives, LimitesFichier? limites = null)
    {
        limites ??= LimitesFichier.Ordinaires;
        if (flux.Length == 0)
            return Illisible(limites, new(0, null, "FICHIER_VIDE", "Le fichier est vide. Exportez-le de nouveau."));
        if (flux.Length > limites.OctetsMax)
            return Illisible(limites, new(0, null, "FICHIER_TROP_GROS", $"Le fichier pèse {flux.Length / 1024 / 1024} Mo, la limite est de {limites.OctetsMax / 1024 / 1024} Mo. Coupez-le en plusieurs fichiers (l'en-tête en tête de chacun) ou relevez la limite."));

        Span<byte> debut = stackalloc byte[4096];
        debut = debut[..flux.ReadAtLeast(debut, debut.Length, throwOnEndOfStream: false)];
        flux.Position = 0;
        var classeur = NatureFichier.EstZip(debut) && nom.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        if ((classeur ? LectureXlsx.Refuser(flux, limites) : NatureFichier.RefuserBinaire(debut)) is { } refus)
            return Illisible(limites, refus);

        var encodage = Encoding.UTF8;
        if (!classeur)
        {
            (encodage, var melange) = NatureFichier.Encodage(flux);
            if (melange is not null)
                return Illisible(limites, melange);
        }
        var lecture = new LectureTableau(classeur ? LectureXlsx.Lire(flux, limites) : LireTexte(flux, encodage, limites), limites);
        lecture.LireEntete(obligatoires, facultatives);
        return lecture;
    }

    /// <summary>Lines with the right number of cells; the others are refused on the way. To be walked once.</summary>
    public IEnumerable<LigneTableau> Lire()
    {
        if (EstIllisible)
            yield break;
        var rangs = Entetes.Select((nom, rang) => (nom, rang)).Where(e => e.nom.Length > 0).ToDictionary(e => e.nom, e => e.rang);
        LigneBrute? attente = null;
        foreach (var ligne in _lignes.Skip(1))
        {
            if (ligne.Faute is { } faute)
            {
                Lus++;
                Rejeter(faute);
                break;
            }
            if (attente is { } precedente)
            {
                Rejeter(NombreDeCellules(precedente, derniere: false));
                attente = null;
            }
            if (ligne.Cellules.All(string.IsNullOrWhiteSpace))
                continue;
            Lus++;
            _lignesLues.Add(ligne.Numero);
            if (ligne.Cellules.Count < Entetes.Count)
                attente = ligne; // perhaps the last one: then the file is cut
            else if (ligne.Cellules.Skip(Entetes.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
                Rejeter(NombreDeCellules(ligne, derniere: false));
            else if (CaractereInterdit(ligne) is { } interdit)
                Rejeter(interdit);
            else
                yield return new(ligne.Numero, ligne.Cellules, rangs);
            if (EstIllisible)
                yield break;
        }
        if (attente is { } coupee)
            Rejeter(NombreDeCellules(coupee, derniere: true));
        if (Lus == 0)
            Rejeter(new(1, null, "FICHIER_SANS_LIGNE", "Le fichier n'a que son en-tête : il n'y a rien à importer."));
    }

    /// <summary>Records a refusal. Past the limit the file is given up: it is not the one that was meant.</summary>
    public void Rejeter(Rejet rejet)
    {
        if (EstIllisible)
            return;
        _rejets.Add(rejet);
        if (_lignesRejetees.Add(rejet.Ligne) && _lignesRejetees.Count >= _limites.RejetsMax)
        {
            EstIllisible = true;
            _rejets.Add(new(rejet.Ligne, null, "TROP_DE_REJETS", $"La lecture s'arrête à la ligne {rejet.Ligne} après {_limites.RejetsMax} lignes refusées : ce n'est sans doute pas le fichier attendu. Rien n'est importé."));
        }
    }

    public bool EstRejetee(int ligne) => _lignesRejetees.Contains(ligne);

    internal List<int> LignesBonnes() => _lignesLues.FindAll(l => !_lignesRejetees.Contains(l));

    /// <summary>Column names compare without case, accents or spaces: « Numéro » is numero.</summary>
    internal static string NomDeColonne(string entete)
    {
        var nom = new StringBuilder();
        foreach (var c in entete.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\uFEFF' && (!char.IsControl(c) || char.IsWhiteSpace(c)))
                nom.Append(char.IsWhiteSpace(c) ? '_' : char.ToLowerInvariant(c));
        }
        return nom.ToString().Trim('_', '*');
    }

    private void LireEntete(IReadOnlyList<string>? obligatoires, IReadOnlyList<string> facultatives)
    {
        var premiere = _lignes.FirstOrDefault();
        if (premiere.Faute is { } faute)
        {
            Condamner(faute);
            return;
        }
        Entetes = [.. (premiere.Cellules ?? []).Select(c => NomDeColonne(CellulesSures.Retablir(c)))];
        while (Entetes.Count > 0 && Entetes[^1].Length == 0)
            Entetes = [.. Entetes.SkipLast(1)];
        Titres = [.. (premiere.Cellules ?? []).Take(Entetes.Count).Select(c => CellulesSures.Retablir(c).Trim(' ', '\uFEFF', '\u00A0'))];
        if (Entetes.Count == 0)
            Condamner(new(1, null, "ENTETE_ABSENT", "La première ligne est vide : elle doit porter le nom des colonnes."));
        foreach (var nom in Entetes.Where(n => n.Length > 0).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
            Condamner(new(1, nom, "COLONNE_EN_DOUBLE", $"Ligne 1 : la colonne « {nom} » est écrite deux fois. Gardez-en une."));
        if (obligatoires is null || EstIllisible)
            return;
        string[] manquantes = [.. obligatoires.Except(Entetes)];
        if (manquantes.Length > 0)
        {
            Condamner(new(1, manquantes[0], "COLONNES_MANQUANTES", $"Ligne 1 : il manque {(manquantes.Length == 1 ? "la colonne" : "les colonnes")} {string.Join(", ", manquantes)}. Colonnes attendues : {string.Join(" ; ", obligatoires)}"
                + (facultatives.Count > 0 ? $" ; et, si vous en avez : {string.Join(" ; ", facultatives)}." : ".")));
        }
        ColonnesIgnorees = [.. Entetes.Where(n => n.Length > 0).Except(obligatoires).Except(facultatives)];
    }

    private void Condamner(Rejet rejet)
    {
        EstIllisible = true;
        _rejets.Add(rejet);
    }

    private Rejet NombreDeCellules(LigneBrute ligne, bool derniere) => derniere
        ? new(ligne.Numero, null, "LIGNE_TRONQUEE", $"La dernière ligne ({ligne.Numero}) n'a que {ligne.Cellules.Count.Compter("colonne")} sur {Entetes.Count} : le fichier est sans doute coupé. Exportez-le de nouveau.")
        : new(ligne.Numero, null, "NOMBRE_DE_COLONNES", $"La ligne {ligne.Numero} a {ligne.Cellules.Count.Compter("colonne")}, l'en-tête en a {Entetes.Count}. Vérifiez les séparateurs et les guillemets de cette ligne.");

    private static IEnumerable<LigneBrute> LireTexte(Stream flux, Encoding encodage, LimitesFichier limites)
    {
        string entete;
        using (var texte = new StreamReader(flux, encodage, leaveOpen: true))
        {
            var debut = new char[Math.Min(limites.CaracteresParLigne, 65_536)];
            entete = new string(debut, 0, texte.ReadBlock(debut)).Split('\n', '\r')[0];
        }
        return Derouler();

        IEnumerable<LigneBrute> Derouler()
        {
            flux.Position = 0;
            using var texte = new StreamReader(flux, encodage, leaveOpen: true);
            foreach (var ligne in LectureCsv.Lire(texte, LectureCsv.Separateur(entete), limites))
                yield return ligne with { Cellules = [.. ligne.Cellules.Select(CellulesSures.Retablir)] };
        }
    }

    /// <summary>Controls, halves of characters, what decoding could not read: nobody typed them, an engine refuses some of them, a terminal obeys others.</summary>
    private Rejet? CaractereInterdit(LigneBrute ligne)
    {
        for (var rang = 0; rang < Entetes.Count; rang++)
        {
            var cellule = ligne.Cellules[rang];
            for (var i = 0; i < cellule.Length; i++)
            {
                var c = cellule[i];
                if (char.IsHighSurrogate(c) && i + 1 < cellule.Length && char.IsLowSurrogate(cellule[i + 1]))
                    i++;
                else if (c == '\uFFFD' || char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
                    return new(ligne.Numero, Entetes[rang], "CARACTERE_INTERDIT", $"Ligne {ligne.Numero}, colonne {Entetes[rang]} : le caractère {i + 1} n'est pas un texte (U+{(int)c:X4}). Le fichier est peut-être abîmé : effacez ce caractère ou exportez-le de nouveau.");
            }
        }
        return null;
    }

    private static LectureTableau Illisible(LimitesFichier limites, Rejet rejet)
    {
        var lecture = new LectureTableau([], limites);
        lecture.Condamner(rejet);
        return lecture;
    }
}
