using System.Text.Json;
using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Regles.Resultats.Cas;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Les cas de jeux/cas : une source, une entrée du contrat, et la partie de la réponse qu'on attend.</summary>
public sealed class CasOfficiels
{
    private static readonly string s_dossier = Path.Combine(Donnees.Depot, "jeux", "cas");

    public static TheoryData<string> Cas => [.. Directory.GetFiles(s_dossier, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_cas_donne_ce_qui_est_attendu(string nom)
    {
        var fichier = JsonNode.Parse(File.ReadAllText(Path.Combine(s_dossier, nom + ".json")))!.AsObject();
        fichier["source"]!.GetValue<string>().Should().NotBeNullOrWhiteSpace();
        var lecture = CasJson.Lire(fichier["cas"]!.ToJsonString());
        lecture.MauvaisUsage.Should().BeNull();
        var reponse = JsonNode.Parse(CasJson.Repondre(lecture))!;
        Comparer(fichier["attendu"]!, reponse, "$");
    }

    [Fact]
    public void Il_y_a_au_moins_quarante_cas() => Cas.Should().HaveCountGreaterThanOrEqualTo(40);

    /// <summary>Un objet attendu est contenu dans la réponse ; un tableau de textes est contenu ; des motifs se donnent par leur code.</summary>
    private static void Comparer(JsonNode? attendu, JsonNode? reponse, string chemin)
    {
        switch (attendu)
        {
            case JsonObject objet:
                reponse.Should().BeAssignableTo<JsonObject>($"{chemin} doit exister");
                foreach (var (nom, valeur) in objet)
                    Comparer(valeur, reponse!.AsObject()[nom], $"{chemin}.{nom}");
                break;
            case JsonArray tableau when chemin == "$.motifs":
                reponse!.AsArray().Select(m => m!["code"]!.GetValue<string>()).Should().Contain(tableau.Select(code => code!.GetValue<string>()));
                break;
            default:
                JsonNode.DeepEquals(attendu, reponse).Should().BeTrue($"{chemin} : attendu {attendu?.ToJsonString() ?? "null"}, obtenu {reponse?.ToJsonString(JsonSerializerOptions.Web) ?? "null"}");
                break;
        }
    }
}
