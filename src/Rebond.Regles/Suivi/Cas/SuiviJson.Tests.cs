using System.Text.Json.Nodes;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Suivi.Cas;

public sealed class SuiviJsonTests
{
    private const string Cas = """{"id":"a","examen":"BAC_PRO","session":"2019-06","reglement":"GA-2012","unites":{"U11":{"note":12}}}""";

    [Theory]
    [InlineData("{\"aujourdhui\":\"2026-07-08\",\n  \"truc\":1}", "$.truc : propriété inconnue.", "(ligne 2, colonne 3)")]
    [InlineData("[{\"aujourdhui\":\"2026-07-08\"},\n {\"id\":\"b\"}]", "$[1] : la propriété « aujourdhui » est obligatoire", "(ligne 2, colonne 2)")]
    [InlineData("{\"aujourdhui\":\"2026-07-08\",\"apprentissage\":{\"patron\":1}}", "$.apprentissage.patron : propriété inconnue", "ligne 1")]
    [InlineData("{\"aujourdhui\":\"2026-07-08\",\"sessions\":[{\"session\":\"2026-06\"}]}", "$.sessions[0] : la propriété « resultat » est obligatoire", "ligne 1")]
    [InlineData("{\"aujourdhui\":\"2026-07-08\",\"rqth\":\"non\"}", "$.rqth : true ou false est attendu.", "ligne 1")]
    [InlineData("{\"aujourdhui\":\"2026-07-08\",\"diplomes\":\"DNB\"}", "$.diplomes : un tableau est attendu.", "ligne 1")]
    [InlineData("{", "ce n'est pas du JSON", "ligne 1")]
    public void Une_faute_de_forme_dit_ou_elle_est(string json, string phrase, string place)
    {
        var lecture = ProfilJson.Lire(json);
        lecture.MauvaisUsage.Should().Contain(phrase).And.Contain(place);
        lecture.Demandes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"naissance\":\"2030-01-01\"", "naissance")]
    [InlineData("\"naissance\":\"hier\"", "naissance : « hier » n'est pas une date")]
    [InlineData("\"naissance\":\"9999-12-31\"", "naissance : « 9999-12-31 » n'est pas une date")]
    [InlineData("\"statut\":\"COLLEGIEN\"", "COLLEGIEN")]
    [InlineData("\"sessions\":[{\"session\":\"2027-06\",\"resultat\":\"ADMIS\"}]", "n'a pas encore eu lieu")]
    [InlineData("\"sessions\":[{\"session\":\"2026-06\",\"resultat\":\"ADMIS\"},{\"session\":\"2026-06\",\"resultat\":\"AJOURNE\"}]", "deux fois")]
    [InlineData("\"sessions\":[{\"session\":\"2026-06\",\"resultat\":\"ADMIS\",\"moyenne\":21}]", "sessions[0].moyenne")]
    [InlineData("\"apprentissage\":{\"anneeContrat\":7}", "anneeContrat")]
    [InlineData("\"apprentissage\":{\"debutProlongation\":\"2026-09-01\",\"finProlongation\":\"2026-08-01\"}", "finProlongation")]
    public void Un_contenu_impossible_est_une_phrase_et_n_arrete_pas_les_autres(string propriete, string fragment)
    {
        var lecture = ProfilJson.Lire($"[{{\"id\":\"a\",\"aujourdhui\":\"2026-07-08\",{propriete}}},{{\"id\":\"b\",\"aujourdhui\":\"2026-07-08\"}}]");
        lecture.MauvaisUsage.Should().BeNull();
        lecture.Demandes[0].Erreurs.Should().ContainSingle().Which.Should().Contain(fragment);
        lecture.Demandes[0].Position.Should().Be((1, 2));
        var reponse = JsonNode.Parse(ProfilJson.Repondre(lecture))!.AsArray();
        reponse[0]!.AsObject().Select(p => p.Key).Should().Equal("id", "erreur");
        reponse[1]!["options"]!.AsArray().Should().HaveCount(Enum.GetValues<CodeOption>().Length);
    }

    [Fact]
    public void Le_null_d_une_rupture_dit_non_son_absence_dit_inconnu()
    {
        ContratApprentissage Contrat(string contenu) => ProfilJson.Lire($"{{\"aujourdhui\":\"2026-07-08\",\"apprentissage\":{contenu}}}").Demandes[0].Contenu!.Apprentissage!;
        Contrat("{\"ruptureLe\":null}").Rompu.Should().BeFalse();
        Contrat("{}").Rompu.Should().BeNull();
        Contrat("{\"ruptureLe\":\"2026-02-10\"}").Rompu.Should().BeTrue();
    }

    [Fact]
    public void Un_diplome_inconnu_n_arrete_rien_et_se_dit()
    {
        var lecture = ProfilJson.Lire("""{"aujourdhui":"2026-07-08","naissance":"2006-01-01","diplomes":["BREVET_MILITAIRE"]}""");
        lecture.Demandes[0].Erreurs.Should().BeEmpty();
        var reponse = OptionsDeSuivi.Repondre(lecture.Demandes[0].Contenu!);
        reponse.Alertes.Select(alerte => alerte.Code).Should().Contain("DIPLOME_NON_RECONNU");
        reponse[CodeOption.E2c].Etat.Should().Be(EtatOption.Possible);
    }

    [Theory]
    [InlineData("\"truc\":1", "$.truc : propriété inconnue")]
    [InlineData("\"hypotheses\":{\"U12\":\"onze\"}", "$.hypotheses.U12 : un nombre est attendu")]
    public void Conserver_a_les_memes_fautes_de_forme(string propriete, string phrase) =>
        ConservationJson.Lire(Cas.Replace("\"id\":\"a\"", "\"id\":\"a\"," + propriete, StringComparison.Ordinal)).MauvaisUsage.Should().Contain(phrase);

    [Theory]
    [InlineData("\"nouveauReglement\":\"INCONNU\"", "nouveauReglement")]
    [InlineData("\"prochaineSession\":\"2019-06\"", "prochaineSession")]
    [InlineData("\"prochaineSession\":\"demain\"", "prochaineSession")]
    [InlineData("\"choix\":{\"U11\":\"PEUT_ETRE\"}", "GARDER")]
    [InlineData("\"choix\":{\"U12\":\"GARDER\"}", "choix.U12")]
    [InlineData("\"hypotheses\":{\"U12\":21}", "hypotheses.U12")]
    public void Conserver_retient_les_contenus_impossibles(string propriete, string fragment)
    {
        var lecture = ConservationJson.Lire(Cas.Replace("\"id\":\"a\"", "\"id\":\"a\"," + propriete, StringComparison.Ordinal));
        lecture.MauvaisUsage.Should().BeNull();
        lecture.Demandes.Single().Erreurs.Should().ContainSingle().Which.Should().Contain(fragment);
    }

    [Fact]
    public void Un_dossier_sans_toutes_ses_notes_a_quand_meme_un_avis()
    {
        var reponse = JsonNode.Parse(ConservationJson.Repondre(ConservationJson.Lire(Cas)))!.AsObject();
        reponse["moyenne"].Should().BeNull();
        reponse["pointsManquants"].Should().BeNull();
        reponse["moyenneRequise"]!["exacte"]!.GetValue<string>().Should().Be("258/26");
        reponse.Select(p => p.Key).Should().Equal("id", "prochaineSession", "forme", "reglement", "moyenne", "pointsManquants", "moyenneRequise", "unites", "mention", "scenarios", "hypotheses", "reprises", "alertes");
    }
}
