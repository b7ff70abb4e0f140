using System.Globalization;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>One line of the effectifs of the dossier of 2020: a specialty or a série, and its candidates per département.</summary>
/// <param name="Code">Formation diplôme (bac pro) or série.</param>
/// <param name="Reglement">Key of the table that decides it.</param>
/// <param name="FormationsOffre">Codes under which lycées offer it (the dossier merges some options).</param>
public sealed record LigneEffectifs(TypeExamen Examen, string Code, string Libelle, string Reglement, IReadOnlyList<string> FormationsOffre, IReadOnlyDictionary<string, int> ParDepartement)
{
    public int Total => ParDepartement.Values.Sum();
}

/// <summary>A real lycée with its open indicators; zero where it has no such path.</summary>
internal sealed record LyceeOuvert(string Uai, string Nom, string Ville, string Departement, string Secteur, double? Latitude, double? Longitude, Indicateurs Pro, Indicateurs Gt);

internal readonly record struct Indicateurs(int Presents, int Reussite, int Mention);

/// <summary>The open data of jeux/demonstration, embedded.</summary>
public static class DonneesAcademie
{
    public const string Academie = "02";
    public static readonly IReadOnlyList<string> Departements = ["013", "004", "005", "084"];

    private static readonly Lazy<IReadOnlyList<LigneEffectifs>> EffectifsLus = new(() =>
    [
        .. Lire("effectifs_bac_pro").Select(l => new LigneEffectifs(TypeExamen.BacPro, l[2], l[1], l[4], l[3].Split('|'), ParDepartement(l, 5))),
        .. Lire("effectifs_bac_general").Select(l => new LigneEffectifs(TypeExamen.BacGeneral, l[0], l[1], l[0], [], ParDepartement(l, 2))),
        .. Lire("effectifs_bac_technologique").Select(l => new LigneEffectifs(TypeExamen.BacTechnologique, l[0], l[1], l[0], [], ParDepartement(l, 2))),
    ]);

    private static readonly Lazy<IReadOnlyList<LigneEffectifs>> AnticipeesLues = new(() =>
        [.. Lire("effectifs_epreuves_anticipees").Select(l => new LigneEffectifs(l[0] == "GENERALE" ? TypeExamen.BacGeneral : TypeExamen.BacTechnologique, l[0], l[1], "", [], ParDepartement(l, 2)))]);

    private static readonly Lazy<IReadOnlyList<LyceeOuvert>> LyceesLus = new(() =>
        [.. Lire("etablissements").Select(l => new LyceeOuvert(l[0], l[1], l[2], l[3], l[4], Decimal(l[5]), Decimal(l[6]), new(Nombre(l[7]), Nombre(l[8]), Nombre(l[9])), new(Nombre(l[10]), Nombre(l[11]), Nombre(l[12]))))]);

    /// <summary>Candidates of the session 2020 by specialty or série and département: 7 797 bac pro, 17 508 BCG, 6 894 BTN.</summary>
    public static IReadOnlyList<LigneEffectifs> Effectifs => EffectifsLus.Value;

    /// <summary>Candidates to the anticipated tests of 2020 (23 513): counts only, their marks belong to the next session.</summary>
    public static IReadOnlyList<LigneEffectifs> EpreuvesAnticipees => AnticipeesLues.Value;

    internal static IReadOnlyList<LyceeOuvert> Lycees => LyceesLus.Value;

    /// <summary>Pupils of the last year of bac pro, by formation diplôme.</summary>
    internal static ILookup<string, (string Uai, int Eleves)> Offre => Lire("offre_bac_pro").ToLookup(l => l[1], l => (l[0], Nombre(l[2])));

    internal static IReadOnlyList<string> Noms => [.. Lire("noms").Select(l => l[0])];

    internal static ILookup<string, (string Prenom, int Naissances)> Prenoms => Lire("prenoms").ToLookup(l => l[0], l => (l[1], Nombre(l[2])));

    private static Dictionary<string, int> ParDepartement(string[] ligne, int premiere) =>
        Departements.Select((d, i) => (d, n: Nombre(ligne[premiere + i]))).ToDictionary(p => p.d, p => p.n);

    private static int Nombre(string texte) => texte.Length == 0 ? 0 : int.Parse(texte, CultureInfo.InvariantCulture);

    private static double? Decimal(string texte) => texte.Length == 0 ? null : double.Parse(texte, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lire(string fichier)
    {
        using var flux = typeof(DonneesAcademie).Assembly.GetManifestResourceStream($"demonstration/{fichier}.csv")
            ?? throw new InvalidOperationException($"Ressource embarquée absente : {fichier}.csv");
        using var lecteur = new StreamReader(flux);
        lecteur.ReadLine();
        while (lecteur.ReadLine() is { Length: > 0 } ligne)
            yield return ligne.Split(';');
    }
}
