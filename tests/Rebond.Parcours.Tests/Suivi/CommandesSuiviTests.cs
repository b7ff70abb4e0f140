using System.Text.Json.Nodes;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Parcours.Tests.Suivi;

/// <summary>The follow-up commands, as a script runs them: files, streams, exit codes.</summary>
public sealed class CommandesSuiviTests : IDisposable
{
    private const string Profil = """{ "id": "p1", "aujourdhui": "2026-07-08", "naissance": "2008-03-03", "statut": "LYCEEN", "examen": "BAC_PRO", "sessions": [ {"session": "2026-06", "resultat": "AJOURNE"} ] }""";

    private const string Cas = """{ "id": "c1", "examen": "BAC_PRO", "session": "2019-06", "reglement": "GA-2012", "unites": { "U11": {"note": 12} } }""";

    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-suivi-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    private static Task<Execution> RebondAsync(string? entree, params string[] arguments) => ProgrammeRebond.LancerAsync(entree, ["suivi", .. arguments]);

    private string Fichier(string nom, string contenu)
    {
        var chemin = Path.Combine(_dossier, nom);
        File.WriteAllText(chemin, contenu);
        return chemin;
    }

    [Fact]
    public async Task Un_profil_repond_un_objet_un_tableau_un_tableau()
    {
        var seul = await RebondAsync(Profil, "options", "-", "--json");
        (seul.Code, seul.Erreur).Should().Be((0, ""));
        var premiere = JsonNode.Parse(seul.Sortie)!["options"]![0]!;
        (premiere["code"]!.GetValue<string>(), premiere["etat"]!.GetValue<string>()).Should().Be(("REPREPARATION_ORIGINE", "DROIT"));
        var deux = await RebondAsync(null, "options", Fichier("p.json", $"[{Profil},{Profil.Replace("p1", "p2", StringComparison.Ordinal)}]"), "--json");
        JsonNode.Parse(deux.Sortie)!.AsArray().Select(reponse => reponse!["id"]!.GetValue<string>()).Should().Equal("p1", "p2");
    }

    [Fact]
    public async Task Un_cas_a_son_avis_sur_les_notes_a_garder()
    {
        var reponse = await RebondAsync(Cas, "conserver", "-", "--json");
        (reponse.Code, reponse.Erreur).Should().Be((0, ""));
        JsonNode.Parse(reponse.Sortie)!["moyenneRequise"]!["exacte"]!.GetValue<string>().Should().Be("258/26");
    }

    [Theory]
    [InlineData("options", Profil, "\"2008-03-03\"", "\"2008-03-33\"", "naissance")]
    [InlineData("conserver", Cas, "{\"note\": 12}", "{\"note\": 21}", "unites.U11.note")]
    public async Task Un_contenu_refuse_vaut_un_et_ne_perd_pas_les_autres(string commande, string demande, string avant, string apres, string fragment)
    {
        var reponse = await RebondAsync($"[{demande},\n {demande.Replace(avant, apres, StringComparison.Ordinal)}]", commande, "-", "--json");
        reponse.Code.Should().Be(1);
        reponse.Erreur.Trim().Should().StartWith("entrée standard, ligne 2, colonne 2, cas ").And.Contain(fragment).And.NotContain("\n");
        JsonNode.Parse(reponse.Sortie)!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task Une_forme_inconnue_ou_un_fichier_absent_vaut_deux()
    {
        var inconnue = await RebondAsync("""{ "aujourdhui": "2026-07-08", "nom": "Dupont" }""", "options", "-", "--json");
        (inconnue.Code, inconnue.Sortie).Should().Be((2, ""));
        inconnue.Erreur.Should().Contain("$.nom : propriété inconnue");
        (await RebondAsync(null, "options", "absent.json")).Code.Should().Be(2);
        (await RebondAsync("{", "conserver", "-")).Code.Should().Be(2);
    }

    [Fact]
    public async Task Sans_json_la_reponse_est_en_phrases()
    {
        var options = await RebondAsync(Profil, "options", "-");
        options.Sortie.Should().Contain("Votre lycée doit vous reprendre à la rentrée.").And.Contain("01/09/2026");
        (await RebondAsync(Cas, "conserver", "-")).Sortie.Should().Contain("Vous gardez 12.");
    }
}
