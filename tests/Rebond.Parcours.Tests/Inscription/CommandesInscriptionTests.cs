using System.Text.Json.Nodes;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Parcours.Tests.Inscription;

/// <summary>The registration commands, as a script runs them: files, streams, exit codes.</summary>
public sealed class CommandesInscriptionTests : IDisposable
{
    private const string Profil = """{ "id": "r1", "campagne": "nancy-metz-bac-pro-2024", "inscritLe": "2023-11-20T14:00", "naissance": "1993-02-01", "categorie": "EXPERIENCE_3_ANS", "anneesExperience": 4 }""";

    private static readonly string s_campagne = File.ReadAllText(Path.Combine(Depot.Racine, "src", "Rebond.Regles", "Parametres", "Campagnes", "reims-bac-pro-2015.json"));

    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-inscription-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    private static Task<Execution> RebondAsync(string? entree, params string[] arguments) => ProgrammeRebond.LancerAsync(entree, ["inscription", .. arguments]);

    private string Fichier(string nom, string contenu)
    {
        var chemin = Path.Combine(_dossier, nom);
        File.WriteAllText(chemin, contenu);
        return chemin;
    }

    [Fact]
    public async Task Un_profil_repond_un_objet_un_tableau_un_tableau()
    {
        var seul = await RebondAsync(Profil, "pieces", "-", "--json");
        (seul.Code, seul.Erreur).Should().Be((0, ""));
        JsonNode.Parse(seul.Sortie)!["recevable"]!.GetValue<string>().Should().Be("A_EXAMINER");
        var deux = await RebondAsync(null, "pieces", Fichier("p.json", $"[{Profil},{Profil}]"), "--json");
        JsonNode.Parse(deux.Sortie)!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task Une_campagne_se_donne_aussi_par_son_fichier_sans_toucher_au_programme()
    {
        var campagne = Fichier("lyon.json", s_campagne.Replace("reims-bac-pro-2015", "lyon-bac-pro-2015", StringComparison.Ordinal));
        var reponse = await RebondAsync($$"""{ "campagne": "{{campagne}}", "categorie": "EX_CANDIDAT" }""", "pieces", "-", "--json");
        (reponse.Code, JsonNode.Parse(reponse.Sortie)!["campagne"]!.GetValue<string>()).Should().Be((0, "lyon-bac-pro-2015"));
    }

    [Fact]
    public async Task Un_contenu_refuse_vaut_un_une_forme_inconnue_vaut_deux()
    {
        var refuse = await RebondAsync($"[{Profil},\n {Profil.Replace("1993-02-01", "1993-02-31", StringComparison.Ordinal)}]", "pieces", "-", "--json");
        refuse.Code.Should().Be(1);
        refuse.Erreur.Trim().Should().StartWith("entrée standard, ligne 2, colonne 2, profil r1 : naissance").And.NotContain("\n");
        JsonNode.Parse(refuse.Sortie)!.AsArray().Should().HaveCount(2);
        var inconnue = await RebondAsync("""{ "campagne": "x", "nom": "Dupont" }""", "pieces", "-", "--json");
        (inconnue.Code, inconnue.Sortie).Should().Be((2, ""));
        inconnue.Erreur.Should().Contain("$.nom : propriété inconnue");
        (await RebondAsync(null, "pieces", "absent.json")).Code.Should().Be(2);
        (await RebondAsync("""{ "campagne": "lune-2024" }""", "pieces", "-")).Should().Match<Execution>(e => e.Code == 1 && e.Erreur.Contains("nancy-metz-bac-pro-2024"));
    }

    [Fact]
    public async Task Un_fichier_de_campagne_fautif_donne_toutes_ses_fautes_a_leur_place()
    {
        var fautif = Fichier("fautif.json", s_campagne.Replace("\"cloture\": \"2014-11-19T17:00\"", "\"cloture\": \"2014-10-01T17:00\"", StringComparison.Ordinal).Replace("\"EX_CANDIDAT\", \"inscritPar\"", "\"LIBRE\", \"inscritPar\"", StringComparison.Ordinal));
        var reponse = await RebondAsync(null, "campagne", "verifier", fautif);
        (reponse.Code, reponse.Sortie).Should().Be((1, ""));
        var lignes = reponse.Erreur.Trim().Split('\n');
        lignes.Should().HaveCount(2).And.OnlyContain(l => l.StartsWith($"{fautif}, ligne "));
        lignes[0].Should().Contain("FENETRE_INVERSEE");
        lignes[1].Should().Contain("CODE_INCONNU").And.Contain("$.categories[4].categorie");
        var json = await RebondAsync(null, "campagne", "verifier", fautif, "--json");
        JsonNode.Parse(json.Sortie)!["erreurs"]!.AsArray().Should().HaveCount(2);
        (await RebondAsync(s_campagne, "campagne", "verifier", "-")).Should().Match<Execution>(e => e.Code == 0 && e.Sortie.Contains("Aucune faute"));
    }

    [Fact]
    public async Task Une_campagne_livree_ou_un_fichier_entre_en_vigueur_et_se_liste()
    {
        var @base = Path.Combine(_dossier, "campagnes.db");
        (await RebondAsync(null, "campagne", "lister", "--base", @base, "--json")).Sortie.Trim().Should().Be("[]");
        (await RebondAsync(null, "campagne", "lister", "--base", @base)).Sortie.Should().Contain("Aucune campagne");

        var livree = await RebondAsync(null, "campagne", "charger", "reims-bac-pro-2015", "--motif", "Ouverture de la campagne", "--base", @base, "--json");
        (livree.Code, livree.Erreur).Should().Be((0, ""));
        JsonNode.Parse(livree.Sortie)!["numero"]!.GetValue<int>().Should().Be(1);
        (await RebondAsync(null, "campagne", "charger", "reims-bac-pro-2015", "--motif", "Encore une fois", "--base", @base)).Should().Match<Execution>(e => e.Code == 1 && e.Erreur.StartsWith("TEXTE_INCHANGE"));

        var corrigee = Fichier("reims.json", s_campagne.Replace("2014-11-19T17:00", "2014-11-20T17:00", StringComparison.Ordinal));
        (await RebondAsync(null, "campagne", "charger", corrigee, "--motif", "non", "--base", @base)).Should().Match<Execution>(e => e.Code == 1 && e.Erreur.StartsWith("MOTIF_ABSENT"));
        (await RebondAsync(null, "campagne", "charger", corrigee, "--motif", "Clôture repoussée", "--base", @base)).Should().Match<Execution>(e => e.Code == 0 && e.Sortie.Contains("révision 2 en vigueur"));
        (await RebondAsync(null, "campagne", "charger", corrigee, "--base", @base)).Code.Should().Be(2, "le motif est obligatoire");
        (await RebondAsync(null, "campagne", "charger", "absente.json", "--motif", "Ouverture", "--base", @base)).Code.Should().Be(2);
        var fautif = Fichier("fautif.json", s_campagne.Replace("2014-11-19T17:00", "2014-10-01T17:00", StringComparison.Ordinal));
        (await RebondAsync(null, "campagne", "charger", fautif, "--motif", "Ouverture", "--base", @base)).Should().Match<Execution>(e => e.Code == 1 && e.Erreur.StartsWith($"{fautif}, ligne "));

        var liste = JsonNode.Parse((await RebondAsync(null, "campagne", "lister", "--base", @base, "--json")).Sortie)!.AsArray();
        liste.Should().ContainSingle();
        (liste[0]!["numero"]!.GetValue<int>(), liste[0]!["etat"]!.GetValue<string>(), liste[0]!["fenetres"]![0]!["cloture"]!.GetValue<string>()).Should().Be((2, "CLOSE", "2014-11-20T17:00"));
        (await RebondAsync(null, "campagne", "lister", "--base", @base)).Sortie.Should().Contain("reims-bac-pro-2015, révision 2 : ").And.Contain("au 20/11/2014 à 17 h, close.");
    }

    [Fact]
    public async Task Sans_json_la_reponse_est_en_phrases_et_l_aide_est_en_francais()
    {
        (await RebondAsync(Profil, "pieces", "-")).Sortie.Should().Contain("r1 : recevable A_EXAMINER").And.Contain("CERTIFICATS_TRAVAIL REQUISE").And.Contain("D337-70");
        foreach (string[] commande in (string[][])[["--help"], ["pieces", "--help"], ["campagne", "--help"], ["campagne", "verifier", "--help"], ["campagne", "charger", "--help"], ["campagne", "lister", "--help"]])
            (await RebondAsync(null, commande)).Should().Match<Execution>(e => e.Code == 0 && e.Sortie.Contains("Affiche ce mode d'emploi"));
    }
}
