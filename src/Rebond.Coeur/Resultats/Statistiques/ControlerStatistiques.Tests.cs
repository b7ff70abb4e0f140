using System.Text;
using AwesomeAssertions;
using Rebond.Coeur.Resultats.Statistiques;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats.Statistiques;

public sealed class ControlerStatistiquesTests
{
    private static ControlerStatistiques.Fichier Fichier(params string[] chemin) => new(Depot.Jeux(chemin), File.OpenRead(Depot.Jeux(chemin)));

    private static ControlerStatistiques.Fichier Texte(string nom, string contenu) => new(nom, new MemoryStream(Encoding.UTF8.GetBytes(contenu)));

    private static ControlerStatistiques.FichierControle Controler(string nom, string contenu, int? session = null) =>
        ControlerStatistiques.Executer(new([Texte(nom, contenu)], session)).Fichiers.Single();

    private static ControlerStatistiques.Reponse Dossier2020(bool offre = false) => ControlerStatistiques.Executer(new(
        [.. Directory.GetFiles(Depot.Jeux("session-2020-aix-marseille"), "*.csv").Order().Select(f => new ControlerStatistiques.Fichier(f, File.OpenRead(f)))],
        Offre: offre ? Fichier("session-2020-aix-marseille", "offre_departements.csv") : null));

