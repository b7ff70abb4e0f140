using System.Collections.Frozen;
using System.IO.Compression;
using Rebond.Coeur.Socle.Recherche;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>A lycée of the national directory (jeux/etablissements): the school of a candidate may be in another académie.</summary>
/// <param name="Departement">Three characters.</param>
public sealed record EtablissementNational(string Uai, string Nom, string Ville, string Departement, string Secteur, bool VoieGenerale, bool VoiePro)
{
    /// <summary>« Lycée Thiers, Marseille (13) ».</summary>
    public string Libelle => $"{Nom}, {Ville} ({(Departement[0] == '0' ? Departement[1..] : Departement)})";
}

/// <summary>The directory, read once.</summary>
public static class AnnuaireEtablissements
{
    private static readonly Lazy<(FrozenDictionary<string, EtablissementNational> ParUai, IndexDeMots<EtablissementNational> Index)> Lu = new(() =>
    {
        EtablissementNational[] tous = [.. Lire().OrderBy(e => e.Nom, StringComparer.Ordinal).ThenBy(e => e.Ville, StringComparer.Ordinal)];
        return (tous.ToFrozenDictionary(e => e.Uai), new(tous, e => e.Nom, e => $"{e.Ville} {e.Uai} {e.Departement.TrimStart('0')}"));
    });

    public static IReadOnlyCollection<EtablissementNational> Tous => Lu.Value.ParUai.Values;

    public static EtablissementNational? Chercher(string uai) => Lu.Value.ParUai.GetValueOrDefault(uai);

    internal static IndexDeMots<EtablissementNational> Index => Lu.Value.Index;

    private static IEnumerable<EtablissementNational> Lire()
    {
        using var flux = typeof(AnnuaireEtablissements).Assembly.GetManifestResourceStream("etablissements.zip") ?? throw new InvalidOperationException("Ressource embarquée absente : etablissements.zip");
        using var archive = new ZipArchive(flux);
        using var texte = new StreamReader(archive.Entries.Single().Open());
        texte.ReadLine();
        while (texte.ReadLine() is { Length: > 0 } ligne)
        {
            var c = ligne.Split(';');
            yield return new(c[0], c[1], c[2], c[3], c[4], c[5].Contains('G'), c[5].Contains('P'));
        }
    }
}
