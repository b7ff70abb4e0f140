using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rebond.Regles.Parametres;

namespace Rebond.Regles.Suivi.Cas;

/// <summary>Une demande lue : son contenu, ou ce qui empêche d'y répondre.</summary>
/// <param name="Chemin">« $ » ou « $[3] » dans le fichier.</param>
/// <param name="Contenu">Rien s'il y a des erreurs.</param>
/// <param name="Erreurs">Contenu impossible, une phrase chacune.</param>
public sealed record DemandeLue<T>(string? Id, string Chemin, T? Contenu, IReadOnlyList<string> Erreurs) where T : class
{
    /// <summary>Où la demande commence dans le fichier ; zéro si elle n'a pas d'erreur.</summary>
    public (int Ligne, int Colonne) Position { get; init; }
}

/// <summary>La lecture d'un fichier de demandes.</summary>
/// <param name="MauvaisUsage">Le fichier n'a pas la forme du contrat : une phrase avec le chemin, la ligne et la colonne. Rien d'autre n'est lu.</param>
public sealed record LectureFichier<T>(string? MauvaisUsage, bool EstTableau, IReadOnlyList<DemandeLue<T>> Demandes) where T : class;

/// <summary>Un objet ou un tableau en entrée, la même forme en sortie : les mêmes règles que les cas de <c>regles conclure</c>.</summary>
internal static class FichierJson
{
    private static readonly JsonWriterOptions s_ecriture = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LectureFichier<T> Lire<T>(string json, Func<Noeud, DemandeLue<T>> lire) where T : class
    {
        var octets = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        try
        {
            using var document = JsonDocument.Parse(octets);
            var racine = document.RootElement;
            return racine.ValueKind == JsonValueKind.Array
                ? new LectureFichier<T>(null, true, [.. racine.EnumerateArray().Select((element, rang) => Placer(new Noeud(element, $"$[{rang}]")))])
                : new LectureFichier<T>(null, false, [Placer(new Noeud(racine, "$"))]);
        }
        catch (FormeException faute)
        {
            var (ligne, colonne) = PositionJson.Trouver(octets, faute.Chemin);
            return new LectureFichier<T>($"{faute.Chemin} : {faute.Message} (ligne {ligne}, colonne {colonne})", false, []);
        }
        catch (JsonException faute)
        {
            var place = faute.LineNumber is null ? "" : $" (ligne {faute.LineNumber + 1}, colonne {faute.BytePositionInLine + 1})";
            return new LectureFichier<T>($"ce n'est pas du JSON{place}.", false, []);
        }

        DemandeLue<T> Placer(Noeud noeud)
        {
            var lue = lire(noeud);
            return lue.Erreurs.Count == 0 ? lue : lue with { Position = PositionJson.Trouver(octets, noeud.Chemin) };
        }
    }

    /// <summary>Répond à chaque demande dans la forme reçue ; une demande impossible répond son identifiant et son erreur.</summary>
    public static string Repondre<T>(LectureFichier<T> lecture, Action<Utf8JsonWriter, T> ecrire) where T : class
    {
        using var memoire = new MemoryStream();
        using (var json = new Utf8JsonWriter(memoire, s_ecriture))
        {
            if (lecture.EstTableau)
                json.WriteStartArray();
            foreach (var demande in lecture.Demandes)
            {
                json.WriteStartObject();
                json.WriteString("id", demande.Id);
                if (demande.Contenu is { } contenu)
                    ecrire(json, contenu);
                else
                    json.WriteString("erreur", string.Join(" ", demande.Erreurs));
                json.WriteEndObject();
            }
            if (lecture.EstTableau)
                json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(memoire.ToArray());
    }
}
