using System.Text.Json;
using System.Text.Json.Nodes;
using AwesomeAssertions;

namespace Rebond.Regles.Tests;

/// <summary>
/// Ce qu'une réponse conclut, sans ses phrases : codes, états, dates, nombres, et combien de documents. Gardé dans Squelettes/, une ligne par élément ; écrit par le programme le 25/11/2026, lu par sondage (un cas sur six). Un écart est un
/// changement de droit ou une faute, jamais un fichier à rafraîchir sans lire.
/// </summary>
internal static class Squelettes
{
    private static readonly string s_dossier = Path.Combine(Donnees.Depot, "tests", "Rebond.Regles.Tests", "Squelettes");

    private static readonly Dictionary<string, string> s_courts = new() { ["REMPLIE"] = "R", ["MANQUANTE"] = "M", ["INCONNUE"] = "I", ["A_VERIFIER"] = "?", ["VERIFIE"] = "!" };

    public static void Comparer(string famille, string nom, string json) => Comparer(famille, nom, Lignes(JsonNode.Parse(json)!));

    public static void Comparer(string famille, string nom, IEnumerable<string> lignes)
    {
        var recu = string.Join('\n', lignes) + "\n";
        var fichier = Path.Combine(s_dossier, famille, nom + ".txt");
        var garde = File.Exists(fichier) ? File.ReadAllText(fichier).ReplaceLineEndings("\n") : "";
        if (garde == recu)
            return;
        File.WriteAllText(Path.ChangeExtension(fichier, ".recu.txt"), recu);
        recu.Split('\n').Should().Equal(garde.Split('\n'), $"{famille}/{nom}.txt le garde ; ce qui est reçu est à côté (.recu.txt) : lisez l'écart avant de le garder");
    }

    private static IEnumerable<string> Lignes(JsonNode reponse)
    {
        foreach (var (nom, valeur) in reponse.AsObject().Where(p => p.Key != "id"))
        {
            if (valeur is JsonArray { Count: > 0 } liste && liste[0] is JsonObject)
            {
                yield return $"{nom} :";
                foreach (var element in liste)
                    yield return $"  {Reduire(element)}";
            }
            else
                yield return $"{nom} : {Reduire(valeur)}".TrimEnd();
        }
    }

    private static string Reduire(JsonNode? noeud) => noeud switch
    {
        null => "·",
        JsonObject objet => string.Join(' ', objet.Select(p => Reduire(p.Value)).Where(t => t.Length > 0)),
        JsonArray { Count: 0 } => "",
        JsonArray liste when liste.All(e => e is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>().Contains(' ', StringComparison.Ordinal)) => $"#{liste.Count}",
        JsonArray liste => $"[{string.Join(", ", liste.Select(Reduire))}]",
        JsonValue valeur => valeur.GetValueKind() switch
        {
            JsonValueKind.True => "+",
            JsonValueKind.False => "-",
            JsonValueKind.String when valeur.GetValue<string>() is var texte => texte.Contains(' ', StringComparison.Ordinal) ? "" : s_courts.GetValueOrDefault(texte, texte),
            _ => valeur.ToJsonString(),
        },
        _ => "",
    };
}
