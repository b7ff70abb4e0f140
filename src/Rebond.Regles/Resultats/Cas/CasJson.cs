using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rebond.Regles.Parametres;

namespace Rebond.Regles.Resultats.Cas;

/// <summary>Un cas lu : son dossier, ou ce qui empêche de le juger.</summary>
/// <param name="Chemin">« $ » ou « $[3] » dans le fichier.</param>
/// <param name="Dossier">Rien s'il y a des erreurs.</param>
/// <param name="Erreurs">Contenu impossible : note hors de l'échelle, unité inconnue… Une phrase chacune.</param>
public sealed record CasLu(string? Id, string Chemin, DossierExamen? Dossier, IReadOnlyList<string> Erreurs)
{
    /// <summary>L'identifiant est un nombre : il est rendu comme il a été reçu.</summary>
    public bool IdEstUnNombre { get; init; }

    /// <summary>Où le cas commence dans le fichier ; zéro s'il n'a pas d'erreur.</summary>
    public (int Ligne, int Colonne) Position { get; init; }
}

/// <summary>La lecture d'un fichier de cas.</summary>
/// <param name="MauvaisUsage">Le fichier n'a pas la forme du contrat : une phrase avec le chemin, la ligne et la colonne. Rien d'autre n'est lu.</param>
public sealed record LectureCas(string? MauvaisUsage, bool EstTableau, IReadOnlyList<CasLu> Cas);

/// <summary>
/// Les cas en JSON (docs/contrat-cli.md, section 1) : un objet ou un tableau en entrée, la même forme en sortie. Une propriété inconnue est
/// une faute de forme ; une note ou une unité impossible n'empêche pas de lire les autres cas.
/// </summary>
public static class CasJson
{
    private static readonly JsonWriterOptions s_ecriture = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LectureCas Lire(string json)
    {
        var octets = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        try
        {
            using var document = JsonDocument.Parse(octets);
            var racine = document.RootElement;
            if (racine.ValueKind != JsonValueKind.Array)
                return new LectureCas(null, false, [Lire(octets, racine, "$")]);
            return new LectureCas(null, true, [.. racine.EnumerateArray().Select((cas, rang) => Lire(octets, cas, $"$[{rang}]"))]);
        }
        catch (FormeException faute)
        {
            var (ligne, colonne) = PositionJson.Trouver(octets, faute.Chemin);
            return new LectureCas($"{faute.Chemin} : {faute.Message} (ligne {ligne}, colonne {colonne})", false, []);
        }
        catch (JsonException faute)
        {
            return new LectureCas($"ce n'est pas du JSON (ligne {faute.LineNumber + 1}, colonne {faute.BytePositionInLine + 1}).", false, []);
        }
    }

    private static CasLu Lire(byte[] octets, JsonElement element, string chemin)
    {
        var cas = LectureDossier.Lire(new Noeud(element, chemin));
        return cas.Erreurs.Count == 0 ? cas : cas with { Position = PositionJson.Trouver(octets, chemin) };
    }

    /// <summary>Juge chaque cas et écrit les réponses dans la forme reçue ; un cas impossible répond son identifiant et son erreur.</summary>
    public static string Repondre(LectureCas lecture)
    {
        using var memoire = new MemoryStream();
        using (var json = new Utf8JsonWriter(memoire, s_ecriture))
        {
            if (lecture.EstTableau)
                json.WriteStartArray();
            foreach (var cas in lecture.Cas)
                EcrireCas(json, cas);
            if (lecture.EstTableau)
                json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(memoire.ToArray());
    }

    private static void EcrireCas(Utf8JsonWriter json, CasLu cas)
    {
        json.WriteStartObject();
        if (cas.IdEstUnNombre)
        {
            json.WritePropertyName("id");
            json.WriteRawValue(cas.Id!);
        }
        else
        {
            json.WriteString("id", cas.Id);
        }
        if (cas.Dossier is { } dossier)
            EcritureConclusion.Ecrire(json, Resultat.Conclure(dossier));
        else
            json.WriteString("erreur", string.Join(" ", cas.Erreurs));
        json.WriteEndObject();
    }
}
