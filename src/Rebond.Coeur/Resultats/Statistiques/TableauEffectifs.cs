using System.Globalization;
using System.Text.RegularExpressions;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>Columns of départements and their total, under one prefix: « imprime_13 … imprime_total », or no prefix.</summary>
internal sealed record FamilleColonnes(string Prefixe, IReadOnlyList<string> Departements)
{
    /// <summary>Départements then « total »: the columns to check.</summary>
    public IReadOnlyList<string> Colonnes { get; } = [.. Departements, "total"];

    public string Nom(string colonne) => Prefixe.Length == 0 ? colonne : $"{Prefixe}_{colonne}";
}

/// <summary>A row of a table of candidates. A blank cell is no count, not zero: the distinction tells where a value may have slipped from.</summary>
internal sealed record LigneEffectifs(int Numero, string Code, string Libelle, IReadOnlyList<string> Formations, IReadOnlyDictionary<string, int?> Valeurs)
{
    public bool EstTotal => Code.StartsWith("TOTAL", StringComparison.OrdinalIgnoreCase) || Code.Contains('+', StringComparison.Ordinal) || Libelle.StartsWith("total", StringComparison.OrdinalIgnoreCase);

    public string Nom => Libelle.Length > 0 && Libelle is not "imprimé" ? Libelle : Code;
}

/// <summary>A table of candidates by département, known by its heading: some columns named after départements, and one « total ».</summary>
internal sealed partial record TableauEffectifs(IReadOnlyList<FamilleColonnes> Familles, IReadOnlyList<LigneEffectifs> Lignes)
{
    private const int LignesMax = 2_000;

    public static IReadOnlyList<FamilleColonnes> Reconnaitre(IReadOnlyList<string> entetes) =>
    [
        .. entetes.Select(e => Colonne().Match(e)).Where(m => m.Success)
            .GroupBy(m => m.Groups["prefixe"].Value, m => m.Groups["nom"].Value)
            .Where(g => g.Contains("total") && g.Count() >= 3)
            .Select(g => new FamilleColonnes(g.Key, [.. g.Where(n => n != "total")])),
    ];

    public static (TableauEffectifs Tableau, IReadOnlyList<Incoherence> Illisibles) Lire(LectureTableau lecture, IReadOnlyList<FamilleColonnes> familles)
    {
        var illisibles = new List<Incoherence>();
        var lignes = new List<LigneEffectifs>();
        foreach (var ligne in lecture.Lire())
        {
            if (lignes.Count == LignesMax)
            {
                illisibles.Add(new(ligne.Numero, null, "TABLEAU_TROP_LONG", $"Un tableau d'effectifs a {LignesMax} lignes au plus : la suite n'est pas contrôlée.", null, null));
                break;
            }
            var valeurs = new Dictionary<string, int?>();
            foreach (var colonne in familles.SelectMany(f => f.Colonnes.Select(f.Nom)))
            {
                if (!TryLireEffectif(ligne[colonne], out var effectif))
                    illisibles.Add(new(ligne.Numero, colonne, "EFFECTIF_INVALIDE", $"Ligne {ligne.Numero}, colonne {colonne} : « {ligne[colonne]} » n'est pas un nombre de candidats.", ligne[colonne], null));
                valeurs[colonne] = effectif;
            }
            var libelle = ligne["libelle_source"] is { Length: > 0 } source ? source : ligne["libelle"];
            lignes.Add(new(ligne.Numero, ligne["code"], libelle, ligne["formation_diplome"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), valeurs));
        }
        illisibles.AddRange(lecture.Rejets.Select(r => new Incoherence(r.Ligne, r.Colonne, r.Code, r.Phrase, null, null)));
        return (new(familles, lignes), illisibles);
    }

    /// <summary>The row everything adds up to, when the table ends on one.</summary>
    public LigneEffectifs? GrandTotal => Lignes is [.., { EstTotal: true } derniere] ? derniere : null;

    /// <summary>Which line of a synthesis this table details; null when unknown.</summary>
    public string? Examen()
    {
        if (Lignes.Any(l => l.Formations.Count > 0))
            return "BCP";
        if (Lignes.Any(l => l.Code == "TOTAL_EA"))
            return "EA";
        var codes = Lignes.Where(l => !l.EstTotal).Select(l => l.Code).ToHashSet();
        if (codes.Count > 0 && codes.IsSubsetOf(["ES", "L", "S", "GENERALE"]))
            return "BCG";
        return codes.Count > 0 && codes.IsSubsetOf(["STHR", "ST2S", "STI2D", "STD2A", "STL", "STMG", "TMD", "S2TMD", "STAV", "HOT"]) ? "BTN" : null;
    }

    private static bool TryLireEffectif(string texte, out int? effectif)
    {
        effectif = null;
        var chiffres = string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));
        if (chiffres is "" or "/" or "-" or "–")
            return true;
        // A million candidates in one case is no table of ours; and two thousand of them still add up.
        var lu = int.TryParse(chiffres, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) && nombre <= 1_000_000;
        effectif = lu ? nombre : null;
        return lu;
    }

    [GeneratedRegex(@"\A(?:(?<prefixe>[a-z]+)_)?(?<nom>\d{2,3}|2[ab]|02[ab]|total)\z")]
    private static partial Regex Colonne();
}
