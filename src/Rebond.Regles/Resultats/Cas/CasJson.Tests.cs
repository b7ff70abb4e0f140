using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
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
        CasJson.Repondre(CasJson.Lire(Cas.Replace("\"a\"", recu, StringComparison.Ordinal))).ReplaceLineEndings("").Should().StartWith($"{{  \"id\": {rendu},");

    [Theory]
    [InlineData("""{"semaines":22.0}""", true)]
    [InlineData("""{"semaines":22}""", true)]
    [InlineData("""{"semaines":2147483648}""", false)]
    [InlineData("""{"semaines":-2147483649}""", false)]
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
    public void Le_plus_grand_entier_est_un_contenu_refuse_et_pas_une_faute_de_forme()
    {
        foreach (var semaines in new[] { "2147483647", "-2147483648" })
            CasJson.Lire(Cas.Replace("\"unites\":{}", $"\"unites\":{{}},\"pfmp\":{{\"semaines\":{semaines}}}", StringComparison.Ordinal)).Cas.Single().Erreurs.Should().ContainSingle().Which.Should().Contain("n'est pas un nombre de semaines");
    }

    [Fact]
    public void La_reponse_porte_les_raisons_les_etapes_et_la_bascule_en_entier()
    {
        var cas = """{"id":"a","examen":"BAC_PRO","session":"2019-06","reglement":"GA-2012","pfmp":{"semaines":22,"valide":true},"livretExamine":true,"unites":{"U11":{"note":10},"U12":{"note":9.5},"U2":{"note":10},"U31":{"note":10},"U32":{"note":10},"U33":{"note":10},"U34":{"note":10},"U41":{"note":10},"U42":{"note":10},"U51":{"note":10},"U52":{"note":10},"U6":{"note":10},"U7":{"etat":"DISPENSE"}}}""";
        var reponse = JsonNode.Parse(CasJson.Repondre(CasJson.Lire(cas)))!;
        reponse["motifs"]![0]!.ToJsonString(s_lisible).Should().Be("""{"code":"MOYENNE_ENTRE_8_ET_10","phrase":"Moyenne de 9,98 (259,5/26), au moins 8 et moins de 10.","fondement":{"texte":"code de l'éducation","article":"D337-78","version":"2009-02-12","verification":"VERIFIE"}}""");
        reponse["etapes"]![1]!.ToJsonString(s_lisible).Should().Be("""{"libelle":"U12 Mathématiques","valeur":"9,5 × 1 = 9,5"}""");
        reponse["bascule"]!.ToJsonString(s_lisible).Should().Be("""{"phrase":"0,5 point de plus en U11 (10,5 au lieu de 10) donnerait une autre décision : admis.","unites":{"U11":10.5},"decision":"ADMIS"}""");
        reponse["moyenne"]!.ToJsonString().Should().Be("""{"exacte":"259.5/26","affichee":"9,98"}""");
        (reponse["pointsManquants"]!.GetValue<string>(), reponse["provisoire"]!.GetValue<bool>(), reponse["simulation"]!.GetValue<bool>()).Should().Be(("0.5", false, false));
        reponse["unitesAcquises"]!.AsArray().Should().HaveCount(11);
    }

    private static readonly System.Text.Json.JsonSerializerOptions s_lisible = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("\"session\":\"2019-06\"", "\"session\":2019", "$.session : un texte est attendu.")]
    [InlineData("\"unites\":{}", "\"unites\":{\"U11\":{\"note\":\"12\"}}", "$.unites.U11.note : un nombre est attendu.")]
    [InlineData("\"unites\":{}", "\"unites\":{},\"livretExamine\":\"oui\"", "$.livretExamine : true ou false est attendu.")]
    [InlineData("\"unites\":{}", "\"unites\":{},\"pfmp\":{\"valide\":1}", "$.pfmp.valide : true ou false est attendu.")]
    [InlineData("\"unites\":{}", "\"unites\":{},\"pfmp\":{\"semaines\":\"22\"}", "$.pfmp.semaines : un nombre entier est attendu.")]
    [InlineData("\"unites\":{}", "\"unites\":{},\"controle\":[]", "$.controle : un objet est attendu.")]
    public void Une_nature_inattendue_est_nommee(string avant, string apres, string phrase) =>
        CasJson.Lire(Cas.Replace(avant, apres, StringComparison.Ordinal)).MauvaisUsage.Should().StartWith(phrase);

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"id\": }", 2, 9)]
    public void Une_faute_de_JSON_a_sa_ligne_et_sa_colonne(string json, int ligne, int colonne)
    {
        var lecture = CasJson.Lire(json);
        lecture.MauvaisUsage.Should().Be($"ce n'est pas du JSON (ligne {ligne}, colonne {colonne}).");
        lecture.EstTableau.Should().BeFalse();
    }

    /// <summary>La place est retrouvée par-dessus des objets et des tableaux déjà fermés.</summary>
    [Theory]
    [InlineData("[\n {0},\n {0},\n  {1}]", 4, 3)]
    [InlineData("[{0},[1,[2,3],{\"x\":4}],\n   {1}]", 1, 0)]
    public void Un_cas_impossible_a_la_place_de_son_debut(string gabarit, int ligne, int colonne)
    {
        var json = gabarit.Replace("{0}", Cas, StringComparison.Ordinal).Replace("{1}", Cas.Replace("GA-2012", "INCONNUE", StringComparison.Ordinal), StringComparison.Ordinal);
        var lecture = CasJson.Lire(json);
        if (colonne == 0)
        {
            lecture.MauvaisUsage.Should().StartWith("$[1] : un objet est attendu.").And.EndWith($"(ligne 1, colonne {Cas.Length + 3})");
            return;
        }
        lecture.Cas.Select(c => c.Position).Should().Equal((0, 0), (0, 0), (ligne, colonne));
        lecture.Cas[2].Erreurs.Single().Should().StartWith("reglement : ");
    }

    [Fact]
    public void Une_propriete_fautive_est_placee_au_fond_du_dernier_cas()
    {
        var complet = Cas.Replace("\"unites\":{}", "\"unites\":{\"U11\":{\"note\":1},\"U12\":{\"etat\":\"ABSENT\"}},\"controle\":{\"notes\":{}},\"pfmp\":{\"semaines\":3}", StringComparison.Ordinal);
        var fautif = complet.Replace("\"pfmp\":{", "\n \"pfmp\":{\"truc\":1,", StringComparison.Ordinal);
        CasJson.Lire($"[{complet},{complet},\n{fautif}]").MauvaisUsage.Should().StartWith("$[2].pfmp.truc : propriété inconnue.").And.EndWith("(ligne 3, colonne 10)");
        CasJson.Lire($"[{complet},\n{complet.Replace("\"U12\":{\"etat\"", "\"U12\":{\"etta\"", StringComparison.Ordinal)}]").MauvaisUsage.Should().StartWith("$[1].unites.U12.etta").And.Contain("(ligne 2, ");
    }

    [Fact]
    public void Ce_qui_ne_se_lit_pas_est_dit_avant_ce_qui_ne_convient_pas()
    {
        var lecture = CasJson.Lire(Cas.Replace("\"unites\":{}", "\"unites\":{\"U11\":{\"note\":21},\"U98\":{\"note\":3}}", StringComparison.Ordinal));
        lecture.Cas.Single().Erreurs.Should().ContainSingle().Which.Should().StartWith("unites.U11.note : 21 ");
        var second = CasJson.Lire($"[{Cas},{Cas.Replace("\"unites\":{}", "\"unites\":{\"U11\":{\"note\":21}}", StringComparison.Ordinal)}]").Cas[1];
        second.Erreurs.Single().Should().StartWith("unites.U11.note : 21 ", "le cas est nommé à part");
        (second.Chemin, second.Dossier).Should().Be(("$[1]", null));
    }

    [Theory]
    [InlineData("""{"U11":{"etat":"NOTEE","note":12,"conservee":"2018-06"}}""")]
    [InlineData("""{"U11":{"etat":"ABSENT","conservee":"2018-06"}}""")]
    [InlineData("""{"U11":{"etat":"CONSERVEE","note":12}}""")]
    [InlineData("""{"U11":{"note":12,"conservee":"hier"}}""")]
    [InlineData("""{"U11":{"note":12,"etat":"HIER"}}""")]
    public void Une_unite_impossible_n_a_qu_une_phrase(string unites) =>
        CasJson.Lire(Cas.Replace("{}", unites, StringComparison.Ordinal)).Cas.Single().Erreurs.Should().ContainSingle().Which.Should().StartWith("unites.U11");

    [Fact]
    public void Ce_qui_est_nul_n_est_pas_donne()
    {
        var dossier = CasJson.Lire(Cas.Replace("\"unites\":{}", "\"unites\":{\"U11\":null,\"U12\":{\"etat\":\"NON_NOTEE\",\"note\":null}},\"facultatives\":null,\"chefDoeuvre\":null,\"pfmp\":{\"semaines\":null},\"controle\":{\"notes\":null}", StringComparison.Ordinal)).Cas.Single().Dossier!;
        dossier.Unites["U11"].Should().Be(EtatUnite.NonNotee);
        dossier.Unites["U12"].Should().Be(EtatUnite.NonNotee);
        (dossier.ChefDoeuvre, dossier.Pfmp, dossier.Controle).Should().Be((null, new Pfmp(null, null), new EpreuveControle(null, null, null)));
    }

    [Fact]
    public void Le_chef_d_oeuvre_est_une_note_ou_un_objet_qui_la_porte()
    {
        foreach (var chef in new[] { "12.5", "{\"note\":12.5}" })
            CasJson.Lire(Cas.Replace("\"unites\":{}", $"\"unites\":{{}},\"chefDoeuvre\":{chef}", StringComparison.Ordinal)).Cas.Single().Dossier!.ChefDoeuvre.Should().Be(Note.De(12.5m));
    }

    [Fact]
    public void En_GT_le_libelle_vaut_le_code_jusque_dans_les_notes_du_second_groupe()
    {
        var cas = """{"examen":"BAC_GENERAL","session":"2020-06","reglement":"S","unites":{},"controle":{"notes":{"Philosophie":12}},"remplacement":{"autorise":true,"notes":{"Mathématiques":12}}}""";
        var dossier = CasJson.Lire(cas).Cas.Single().Dossier!;
        dossier.Controle!.Notes!.Keys.Should().Equal("PHILOSOPHIE");
        dossier.Remplacement!.Notes.Keys.Should().Equal("MATHEMATIQUES");
    }

    [Fact]
    public void Une_specialite_se_donne_par_son_nom_ou_par_son_unite_ou_par_les_deux()
    {
        static CasLu Lire(string specialite, string unites) => CasJson.Lire($$"""{"examen":"BAC_GENERAL","session":"2020-06","reglement":"S",{{specialite}}"unites":{{unites}}}""").Cas.Single();
        const string Isn = "S/INFORMATIQUE_ET_SCIENCES_DU_NUMERIQUE";
        const string Nom = "\"specialite\":\"Informatique et sciences du numérique\",";
        const string Unite = "{\"INFORMATIQUE_ET_SCIENCES_DU_NUMERIQUE\":{\"note\":12}}";
        Lire(Nom, "{}").Dossier!.Reglement.Id.Should().Be(Isn);
        Lire("", Unite).Dossier!.Reglement.Id.Should().Be(Isn);
        Lire(Nom, Unite).Dossier!.Reglement.Id.Should().Be(Isn);
        Lire("\"specialite\":\"Astrologie\",", "{}").Erreurs.Single().Should().Contain("« Astrologie »").And.Contain("MATHEMATIQUES");
        CasJson.Lire(Cas.Replace("\"unites\":{}", "\"unites\":{},\"specialite\":\"Mathématiques\"", StringComparison.Ordinal)).Cas.Single().Erreurs.Single().Should().Contain("n'a pas de spécialité à choisir");
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

    /// <summary>Une unité se nomme par son code ou par son intitulé ; les deux à la fois sont une faute.</summary>
    [Fact]
    public void Une_unite_se_nomme_par_son_code_ou_son_intitule_pas_les_deux()
    {
        LectureCas Lire(string unites) => CasJson.Lire(Cas.Replace("\"unites\":{}", $"\"unites\":{{{unites}}}", StringComparison.Ordinal));
        Lire("\"Mathématiques\":{\"note\":12}").Cas.Single().Dossier!.Unites.Keys.Should().Equal("U12");
        Lire("\"U12\":{\"note\":12},\"Mathématiques\":{\"note\":13}").Cas.Single().Erreurs.Should().Equal("unites.Mathématiques : l'unité U12 est donnée deux fois.");
    }
}
