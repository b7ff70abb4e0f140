using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription.Profils;

public sealed class ProfilJsonTests
{
    private const string Minimal = """{"id":"a","campagne":"nancy-metz-bac-pro-2024"}""";

    private static JsonNode Repondre(string json, Func<string, Campagne?>? campagne = null) => JsonNode.Parse(ProfilJson.Repondre(ProfilJson.Lire(json), campagne ?? CampagnesLivrees.Chercher))!;

    [Theory]
    [InlineData("{\"campagne\":\"x\",\n  \"truc\":1}", "$.truc : propriété inconnue.", "(ligne 2, colonne 3)")]
    [InlineData("[{\"campagne\":\"x\"},\n {\"id\":\"b\"}]", "$[1] : la propriété « campagne » est obligatoire.", "(ligne 2, colonne 2)")]
    [InlineData("{\"campagne\":\"x\",\"envoi\":{\"cachets\":1}}", "$.envoi.cachets : propriété inconnue", "ligne 1")]
    [InlineData("{\"campagne\":\"x\",\"rqth\":\"oui\"}", "$.rqth : true ou false", "ligne 1")]
    [InlineData("{\"campagne\":\"x\",\"notesAConserver\":{}}", "$.notesAConserver : un tableau", "ligne 1")]
    [InlineData("{\"campagne\":\"x\",\"notesAConserver\":[{\"unite\":\"U11\"}]}", "$.notesAConserver[0] : la propriété « session »", "ligne 1")]
    [InlineData("{\"campagne\":\"x\",\"campagne\":\"y\"}", "figure deux fois", "ligne 1")]
    [InlineData("{", "ce n'est pas du JSON", "ligne 1")]
    [InlineData("42", "$ : un objet est attendu.", "ligne 1")]
    public void Une_faute_de_forme_dit_ou_elle_est(string json, string phrase, string place)
    {
        var lecture = ProfilJson.Lire(json);
        lecture.MauvaisUsage.Should().Contain(phrase).And.Contain(place);
        lecture.Profils.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"inscritLe\":\"2023-11-20\"", "inscritLe")]
    [InlineData("\"inscritLe\":\"2024-03-31T02:30\"", "n'existe pas")]
    [InlineData("\"naissance\":\"01/02/1993\"", "naissance")]
    [InlineData("\"naissance\":\"1893-02-01\"", "naissance")]
    [InlineData("\"categorie\":\"LIBRE\"", "EX_CANDIDAT")]
    [InlineData("\"anneesExperience\":-1", "0 à 80")]
    [InlineData("\"notesAConserver\":[{\"session\":\"2021\",\"unite\":\"U31\",\"note\":21}]", "notesAConserver[0].note")]
    [InlineData("\"notesAConserver\":[{\"session\":\"juin\",\"unite\":\"U31\",\"note\":11}]", "session")]
    [InlineData("\"envoi\":{\"canal\":\"PIGEON\"}", "POSTE")]
    [InlineData("\"envoi\":{\"manquantes\":[\"PHOTO\"]}", "envoi.manquantes[0]")]
    [InlineData("\"amenagement\":{\"dispositif\":\"PPE\"}", "PPRE")]
    [InlineData("\"specialite\":\"25214\"", "huit chiffres")]
    [InlineData("\"envoi\":{\"manquantes\":[\"AUTRE_PHOTO\"]}", "n'est pas une pièce de la campagne")]
    [InlineData("\"notesAConserver\":[{\"session\":\"2021\",\"unite\":\"U31\",\"note\":11},{\"session\":\"2022\",\"unite\":\"U31\",\"note\":12}]", "U31 est donnée 2 fois")]
    [InlineData("\"reponses\":{\"permis\":true}", "ne pose pas cette question")]
    [InlineData("\"reponses\":{\"rqth\":true}", "écrivez-la là")]
    public void Un_contenu_impossible_est_une_phrase_et_ne_perd_pas_les_autres(string propriete, string fragment)
    {
        var reponse = Repondre($"[{Minimal},{{\"id\":\"b\",\"campagne\":\"nancy-metz-bac-pro-2024\",{propriete}}},{Minimal}]").AsArray();
        reponse.Should().HaveCount(3);
        reponse[1]!.AsObject().Select(p => p.Key).Should().Equal("id", "erreur");
        reponse[1]!["erreur"]!.GetValue<string>().Should().Contain(fragment);
        reponse[0]!["recevable"]!.GetValue<string>().Should().Be("A_EXAMINER");
        reponse[2]!["recevable"]!.GetValue<string>().Should().Be("A_EXAMINER");
    }

    [Fact]
    public void Un_objet_repond_un_objet_avec_toutes_les_proprietes_du_contrat()
    {
        var reponse = Repondre(Minimal);
        reponse.AsObject().Select(p => p.Key).Should().Equal("id", "campagne", "recevable", "pieces", "decisions", "alertes", "questions", "ecartees");
        reponse["pieces"]![0]!.AsObject().Select(p => p.Key).Should().StartWith(["code", "libelle", "motif", "source", "etat"]);
        reponse["decisions"]![0]!.AsObject().Select(p => p.Key).Should().Equal("code", "valeur", "phrase", "fondement", "questions");
    }

    [Fact]
    public void Une_campagne_que_l_appelant_a_lue_sert_sous_le_nom_qu_il_lui_donne() =>
        Repondre("""{"campagne":"/tmp/ma-campagne.json"}""", nom => nom == "/tmp/ma-campagne.json" ? Reims : null)["campagne"]!.GetValue<string>().Should().Be("reims-bac-pro-2015");

    [Fact]
    public void Une_reponse_a_une_question_de_la_campagne_est_verifiee_puis_employee()
    {
        var campagne = LectureCampagne.Lire(CampagnesLivrees.Fichiers.Single(f => f.Fichier == "nancy-metz-bac-pro-2024.json").Texte
            .Replace("\"questions\": [", "\"questions\": [ { \"code\": \"langue\", \"libelle\": \"Quelle langue ?\", \"type\": \"CHOIX\", \"choix\": [ { \"code\": \"ANG\", \"libelle\": \"Anglais\" }, { \"code\": \"BRE\", \"libelle\": \"Breton\" } ] },", StringComparison.Ordinal)
            .Replace("\"pieces\": [", "\"pieces\": [ { \"code\": \"AUTRE_LANGUE\", \"libelle\": \"Demande de langue\", \"motif\": \"Langue rare.\", \"si\": { \"reponse\": \"langue\", \"parmi\": \"BRE\" }, \"source\": \"notice\" },", StringComparison.Ordinal));
        campagne.Erreurs.Should().BeEmpty();
        string? Etat(string reponse) => Repondre($$"""{"campagne":"c"{{reponse}}}""", _ => campagne.Campagne)["pieces"]!.AsArray().SingleOrDefault(p => p!["code"]!.GetValue<string>() == "AUTRE_LANGUE")?["etat"]!.GetValue<string>();
        Etat(",\"reponses\":{\"langue\":\"BRE\"}").Should().Be("REQUISE");
        Etat(",\"reponses\":{\"langue\":\"ANG\"}").Should().BeNull();
        Etat("").Should().Be("A_PRECISER");
        Repondre("""{"campagne":"c","reponses":{"langue":"LAT"}}""", _ => campagne.Campagne)["erreur"]!.GetValue<string>().Should().Contain("ANG, BRE");
        Repondre("""{"campagne":"c","reponses":{"langue":true}}""", _ => campagne.Campagne)["erreur"]!.GetValue<string>().Should().Contain("CHOIX");
    }

    [Theory]
    [InlineData("\"specialite\":\"4002521X\"", "specialite : « 4002521X » n'est pas un code de formation-diplôme, huit chiffres comme « 40025214 ».")]
    [InlineData("\"naissance\":\"hier\"", "naissance : « hier » n'est pas une date, écrivez par exemple « 2023-12-09 ».")]
    [InlineData("\"envoi\":{\"cachet\":\"hier\"}", "envoi.cachet : « hier » n'est pas une date, écrivez par exemple « 2023-12-09 ».")]
    [InlineData("\"envoi\":{\"empechees\":[\"AUTRE_PHOTO\"]}", "envoi : « AUTRE_PHOTO » n'est pas une pièce de la campagne nancy-metz-bac-pro-2024.")]
    [InlineData("\"anneesExperience\":80.5", "anneesExperience : 80.5 n'est pas un nombre de 0 à 80.")]
    public void La_phrase_nomme_la_propriete_fautive(string propriete, string phrase)
    {
        foreach (var liste in new[] { $"{{\"campagne\":\"nancy-metz-bac-pro-2024\",{propriete}}}", $"[{{\"campagne\":\"nancy-metz-bac-pro-2024\",{propriete}}}]" })
            (Repondre(liste) is JsonArray tableau ? tableau[0]! : Repondre(liste))["erreur"]!.GetValue<string>().Should().Be(phrase);
    }

    [Theory]
    [InlineData("\"anneesExperience\":80")]
    [InlineData("\"anneesExperience\":0")]
    [InlineData("\"envoi\":{\"empechees\":[\"PIECE_IDENTITE\"],\"manquantes\":[\"PIECE_IDENTITE\"]}")]
    public void Ce_qui_est_juste_a_la_limite_se_juge(string propriete) =>
        Repondre($"{{\"campagne\":\"nancy-metz-bac-pro-2024\",{propriete}}}").AsObject().ContainsKey("recevable").Should().BeTrue();

    [Fact]
    public void Une_piece_propre_a_la_campagne_peut_manquer()
    {
        var campagne = NancyMetz with { Pieces = [.. NancyMetz.Pieces, NancyMetz.Pieces[0] with { Code = "AUTRE_PHOTO" }] };
        Repondre("""{"campagne":"c","envoi":{"manquantes":["AUTRE_PHOTO"]}}""", _ => campagne)["pieces"]!.AsArray().Single(p => p!["code"]!.GetValue<string>() == "AUTRE_PHOTO")!["etat"]!.GetValue<string>().Should().Be("MANQUANTE");
    }

    [Fact]
    public void Le_verdict_garde_l_identifiant_et_dit_le_texte_et_la_phrase_de_chaque_alerte()
    {
        Repondre("""{"id":12,"campagne":"nancy-metz-bac-pro-2024"}""")["id"]!.ToString().Should().Be("12");
        var reponse = Repondre("""{"id":"a","campagne":"nancy-metz-bac-pro-2024","inscritLe":"2023-11-20T14:00","naissance":"2007-03-03","signatures":{"candidat":false}}""");
        reponse["alertes"]!.AsArray().Single(a => a!["code"]!.GetValue<string>() == "MINEUR" || a["code"]!.GetValue<string>() == "DOSSIER_DE_SPECIALITE")!["phrase"]!.GetValue<string>().Should().NotBeEmpty();
        var signature = reponse["decisions"]!.AsArray().Single(d => d!["code"]!.GetValue<string>() == "SIGNATURE")!;
        signature["valeur"]!.GetValue<string>().Should().Be("MANQUANTE");
        signature["fondement"]!.AsObject().Select(p => p.Key).Should().Equal("texte", "article", "version", "verification");
        signature["fondement"]!["texte"]!.GetValue<string>().Should().StartWith("Notice d'inscription");
    }

    [Fact]
    public void La_propriete_du_profil_l_emporte_sur_une_reponse_du_meme_nom() =>
        new Profil { Rqth = true, Reponses = new Dictionary<string, Reponse> { ["rqth"] = new Reponse.OuiNon(false) } }.Reponse("rqth").Should().Be(new Reponse.OuiNon(true));

    [Theory]
    [InlineData("UF1", true)]
    [InlineData("UF12", true)]
    [InlineData("UF", false)]
    [InlineData("UF1A", false)]
    [InlineData("LV3", false)]
    [InlineData("G", false)]
    public void Un_choix_facultatif_sans_liste_est_une_unite_du_reglement(string code, bool unite) => ChoixFacultatif.Lire(code).EstUnite.Should().Be(unite);

    [Theory]
    [InlineData("LANGUE:italien")]
    [InlineData("MOBILITE")]
    public void Un_choix_facultatif_s_ecrit_comme_il_se_lit(string texte) => ChoixFacultatif.Lire(texte).ToString().Should().Be(texte);
}
