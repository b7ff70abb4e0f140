using System.Text.Json.Nodes;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Resultats.Cas;

public sealed class CasJsonTests
{
    private const string Cas = """{"id":"a","examen":"BAC_PRO","session":"2019-06","reglement":"GA-2012","unites":{}}""";

    [Theory]
    [InlineData("{\"id\":\"a\",\n  \"truc\":1}", "$.truc : propriété inconnue.", "(ligne 2, colonne 3)")]
    [InlineData("[{\"id\":\"a\"},\n\n {\"unites\":{\"U11\":{\"nte\":1}}}]", "$[0] : la propriété « examen » est obligatoire.", "(ligne 1, colonne 2)")]
    [InlineData("{", "ce n'est pas du JSON", "ligne 1")]
    [InlineData("{\"id\":1,\"id\":2}", "$.id : cette propriété figure deux fois", "ligne 1")]
    [InlineData("42", "$ : un objet est attendu.", "ligne 1")]
    public void Une_faute_de_forme_dit_ou_elle_est(string json, string phrase, string place)
    {
        var lecture = CasJson.Lire(json);
        lecture.MauvaisUsage.Should().Contain(phrase).And.Contain(place);
        lecture.Cas.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"id":"\ud800","examen":"BAC_PRO","session":"2019-06","reglement":"GA-2012","unites":{}}""", "$.id")]
    [InlineData("""{"\udc00":1}""", "$ :")]
    [InlineData("""{"examen":"BAC_PRO","session":"2019-06","reglement":"GA-2012","unites":{"U11":{"note":1},"\ud800":{"note":1}}}""", "$.unites")]
    [InlineData("""{"examen":"BAC_PRO","session":"2019-06","reglement":"\ud83d","unites":{}}""", "$.reglement")]
    public void La_moitie_d_un_caractere_est_une_faute_de_forme_et_pas_une_panne(string json, string chemin) =>
        CasJson.Lire(json).MauvaisUsage.Should().Contain("moitié d'un caractère").And.Contain(chemin).And.Contain("ligne 1");

    [Theory]
    [InlineData("7", "7")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"7\"", "\"7\"")]
    [InlineData("null", "null")]
    public void L_identifiant_revient_comme_il_est_venu(string recu, string rendu) =>
        JsonNode.Parse(CasJson.Repondre(CasJson.Lire(Cas.Replace("\"a\"", recu, StringComparison.Ordinal))))!["id"]?.ToJsonString().Should().Be(rendu == "null" ? null : rendu);

    [Theory]
    [InlineData("""{"semaines":22.0}""", true)]
    [InlineData("""{"semaines":22}""", true)]
    [InlineData("""{"semaines":22.5}""", false)]
    [InlineData("""{"semaines":99999999999}""", false)]
    [InlineData("""{"semaines":"22"}""", false)]
    public void Un_nombre_de_semaines_est_un_entier(string pfmp, bool lu)
    {
        var lecture = CasJson.Lire(Cas.Replace("\"unites\":{}", $"\"unites\":{{}},\"pfmp\":{pfmp}", StringComparison.Ordinal));
        (lecture.MauvaisUsage is null).Should().Be(lu);
        if (lu)
            lecture.Cas.Single().Dossier!.Pfmp.Should().Be(new Pfmp(22, null));
    }

    [Fact]
    public void Une_autorisation_de_remplacement_nulle_vaut_non() =>
        CasJson.Lire(Cas.Replace("\"unites\":{}", "\"unites\":{},\"remplacement\":{\"autorise\":null,\"notes\":null}", StringComparison.Ordinal)).Cas.Single().Dossier!.Remplacement!.Autorise.Should().BeFalse();

    [Fact]
    public void Une_propriete_inconnue_au_fond_d_une_unite_a_son_chemin() =>
        CasJson.Lire($"[{Cas},{Cas.Replace("{}", "{\"U11\":{\"nte\":1}}", StringComparison.Ordinal)}]").MauvaisUsage.Should().StartWith("$[1].unites.U11.nte : propriété inconnue");

    [Fact]
    public void Un_cas_impossible_ne_perd_pas_les_autres()
    {
        var lecture = CasJson.Lire($"[{Cas},{Cas.Replace("GA-2012", "INCONNUE", StringComparison.Ordinal).Replace("\"a\"", "\"b\"", StringComparison.Ordinal)},{Cas}]");
        var reponse = JsonNode.Parse(CasJson.Repondre(lecture))!.AsArray();
        reponse.Should().HaveCount(3);
        reponse[0]!["decision"]!.GetValue<string>().Should().Be("EN_ATTENTE");
        reponse[1]!.AsObject().Select(p => p.Key).Should().Equal("id", "erreur");
        reponse[1]!["erreur"]!.GetValue<string>().Should().Contain("INCONNUE");
        reponse[2]!["decision"]!.GetValue<string>().Should().Be("EN_ATTENTE");
    }

    [Fact]
    public void Un_objet_repond_un_objet_avec_toutes_les_proprietes_du_contrat() =>
        JsonNode.Parse(CasJson.Repondre(CasJson.Lire(Cas)))!.AsObject().Select(p => p.Key).Should().StartWith(
            ["id", "decision", "provisoire", "mention", "moyenne", "moyennePratique", "moyenneProfessionnelle", "pointsManquants", "certificats", "unitesAcquises", "motifs", "bascule", "etapes"]);

    [Theory]
    [InlineData("""{"U11":{"note":21}}""", "unites.U11.note : 21")]
    [InlineData("""{"U11":{"note":-1}}""", "unites.U11.note : -1")]
    [InlineData("""{"U11":{"note":12.345}}""", "unites.U11.note : 12.345")]
    [InlineData("""{"U11":{"etat":"MALADE"}}""", "MALADE")]
    [InlineData("""{"U11":{"etat":"ABSENT","note":3}}""", "unites.U11")]
    [InlineData("""{"U11":{}}""", "unites.U11")]
    [InlineData("""{"U98":{"note":3}}""", "U98")]
    public void Un_contenu_impossible_est_une_phrase(string unites, string fragment)
    {
        var lecture = CasJson.Lire(Cas.Replace("{}", unites, StringComparison.Ordinal));
        lecture.MauvaisUsage.Should().BeNull();
        lecture.Cas.Single().Erreurs.Should().ContainSingle().Which.Should().Contain(fragment);
    }

    [Fact]
    public void En_GT_le_libelle_exact_vaut_le_code()
    {
        var cas = """{"examen":"BAC_TECHNOLOGIQUE","session":"2020-06","reglement":"STMG","unites":{"Économie-droit":{"note":12}}}""";
        CasJson.Lire(cas).Cas.Single().Dossier!.Unites.Keys.Should().Equal("ECONOMIE_DROIT");
    }

    [Fact]
    public void Une_epreuve_au_choix_presentee_change_la_table()
    {
        var cas = """{"examen":"BAC_GENERAL","session":"2020-06","reglement":"S","specialite":"Mathématiques","unites":{"SCIENCES_DE_L_INGENIEUR":{"note":12}}}""";
        CasJson.Lire(cas).Cas.Single().Dossier!.Reglement.Id.Should().Be("S/SCIENCES_DE_L_INGENIEUR/MATHEMATIQUES");
    }
}
