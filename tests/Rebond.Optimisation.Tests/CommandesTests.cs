using System.Text;
using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;
using Rebond.Optimisation.Tests.Affectation;
using Xunit;

namespace Rebond.Optimisation.Tests;

/// <summary>The planning commands, as a script runs them: files, streams, exit codes.</summary>
public sealed class CommandesTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-planifier-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    private static Task<Execution> RebondAsync(string? entree, params string[] arguments) => ProgrammeRebond.LancerAsync(entree, ["planifier", .. arguments]);

    private string Fichier(string nom, string contenu)
    {
        var chemin = Path.Combine(_dossier, nom);
        File.WriteAllText(chemin, contenu);
        return chemin;
    }

    private string Instance(Probleme probleme)
    {
        using var memoire = new MemoryStream();
        ProblemeJson.Ecrire(memoire, probleme);
        return Fichier("instance.json", Encoding.UTF8.GetString(memoire.ToArray()));
    }

    [Fact]
    public async Task Un_plan_est_rendu_explique_ecrit_puis_accepte_par_le_verificateur()
    {
        var (instance, plan) = (Instance(InstanceSynthetique.Creer(1, 200, 80)), Path.Combine(_dossier, "plan.json"));
        var planifie = await RebondAsync(null, "affectation", instance, "--duree", "30", "--graine", "1", "--sortie", plan, "--json");
        planifie.Code.Should().Be(0, planifie.Erreur);
        planifie.Json.AsObject().Select(p => p.Key).Should().StartWith(["statut", "cout", "borne", "ecart", "dureeMs", "conflits"])
            .And.Contain(["affectations", "motifs", "seuils", "chaines", "blocages", "ouvertures", "references", "exces", "alertes"]);
        var ecrit = JsonNode.Parse(await File.ReadAllTextAsync(plan, TestContext.Current.CancellationToken))!;
        ecrit.AsObject().Select(p => p.Key).Should().Equal("affectations");
        JsonNode.DeepEquals(ecrit["affectations"], planifie.Json["affectations"]).Should().BeTrue();

        var verifie = await RebondAsync(null, "verifier", "affectation", instance, plan, "--json");
        verifie.Code.Should().Be(0, verifie.Erreur);
        foreach (var propriete in new[] { "statut", "cout", "borne", "ecart" })
            verifie.Json[propriete]!.ToJsonString().Should().Be(planifie.Json[propriete]!.ToJsonString());
        verifie.Json["meilleurPourTous"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task Un_plan_fautif_est_refuse_et_chaque_faute_est_sur_sa_ligne()
    {
        var instance = Instance(Donnees.UnProbleme([Donnees.UnePlace("A"), Donnees.UnePlace("B")], Donnees.UnCandidat("K1", 8, "A"), Donnees.UnCandidat("K2", 9, "A")));
        var verifie = await RebondAsync(null, "verifier", "affectation", instance, Fichier("plan.json", """{"affectations":[{"candidat":"K2","place":"A"}]}"""), "--json");
        verifie.Code.Should().Be(1);
        verifie.Json["statut"]!.GetValue<string>().Should().Be("IRREALISABLE");
        verifie.Json["conflits"]!.AsArray().Should().ContainSingle().Which!["code"]!.GetValue<string>().Should().Be("ENVIE");
        verifie.Erreur.Should().Be("ENVIE : K1 préfère A et y passe avant K2, qui l'a." + Environment.NewLine);
    }

    [Fact]
    public async Task Une_instance_contradictoire_repond_ses_conflits()
    {
        var instance = Instance(Donnees.UnProbleme([Donnees.UnePlace("A")], Donnees.UnCandidat("K1", 8, "Z")));
        var planifie = await RebondAsync(null, "affectation", instance, "--duree", "5", "--json");
        planifie.Code.Should().Be(1);
        planifie.Json["statut"]!.GetValue<string>().Should().Be("IRREALISABLE");
        planifie.Json["cout"].Should().BeNull();
        planifie.Json["conflits"]![0]!["phrase"]!.GetValue<string>().Should().Contain("Z");
        (await RebondAsync(null, "verifier", "affectation", instance, Fichier("plan.json", """{"affectations":[]}"""), "--json")).Code.Should().Be(1);
    }

    [Fact]
    public async Task Une_propriete_inconnue_est_un_mauvais_usage_avec_son_chemin_et_sa_place()
    {
        var faute = await RebondAsync("{\"type\":\"affectation\",\n\"truc\":1}", "affectation", "-", "--duree", "5", "--json");
        faute.Code.Should().Be(2);
        faute.Sortie.Should().BeEmpty();
        faute.Erreur.Should().StartWith("entrée standard : $.truc : propriété inconnue").And.Contain("(ligne 2, colonne 1)");
        var instance = Instance(Donnees.UnProbleme([Donnees.UnePlace("A")]));
        (await RebondAsync(null, "verifier", "affectation", instance, Fichier("plan.json", """{"affectations":[{"eleve":"K1"}]}"""))).Should()
            .Match<Execution>(e => e.Code == 2 && e.Erreur.Contains("$.affectations[0].eleve"));
    }

    [Theory]
    [InlineData("affectation", "absent.json", "--duree", "5")]
    [InlineData("affectation", "-", "--duree", "0")]
    [InlineData("affectation", "-", "--sortie", "-")]
    [InlineData("verifier", "affectation", "-", "-")]
    [InlineData("groupes", "-")]
    public async Task Un_mauvais_usage_sort_par_2(params string[] arguments) => (await RebondAsync("{}", arguments)).Should().Match<Execution>(e => e.Code == 2 && e.Erreur.Length > 0);

    [Fact]
    public async Task Sans_json_la_reponse_est_en_phrases()
    {
        var dit = await RebondAsync(null, "affectation", Instance(InstanceSynthetique.Creer(1, 300, 80)), "--duree", "30");
        dit.Code.Should().Be(0, dit.Erreur);
        dit.Sortie.Should().Contain("300 candidats").And.Contain("sans place").And.Contain("Places à demander").And.NotContain("{");
    }
}