    [Fact]
    public void La_synthese_de_2020_livre_ses_quatre_erreurs_et_aucune_autre()
    {
        var synthese = Dossier2020().Fichiers.Single(f => f.Fichier.EndsWith("synthese_departements.csv", StringComparison.Ordinal));
        synthese.Incoherences.Select(i => (i.Ligne, i.Colonne, i.Imprime, i.Calcule)).Should().BeEquivalentTo(new (int, string?, object?, object?)[]
        {
            (6, "imprime_13", 11741, 22705), (6, "imprime_total", 32199, 21235), (8, "imprime_13", 28210, 39174), (8, "imprime_total", 55712, 44748),
        });
        synthese.Incoherences.Single(i => i.Imprime is 11741).Phrase.Should().Contain("en soustrayant « Bac professionnel »");
        synthese.Incoherences.Single(i => i.Imprime is 28210).Phrase.Should().Contain("reprend l'erreur de « Total bacs »");
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Les_colonnes_13_et_05_du_bac_pro_et_les_trois_valeurs_deplacees_sont_trouvees(bool offre)
    {
        var pro = Dossier2020(offre).Fichiers.Single(f => f.Fichier.EndsWith("bac_pro_specialites_departements.csv", StringComparison.Ordinal));
        pro.Incoherences.Where(i => i.Code == "TOTAL_COLONNE").Select(i => (i.Colonne, i.Imprime, i.Calcule)).Should().BeEquivalentTo(new (string?, object?, object?)[]
        {
            ("imprime_13", 5482, 5376), ("imprime_05", 365, 471),
        });
        var deplacement = pro.Propositions.Should().ContainSingle().Subject;
        (deplacement.De, deplacement.Vers, deplacement.AppuyeParOffre).Should().Be(("imprime_05", "imprime_13", offre ? true : null));
        deplacement.Valeurs.Select(v => v.Valeur).Should().BeEquivalentTo([16, 46, 44]);
    }

    [Fact]
    public void Des_nombres_demesures_et_un_tableau_sans_fin_sont_dits_et_ne_font_pas_tomber()
    {
        Controler("t.csv", "code;libelle;013;084;total\nES;x;2147483647;2147483647;10\n").Incoherences.Where(i => i.Code == "EFFECTIF_INVALIDE").Select(i => i.Colonne).Should().Equal("013", "084");

        var long3000 = Controler("t.csv", "code;libelle;013;084;total\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"C{i};x;1000000;0;1000000\n")) + "TOTAL;Total;1;1;1\n");
        long3000.Incoherences.Should().Contain(i => i.Code == "TABLEAU_TROP_LONG");
    }

    [Fact]
    public void Le_code_ouvert_en_2021_est_signale_et_remplace()
    {
        var pro = Dossier2020().Fichiers.Single(f => f.Fichier.EndsWith("bac_pro_specialites_departements.csv", StringComparison.Ordinal));
        pro.Incoherences.Should().ContainSingle(i => i.Code == "SPECIALITE_HORS_SESSION").Which.Should().Match<Incoherence>(i => (string?)i.Imprime == "40025411" && (string?)i.Calcule == "40025409");
    }

    [Fact]
    public void Les_libelles_fautifs_sont_a_regarder_et_ne_font_pas_echouer()
    {
        var douteux = Dossier2020().Fichiers.SelectMany(f => f.Incoherences).Where(i => i.Code == "LIBELLE_DOUTEUX").ToList();
        douteux.Select(i => (string?)i.Imprime).Should().Contain(["Aménagement option systèmes", "Méiers de l’électricité et environnement connecté", "Conducteur transport routier marchandisage", "Boulangerie-Patisserie", "Maintenance automobile Option : motocycles"])
            .And.NotContain(["Cuisine", "Travaux publics", "Technicien d'usinage", "Gestion administration", "Hygiène propreté"]);
        douteux.Should().OnlyContain(i => i.Gravite == GraviteIncoherence.Avertissement);
    }

    [Fact]
    public void Les_tables_de_series_de_2020_sont_justes() =>
        Dossier2020().Fichiers.Where(f => f.Fichier.Contains("series", StringComparison.Ordinal) || f.Fichier.Contains("anticipees", StringComparison.Ordinal))
            .Should().HaveCount(3).And.OnlyContain(f => f.Type == "EFFECTIFS" && f.Incoherences.Count == 0);

    [Fact]
    public void Le_fichier_national_de_2021_est_coherent()
    {
        var reponse = ControlerStatistiques.Executer(new([Fichier("resultats", "baccalaureat_par_academie_2021.csv")]));
        reponse.EstCoherente.Should().BeTrue();
        reponse.Fichiers.Single().Should().Match<ControlerStatistiques.FichierControle>(f => f.Type == "RESULTATS_PUBLICS" && f.Lignes == 8407 && f.Incoherences.Count == 0);
    }

    // nombre_de_presents, …_1er_groupe, etc.: each column spoilt once on a sound row.
    [Theory]
    [InlineData(7, "2", "PRESENTS_INSCRITS")]
    [InlineData(8, "9", "PRESENTS")]
    [InlineData(9, "9", "PRESENTS")]
    [InlineData(11, "3", "SECOND_GROUPE")]
    [InlineData(14, "7", "ADMIS_TOTAUX")]
    [InlineData(18, "4", "MENTIONS")]
    [InlineData(20, "9", "REFUSES_TOTAUX")]
    [InlineData(16, "-1", "EFFECTIF_INVALIDE")]
    [InlineData(16, "1.5", "EFFECTIF_INVALIDE")]
    [InlineData(16, "", "EFFECTIF_INVALIDE")]
    public void Chaque_identite_comptable_fausse_est_vue(int colonne, string valeur, string code)
    {
        var lignes = File.ReadLines(Depot.Jeux("resultats", "baccalaureat_par_academie_2021.csv")).Take(2).ToArray();
        var cellules = lignes[1].Split(';');
        cellules[colonne] = valeur;
        var controle = Controler("faux.csv", $"{lignes[0]}\n{string.Join(';', cellules)}\n");
        controle.Incoherences.Select(i => i.Code).Should().Contain(code);
        controle.Incoherences.Should().OnlyContain(i => i.Ligne == 2 && i.Colonne != null);
    }

    [Fact]
    public void Plusieurs_deplacements_possibles_sont_tous_proposes()
    {
        var controle = Controler("t.csv", "code;libelle;13;05;total\nA;a;;10;10\nB;b;;10;10\nC;c;5;;5\nTOTAL;imprimé;15;10;25\n");
        controle.Propositions.Select(p => p.Valeurs.Single().Libelle).Should().Equal("a", "b");
    }

    [Fact]
    public void Une_ligne_ou_un_total_faux_est_place()
    {
        var controle = Controler("t.csv", "code;libelle;13;05;total\nA;a;1;2;4\nB;b;3;4;7\nTOTAL;imprimé;4;6;10\n");
        controle.Incoherences.Select(i => (i.Ligne, i.Colonne, i.Code, i.Imprime, i.Calcule)).Should().BeEquivalentTo(new (int, string?, string, object?, object?)[] { (2, "total", "TOTAL_LIGNE", 4, 3), (4, "total", "TOTAL_COLONNE", 10, 11) });
    }

    [Fact]
    public void Deux_fichiers_qui_se_contredisent_sont_rapproches()
    {
        var reponse = ControlerStatistiques.Executer(new(
        [
            Texte("synthese.csv", "code;libelle;13;05;total\nBCG;Bac général;5;2;7\nBTN;Bac technologique;1;1;2\nBACS;Total bacs;6;3;9\n"),
            Texte("general.csv", "code;libelle;13;05;total\nES;es;2;1;3\nS;s;2;1;3\nTOTAL;imprimé;4;2;6\n"),
        ]));
        reponse.Fichiers[0].Incoherences.Select(i => (i.Code, i.Colonne, i.Imprime, i.Calcule)).Should().BeEquivalentTo(new (string, string?, object?, object?)[] { ("TOTAL_AUTRE_FICHIER", "13", 5, 4), ("TOTAL_AUTRE_FICHIER", "total", 7, 6) });
    }

    [Fact]
    public void Un_code_inconnu_est_signale() =>
        Controler("t.csv", "code;libelle;formation_diplome;13;05;total\nX;Cuisine;40012345;1;1;2\n").Incoherences.Should().ContainSingle(i => i.Code == "SPECIALITE_INCONNUE");

    [Fact]
    public void Un_fichier_d_une_autre_nature_n_est_pas_reconnu() => Controler("t.csv", "a;b\n1;2\n").Type.Should().Be("NON_RECONNU");
}
