using System.Text;
using AwesomeAssertions;
using Rebond.Optimisation.Socle;
using Rebond.Optimisation.Tests.Affectation;
using Xunit;

namespace Rebond.Optimisation.Affectation.Json;

public sealed class ProblemeJsonTests
{
    private const string Instance = """
        { "type": "affectation", "droitOpposable": true, "distanceMaxKm": 45,
          "places": [{"id": "L0001-S02", "etablissement": "L0001", "specialite": "S02", "capacite": 2}],
          "candidats": [{"id": "K00001", "specialite": "S02", "origine": "L0001-S02", "droit": true, "moyenne": 8.43, "mineur": false, "departage": 912837,
                         "voeux": [{"place": "L0001-S02", "km": 12}]}] }
        """;

    private static LectureJson<Probleme> Lire(string json) => ProblemeJson.Lire(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void L_instance_du_contrat_est_lue_exactement()
    {
        var probleme = Lire(Instance).Valeur!;
        probleme.Should().BeEquivalentTo(new Probleme
        {
            DroitOpposable = true,
            DistanceMaxKm = 45,
            Places = [new("L0001-S02", "L0001", "S02", 2)],
            Candidats = [new("K00001", "S02", "L0001-S02", true, 843, false, 912837, [new("L0001-S02", 12)])],
        });
    }

    [Fact]
    public void Ce_qui_est_ecrit_se_relit()
    {
        var probleme = InstanceSynthetique.Creer(1, 60) with { Imposes = [new("K1", "A")], Interdits = [new("K2", "B")] };
        using var memoire = new MemoryStream();
        ProblemeJson.Ecrire(memoire, probleme);
        ProblemeJson.Lire(memoire.ToArray()).Valeur.Should().BeEquivalentTo(probleme);
    }

    [Fact]
    public void Le_plan_ecrit_se_relit()
    {
        var plan = Donnees.UnPlan(("K1", "A"), ("K2", "B"));
        using var memoire = new MemoryStream();
        PlanJson.Ecrire(memoire, plan);
        PlanJson.Lire(memoire.ToArray()).Valeur.Should().BeEquivalentTo(plan);
        PlanJson.Lire("""{"affectations":[{"candidat":"K1","place":null}]}"""u8).MauvaisUsage.Should().StartWith("$.affectations[0].place : un texte est attendu.");
        PlanJson.Lire("""{"type":"oraux","affectations":[]}"""u8).MauvaisUsage.Should().Contain("« oraux »");
    }

    [Theory]
    [InlineData("\"capacite\": 2", "\"capacite\": 2, \"salles\": 1", "$.places[0].salles : propriété inconnue", "(ligne 2, colonne 96)")]
    [InlineData("\"km\": 12", "\"km\": 12, \"km\": 13", "$.candidats[0].voeux[0].km : cette propriété figure deux fois", "ligne 4")]
    [InlineData(", \"departage\": 912837", "", "$.candidats[0] : la propriété « departage » est obligatoire.", "(ligne 3, colonne 17)")]
    [InlineData("\"distanceMaxKm\": 45,", "", "$ : la propriété « distanceMaxKm » est obligatoire.", "ligne 1, colonne 1")]
    [InlineData("8.43", "\"8,43\"", "$.candidats[0].moyenne : un nombre est attendu.", "ligne 3")]
    [InlineData("\"km\": 12", "\"km\": 12.5", "$.candidats[0].voeux[0].km : un nombre entier est attendu.", "ligne 4")]
    [InlineData("\"capacite\": 2", "\"capacite\": 99999999999", "ce nombre est trop grand", "ligne 2")]
    [InlineData("\"capacite\": 2", "\"capacite\": 1e999", "ce nombre est trop grand", "ligne 2")]
    [InlineData("false", "0", "$.candidats[0].mineur : true ou false est attendu.", "ligne 3")]
    [InlineData("\"affectation\"", "\"oraux\"", "$.type : « oraux » n'est pas ce que cette commande traite", "ligne 1")]
    [InlineData("[{\"place\": \"L0001-S02\", \"km\": 12}]", "{}", "$.candidats[0].voeux : un tableau est attendu.", "ligne 4")]
    [InlineData("}] }", "}]", "ce n'est pas du JSON", "ligne 4")]
    [InlineData("}] }", "}] } x", "ce n'est pas du JSON", "ligne 4")]
    public void Une_faute_de_forme_dit_ou_elle_est(string avant, string apres, string phrase, string place)
    {
        var lecture = Lire(Instance.Replace(avant, apres));
        lecture.MauvaisUsage.Should().Contain(phrase).And.Contain(place);
        lecture.Valeur.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\u0000")]
    public void Un_fichier_qui_n_est_pas_une_instance_est_une_faute_de_forme(string json) => Lire(json).MauvaisUsage.Should().NotBeNull();

    [Fact]
    public void Un_texte_qui_n_est_pas_de_l_utf8_est_une_faute_de_forme()
    {
        var octets = Encoding.Latin1.GetBytes(Instance.Replace("\"L0001\"", "\"Lycée\""));
        ProblemeJson.Lire(octets).MauvaisUsage.Should().NotBeNull();
    }

    [Theory]
    [InlineData("8.430", 843)]
    [InlineData("8", 800)]
    [InlineData("8.0e0", 800)]
    [InlineData("0", 0)]
    [InlineData("20.00", 2000)]
    public void La_moyenne_est_exacte_quelle_que_soit_son_ecriture(string ecrite, int centiemes) =>
        Lire(Instance.Replace("8.43", ecrite)).Valeur!.Candidats[0].MoyenneCentiemes.Should().Be(centiemes);

    [Theory]
    [InlineData("8.433")]
    [InlineData("20.01")]
    [InlineData("-1")]
    public void Une_moyenne_impossible_est_un_conflit_avec_sa_place(string ecrite) =>
        Lire(Instance.Replace("8.43", ecrite)).Conflits.Should().ContainSingle().Which.Should().Match<Conflit>(c => c.Code == "MOYENNE" && c.Phrase.StartsWith("$.candidats[0].moyenne (ligne 3, colonne "));

    [Fact]
    public void Ce_qui_est_facultatif_peut_manquer_et_la_marque_d_ordre_des_octets_est_admise()
    {
        var court = Instance.Replace("\"origine\": \"L0001-S02\", \"droit\": true, ", "").Replace(", \"mineur\": false", "");
        ProblemeJson.Lire([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(court)]).Valeur!.Candidats[0].Should().Match<Candidat>(c => c.Origine == null && !c.Droit && !c.Mineur);
    }
}
