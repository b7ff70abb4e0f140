using System.Text.Json;
using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Regles.Suivi.Cas;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Les cas de jeux/cas-suivi : une source, une demande du contrat, et la partie de la réponse qu'on attend.</summary>
public sealed class CasSuivi
{
    private static readonly string s_dossier = Path.Combine(Donnees.Depot, "jeux", "cas-suivi");

    /// <summary>Listes d'objets que le cas donne par une clé, et cette clé.</summary>
    private static readonly Dictionary<string, string> s_cles = new()
    {
        ["$.options"] = "code",
        ["$.unites"] = "code",
        ["$.scenarios"] = "code",
        ["$.reprises"] = "ancienne",
    };

    public static TheoryData<string> Cas => [.. Directory.GetFiles(s_dossier, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_cas_donne_ce_qui_est_attendu(string nom)
    {
        var fichier = JsonNode.Parse(File.ReadAllText(Path.Combine(s_dossier, nom + ".json")))!.AsObject();
        fichier["source"]!.GetValue<string>().Should().NotBeNullOrWhiteSpace();
        var attendu = fichier["attendu"]!.AsObject();
        attendu.Should().NotBeEmpty();
        Comparer(attendu, JsonNode.Parse(Repondre(fichier))!, "$");
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_cas_conclut_comme_il_a_toujours_conclu(string nom) =>
        Squelettes.Comparer("suivi", nom, Repondre(JsonNode.Parse(File.ReadAllText(Path.Combine(s_dossier, nom + ".json")))!.AsObject()));

    [Fact]
    public void Il_y_a_au_moins_quarante_cas() => Cas.Should().HaveCountGreaterThanOrEqualTo(40);

    /// <summary>La table des profils de la note de conception a vingt lignes : chacune a son cas, numéroté comme elle.</summary>
    [Fact]
    public void Chaque_ligne_de_la_table_des_profils_a_son_cas() =>
        Directory.GetFiles(s_dossier, "*.json").Select(f => Path.GetFileName(f)[..2]).Should().Contain(Enumerable.Range(1, 20).Select(ligne => $"{ligne:00}"));

    private static string Repondre(JsonObject fichier)
    {
        if (fichier["commande"]!.GetValue<string>() == "options")
        {
            var profil = ProfilJson.Lire(fichier["profil"]!.ToJsonString());
            profil.MauvaisUsage.Should().BeNull();
            profil.Demandes.SelectMany(d => d.Erreurs).Should().BeEmpty();
            return ProfilJson.Repondre(profil);
        }
        var cas = ConservationJson.Lire(fichier["cas"]!.ToJsonString());
        cas.MauvaisUsage.Should().BeNull();
        cas.Demandes.SelectMany(d => d.Erreurs).Should().BeEmpty();
        return ConservationJson.Repondre(cas);
    }

    /// <summary>Un objet attendu est contenu dans la réponse ; les alertes se donnent par leur code ; une liste de valeurs ou d'objets est la même, dans l'ordre.</summary>
    private static void Comparer(JsonNode? attendu, JsonNode? reponse, string chemin)
    {
        switch (attendu)
        {
            case JsonArray codes when chemin == "$.alertes":
                CodesAlertes(reponse).Should().Contain(codes.Select(code => code!.GetValue<string>()));
                break;
            case JsonObject parCle when s_cles.TryGetValue(chemin, out var cle):
                foreach (var (nom, valeur) in parCle)
                    Comparer(valeur, reponse!.AsArray().Single(element => element![cle]!.GetValue<string>() == nom), $"{chemin}[{nom}]");
                break;
            case JsonObject objet:
                reponse.Should().BeAssignableTo<JsonObject>($"{chemin} doit exister");
                foreach (var (nom, valeur) in objet)
                {
                    if (chemin == "$" && nom == "sansAlertes")
                        CodesAlertes(reponse!["alertes"]).Should().NotContain(valeur!.AsArray().Select(code => code!.GetValue<string>()));
                    else
                    {
                        reponse!.AsObject().ContainsKey(nom).Should().BeTrue($"{chemin}.{nom} doit exister");
                        Comparer(valeur, reponse.AsObject()[nom], $"{chemin}.{nom}");
                    }
                }
                break;
            case JsonArray liste:
                reponse!.AsArray().Should().HaveCount(liste.Count, chemin);
                for (var rang = 0; rang < liste.Count; rang++)
                    Comparer(liste[rang], reponse.AsArray()[rang], $"{chemin}[{rang}]");
                break;
            default:
                JsonNode.DeepEquals(attendu, reponse).Should().BeTrue($"{chemin} : attendu {attendu?.ToJsonString() ?? "null"}, obtenu {reponse?.ToJsonString(JsonSerializerOptions.Web) ?? "null"}");
                break;
        }
    }

    private static IEnumerable<string> CodesAlertes(JsonNode? alertes) => alertes!.AsArray().Select(alerte => alerte!["code"]!.GetValue<string>());
}
