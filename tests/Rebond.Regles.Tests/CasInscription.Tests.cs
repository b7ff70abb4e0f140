using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Les cas de jeux/cas-inscription : une source, un profil du contrat, et la partie de la réponse qu'on attend.</summary>
public sealed class CasInscription
{
    private static readonly string s_dossier = Path.Combine(Donnees.Depot, "jeux", "cas-inscription");

    public static TheoryData<string> Cas => [.. Directory.GetFiles(s_dossier, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_cas_donne_ce_qui_est_attendu(string nom)
    {
        var fichier = JsonNode.Parse(File.ReadAllText(Path.Combine(s_dossier, nom + ".json")))!.AsObject();
        fichier["source"]!.GetValue<string>().Should().NotBeNullOrWhiteSpace();
        fichier["cas"]!["id"]!.GetValue<string>().Should().Be(nom);
        var lecture = ProfilJson.Lire(fichier["cas"]!.ToJsonString());
        lecture.MauvaisUsage.Should().BeNull();
        var reponse = JsonNode.Parse(ProfilJson.Repondre(lecture, CampagnesLivrees.Chercher))!;
        foreach (var (quoi, attendu) in fichier["attendu"]!.AsObject())
            Comparer(quoi, attendu!, reponse);
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_cas_conclut_comme_il_a_toujours_conclu(string nom) =>
        Squelettes.Comparer("inscription", nom, ProfilJson.Repondre(ProfilJson.Lire(JsonNode.Parse(File.ReadAllText(Path.Combine(s_dossier, nom + ".json")))!["cas"]!.ToJsonString()), CampagnesLivrees.Chercher));

    [Fact]
    public void Il_y_a_au_moins_quarante_cas() => Cas.Should().HaveCountGreaterThanOrEqualTo(40);

    /// <summary>Pièces et décisions se donnent par code ; null : absente de la réponse. Alertes et questions : contenues.</summary>
    private static void Comparer(string quoi, JsonNode attendu, JsonNode reponse)
    {
        switch (quoi)
        {
            case "recevable":
                reponse["recevable"]!.GetValue<string>().Should().Be(attendu.GetValue<string>());
                break;
            case "erreur":
                reponse.AsObject().Select(p => p.Key).Should().Equal("id", "erreur");
                reponse["erreur"]!.GetValue<string>().Should().Contain(attendu.GetValue<string>());
                break;
            case "pieces":
                ParCode(attendu, reponse["pieces"]!.AsArray(), "etat");
                break;
            case "decisions":
                ParCode(attendu, reponse["decisions"]!.AsArray(), "valeur");
                break;
            case "alertes" or "questions":
                reponse[quoi]!.AsArray().Select(a => a!["code"]!.GetValue<string>()).Should().Contain(attendu.AsArray().Select(code => code!.GetValue<string>()));
                break;
            default:
                throw new InvalidOperationException($"« {quoi} » n'est pas une attente.");
        }
    }

    private static void ParCode(JsonNode attendu, JsonArray lus, string propriete)
    {
        foreach (var (code, valeur) in attendu.AsObject())
            lus.Where(l => l!["code"]!.GetValue<string>() == code).Select(l => l![propriete]!.GetValue<string>()).Should().Equal(valeur is null ? [] : [valeur.GetValue<string>()], code);
    }
}
