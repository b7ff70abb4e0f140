using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rebond.Regles.Parametres;

/// <summary>Un objet ou un tableau en entrée, la même forme en sortie : la forme commune des fichiers de cas, de profils et de demandes.</summary>
internal static class FichierJson
{
    private static readonly JsonWriterOptions s_ecriture = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lit chaque élément ; une faute de forme arrête tout et dit où elle est.</summary>
    /// <param name="lire">Reçoit l'élément, et de quoi trouver sa place dans le fichier (une relecture : à ne demander qu'en cas d'erreur).</param>
    public static (string? MauvaisUsage, bool EstTableau, IReadOnlyList<T> Elements) Lire<T>(string json, Func<Noeud, Func<(int Ligne, int Colonne)>, T> lire)
    {
        var octets = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        try
        {
            using var document = JsonDocument.Parse(octets);
            var racine = document.RootElement;
            return racine.ValueKind == JsonValueKind.Array
                ? (null, true, [.. racine.EnumerateArray().Select((element, rang) => Un(element, $"$[{rang}]"))])
                : (null, false, [Un(racine, "$")]);
        }
        catch (FormeException faute)
        {
            var (ligne, colonne) = PositionJson.Trouver(octets, faute.Chemin);
            return ($"{faute.Chemin} : {faute.Message} (ligne {ligne}, colonne {colonne})", false, []);
        }
        catch (JsonException faute)
        {
            var place = faute.LineNumber is null ? "" : $" (ligne {faute.LineNumber + 1}, colonne {faute.BytePositionInLine + 1})";
            return ($"ce n'est pas du JSON{place}.", false, []);
        }

        T Un(JsonElement element, string chemin) => lire(new Noeud(element, chemin), () => PositionJson.Trouver(octets, chemin));
    }

    /// <summary>Écrit un objet par élément, dans la forme reçue.</summary>
    public static string Repondre<T>(bool estTableau, IEnumerable<T> elements, Action<Utf8JsonWriter, T> ecrire)
    {
        using var memoire = new MemoryStream();
        using (var json = new Utf8JsonWriter(memoire, s_ecriture))
        {
            if (estTableau)
                json.WriteStartArray();
            foreach (var element in elements)
            {
                json.WriteStartObject();
                ecrire(json, element);
                json.WriteEndObject();
            }
            if (estTableau)
                json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(memoire.ToArray());
    }
}
