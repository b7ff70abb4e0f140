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
        (lecture.Demandes[0].Position, lecture.Demandes[1].Position).Should().Be(((1, 2), (0, 0)));
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
        lecture.Demandes.Single().Contenu.Should().BeNull("une demande fautive n'est pas étudiée");
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

    /// <summary>La faute est nommée par sa propriété, seule ou dans un tableau.</summary>
    [Theory]
    [InlineData("\"sessions\":[{\"session\":\"juin\",\"resultat\":\"ADMIS\"}]", "sessions[0].session : « juin » n'est pas une session, écrivez par exemple « 2026-06 ».")]
    [InlineData("\"sessions\":[{\"session\":\"2026-06\",\"resultat\":\"RECU\"}]", "sessions[0].resultat : « RECU » n'est pas un code connu. Codes connus : ADMIS, AJOURNE, CONTROLE, ABSENT, ABSENT_FORCE_MAJEURE.")]
    [InlineData("\"naissance\":\"2026-07-09\"", "naissance : le 09/07/2026 est après aujourdhui, le 08/07/2026.")]
    [InlineData("\"sessions\":[{\"session\":\"2026-08\",\"resultat\":\"ADMIS\"}]", "sessions : la session 2026-08 n'a pas encore eu lieu le 08/07/2026.")]
    public void Un_profil_impossible_dit_quelle_propriete(string propriete, string phrase)
    {
        foreach (var json in new[] { $"{{\"aujourdhui\":\"2026-07-08\",{propriete}}}", $"[{{\"aujourdhui\":\"2026-07-08\",{propriete}}}]" })
            ProfilJson.Lire(json).Demandes.Single().Erreurs.Should().Equal(phrase);
    }

    [Theory]
    [InlineData("1989-12-31", "aujourdhui : l'année 1989 est hors de la période connue, 1990 à 2100.")]
    [InlineData("1990-01-01", null)]
    [InlineData("2100-12-31", null)]
    [InlineData("2101-01-01", "aujourdhui : « 2101-01-01 » n'est pas une date, écrivez par exemple « 2026-07-08 ».")]
    public void Le_jour_dont_on_parle_est_de_1990_a_2100(string jour, string? phrase) =>
        ProfilJson.Lire($"{{\"aujourdhui\":\"{jour}\"}}").Demandes.Single().Erreurs.Should().Equal(phrase is null ? [] : [phrase]);

    [Fact]
    public void Ne_le_jour_meme_et_une_session_du_mois_sont_admis()
    {
        var lue = ProfilJson.Lire("""{"id":12,"aujourdhui":"2026-07-08","naissance":"2026-07-08","sessions":[{"session":"2026-07","resultat":"AJOURNE","moyenne":8.5,"notes":{"U11":12,"U12":null}}]}""").Demandes.Single();
        lue.Erreurs.Should().BeEmpty();
        lue.Id.Should().Be("12");
        lue.Contenu!.Sessions![0].Notes.Should().ContainSingle().Which.Key.Should().Be("U11");
    }

    [Theory]
    [InlineData("\"prochaineSession\":\"demain\"", "prochaineSession : « demain » n'est pas une session, écrivez par exemple « 2027-06 ».")]
    [InlineData("\"choix\":{\"U11\":\"PEUT_ETRE\"}", "choix.U11 : « PEUT_ETRE » n'est pas un choix. Choix connus : GARDER, REPASSER.")]
    [InlineData("\"hypotheses\":{\"U12\":21}", "hypotheses.U12 : 21 n'est pas une note de 0 à 20 à deux décimales au plus.")]
    [InlineData("\"hypotheses\":{\"U12\":12,\"Mathématiques\":13}", "hypotheses.Mathématiques : l'unité Mathématiques est donnée deux fois.")]
    public void Une_demande_de_conservation_impossible_dit_quelle_propriete(string propriete, string phrase)
    {
        var cas = Cas.Replace("\"id\":\"a\"", "\"id\":\"a\"," + propriete, StringComparison.Ordinal);
        foreach (var json in new[] { cas, $"[{cas}]" })
            ConservationJson.Lire(json).Demandes.Single().Erreurs.Should().Equal(phrase);
    }

    /// <summary>Une unité se nomme par son code ou son intitulé, dans le règlement d'arrivée.</summary>
    [Theory]
    [InlineData("\"hypotheses\":{\"Mathématiques\":12}", "U12")]
    [InlineData("\"nouveauReglement\":\"ASSP-2011-DOM\",\"hypotheses\":{\"Mathématiques\":12}", "U11")]
    public void Une_hypothese_se_nomme_dans_le_reglement_d_arrivee(string proprietes, string unite)
    {
        var demande = ConservationJson.Lire(Cas.Replace("\"id\":\"a\"", "\"id\":\"a\"," + proprietes, StringComparison.Ordinal)).Demandes.Single();
        demande.Erreurs.Should().BeEmpty();
        demande.Contenu!.Hypotheses.Keys.Should().Equal(unite);
    }

    [Fact]
    public void Une_option_a_toutes_les_proprietes_du_contrat()
    {
        var reponse = JsonNode.Parse(ProfilJson.Repondre(ProfilJson.Lire("""
            {"aujourdhui":"2026-07-08","naissance":"2007-03-03","statut":"APPRENTI","examen":"BAC_PRO","diplomes":["BREVET_MILITAIRE"],"sessions":[{"session":"2026-06","resultat":"AJOURNE"}],
             "apprentissage":{"finContrat":"2026-08-31","anneeContrat":2,"employeurAccepte":true}}
            """)))!;
        var option = reponse["options"]!.AsArray().Single(o => o!["code"]!.GetValue<string>() == "PROROGATION_APPRENTISSAGE")!;
        Cles(option).Should().Equal("code", "etat", "phrase", "conditions", "documents", "demarches", "guichet", "echeance", "fondement", "lectures", "remuneration", "cerfa");
        Cles(option["conditions"]![0]!).Should().Equal("phrase", "etat", "aVotreMain");
        Cles(option["remuneration"]![0]!).Should().Equal("du", "au", "pourcentageSmic", "phrase");
        Cles(option["cerfa"]![0]!).Should().Equal("code", "phrase", "etat", "fondement");
        Cles(reponse["obligationFormation"]!).Should().Equal("concerne", "jusquau", "remplie", "phrase", "fondement");
        Cles(reponse["alertes"]![0]!).Should().Equal("code", "phrase", "fondement");
        var sansContrat = reponse["options"]!.AsArray().Single(o => o!["code"]!.GetValue<string>() == "MOREA")!;
        Cles(sansContrat).Should().NotContain("remuneration").And.NotContain("cerfa");
        Cles(sansContrat["lectures"]![0]!).Should().Equal("phrase", "fondement");
    }

    [Fact]
    public void Un_avis_a_toutes_les_proprietes_du_contrat()
    {
        var reponse = JsonNode.Parse(ConservationJson.Repondre(ConservationJson.Lire(Cas.Replace("\"id\":\"a\"", "\"id\":\"a\",\"nouveauReglement\":\"ASSP-2011-DOM\",\"hypotheses\":{\"U12\":12}", StringComparison.Ordinal)
            .Replace("\"U11\":{\"note\":12}", "\"U11\":{\"note\":12},\"U12\":{\"note\":12},\"U51\":{\"etat\":\"ABSENT\"}", StringComparison.Ordinal))))!;
        Cles(reponse["mention"]!).Should().Equal("possible", "phrase", "prudence", "fondement");
        Cles(reponse["unites"]![0]!["garder"]!).Should().Equal("possible", "phrase", "moyenneRequise", "fondement");
        Cles(reponse["scenarios"]![0]!).Should().Equal("code", "phrase", "gardees", "repassees", "pointsGardes", "coefficientsRepasses", "moyenneRequise");
        Cles(reponse["hypotheses"]!).Should().Equal("phrase", "moyenne", "sansNote", "moyenneRequise", "decision", "mention");
        Cles(reponse["reprises"]![0]!).Should().Equal("ancienne", "libelle", "note", "ancienCoefficient", "nouvelle", "nouveauCoefficient", "etat", "phrase", "fondement");
        JsonNode? Note(string unite) => reponse["reprises"]!.AsArray().Single(r => r!["ancienne"]!.GetValue<string>() == unite)!["note"];
        Note("U12")!.GetValue<decimal>().Should().Be(12);
        Note("U51").Should().BeNull("absent, il n'y a pas de note");
    }

    private static IEnumerable<string> Cles(JsonNode objet) => objet.AsObject().Select(p => p.Key);
}
