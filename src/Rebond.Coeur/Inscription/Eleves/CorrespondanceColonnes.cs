using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>A field that must have its column before the file can be read.</summary>
public sealed record ChampSansColonne(ChampEleve Champ)
    : Refus(GenreRefus.Invalide, "CHAMP_SANS_COLONNE", $"Dites quelle colonne donne : {Champ.Libelle()}. Sans elle un élève ne peut pas être inscrit.");

public sealed record ColonnePriseDeuxFois(string Colonne, ChampEleve Premier, ChampEleve Second)
    : Refus(GenreRefus.Invalide, "COLONNE_PRISE_DEUX_FOIS", $"La colonne « {Colonne} » est choisie pour « {Premier.Libelle()} » et pour « {Second.Libelle()} ». Choisissez-en une autre.");

/// <summary>
/// Which column of a file gives which field, confirmed by a person and kept for the next file of the same make: two files with the same
/// headings, in any order, have the same <see cref="Empreinte"/>. Written as JSON with the codes of the fields.
/// </summary>
public sealed record CorrespondanceColonnes
{
    private readonly Dictionary<ChampEleve, string> _colonnes;

    public CorrespondanceColonnes(IEnumerable<string> entetes, IReadOnlyDictionary<ChampEleve, string> colonnes)
    {
        Entetes = [.. entetes.Where(e => e.Length > 0).Order(StringComparer.Ordinal)];
        _colonnes = new(colonnes);
    }

    /// <summary>Normalised names of the columns of the file it was made for, in alphabetical order.</summary>
    public IReadOnlyList<string> Entetes { get; }

    public IReadOnlyDictionary<ChampEleve, string> Colonnes => _colonnes;

    public string Empreinte => EmpreinteDe(Entetes);

    public string? Colonne(ChampEleve champ) => _colonnes.GetValueOrDefault(champ);

    public static string EmpreinteDe(IEnumerable<string> entetes) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entetes.Where(e => e.Length > 0).Order(StringComparer.Ordinal)))));

    /// <summary>What keeps it from being used; empty when it can.</summary>
    public IReadOnlyList<Refus> Verifier() =>
    [
        .. SynonymesEleve.Obligatoires.Where(c => !_colonnes.ContainsKey(c)).Select(c => new ChampSansColonne(c)),
        .. _colonnes.GroupBy(c => c.Value).Where(g => g.Count() > 1).Select(g => new ColonnePriseDeuxFois(g.Key, g.First().Key, g.Skip(1).First().Key)),
    ];

    public string EnJson() => JsonSerializer.Serialize(new Forme(Entetes, _colonnes.ToDictionary(c => c.Key.Code(), c => c.Value)), JsonSerializerOptions.Web);

    /// <summary>Null when the text is not one of ours.</summary>
    public static CorrespondanceColonnes? Lire(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Forme>(json, JsonSerializerOptions.Web) is { Entetes: not null, Colonnes: not null } lue && lue.Colonnes.Keys.All(c => Codes.TryLire<ChampEleve>(c, out _))
                ? new(lue.Entetes, lue.Colonnes.ToDictionary(c => Codes.Lire<ChampEleve>(c.Key), c => c.Value)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Equals(CorrespondanceColonnes? autre) => autre is not null && EnJson() == autre.EnJson();

    public override int GetHashCode() => EnJson().GetHashCode(StringComparison.Ordinal);

    private sealed record Forme(IReadOnlyList<string> Entetes, Dictionary<string, string> Colonnes);
}

/// <summary>Names of the fields on screens.</summary>
public static class LibellesChampEleve
{
    public static string Libelle(this ChampEleve champ) => champ switch
    {
        ChampEleve.NomDeFamille => "nom de famille",
        ChampEleve.Prenom => "prénom",
        ChampEleve.Naissance => "date de naissance",
        ChampEleve.Division => "division (classe)",
        ChampEleve.Ine => "INE (identifiant national)",
        ChampEleve.Mef => "code MEF",
        ChampEleve.Sexe => "sexe",
        ChampEleve.NomUsage => "nom d’usage",
        ChampEleve.Prenom2 => "deuxième prénom",
        ChampEleve.Prenom3 => "troisième prénom",
        ChampEleve.LibelleMef => "libellé de la formation",
        ChampEleve.TypeStructure => "type de structure (division ou groupe)",
        ChampEleve.Statut => "statut (scolaire, apprenti…)",
        ChampEleve.Regime => "régime",
        ChampEleve.Doublement => "redoublement",
        ChampEleve.Uai => "code de l’établissement (UAI)",
        ChampEleve.AnneeScolaire => "année scolaire",
        ChampEleve.NumeroInterne => "numéro dans l’établissement",
        ChampEleve.PaysNaissance => "pays de naissance",
        ChampEleve.DepartementNaissance => "département de naissance",
        ChampEleve.CommuneNaissance => "code INSEE de la commune de naissance",
        ChampEleve.VilleNaissance => "commune de naissance",
        ChampEleve.VilleNaissanceEtrangere => "ville de naissance à l’étranger",
        ChampEleve.Nationalite => "nationalité",
        ChampEleve.DateEntree => "date d’entrée",
        ChampEleve.DateSortie => "date de sortie",
        ChampEleve.MotifSortie => "motif de sortie",
        ChampEleve.Mel => "adresse électronique",
        ChampEleve.TelephonePersonnel => "téléphone personnel",
        ChampEleve.TelephonePortable => "téléphone portable",
        ChampEleve.Adresse1 => "adresse, ligne 1",
        ChampEleve.Adresse2 => "adresse, ligne 2",
        ChampEleve.Adresse3 => "adresse, ligne 3",
        ChampEleve.Adresse4 => "adresse, ligne 4",
        ChampEleve.CodePostal => "code postal",
        ChampEleve.Localite => "localité",
        ChampEleve.PaysAdresse => "pays de l’adresse",
        _ => throw new ArgumentOutOfRangeException(nameof(champ)),
    };
}
