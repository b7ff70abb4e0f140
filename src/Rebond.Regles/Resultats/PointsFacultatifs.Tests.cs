using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class PointsFacultatifsTests
{
    [Theory]
    [InlineData(0, "270/27")]
    [InlineData(9.5, "270/27")]
    [InlineData(10, "270/27")]
    [InlineData(10.5, "270.5/27")]
    [InlineData(20, "280/27")]
    public void Seuls_les_points_au_dessus_de_dix_s_ajoutent_une_fois(double note, string moyenne) =>
        Resultat.Decider(Donnees.UnBacPro(2019, 10).Facultative("UF1", (decimal)note)).Moyenne.Exacte.Should().Be(moyenne);

    [Fact]
    public void Une_absence_a_l_epreuve_facultative_ne_fait_rien()
    {
        foreach (var etat in new[] { EtatUnite.Absent, EtatUnite.AbsentJustifie, EtatUnite.Dispense, EtatUnite.NonNotee })
        {
            var dossier = Donnees.UnBacPro(2019, 10) with { Facultatives = new Dictionary<string, EtatUnite> { ["UF1"] = etat } };
            Resultat.Decider(dossier).Should().Be(Resultat.Decider(Donnees.UnBacPro(2019, 10)));
            var gt = Donnees.UnGt(2020, 10) with { Facultatives = new Dictionary<string, EtatUnite> { ["PREMIERE_OPTION"] = etat } };
            Resultat.Decider(gt).Should().Be(Resultat.Decider(Donnees.UnGt(2020, 10)));
        }
    }

    [Fact]
    public void En_2020_l_epreuve_ponctuelle_n_a_pas_de_note_mais_la_note_conservee_compte()
    {
        var ponctuelle = Resultat.Conclure(Donnees.UnBacPro(2020, 10).Facultative("UF1", 20));
        ponctuelle.Moyenne!.Value.Exacte.Should().Be("270/27");
        ponctuelle.Motifs.Single(m => m.Code == "FACULTATIVE_NON_PRISE_EN_COMPTE_2020").Fondement.Should().Be(PointsFacultatifs.Session2020);
        ponctuelle.Etapes.Should().ContainSingle(e => e.Libelle.StartsWith("UF1", StringComparison.Ordinal)).Which.Valeur.Should().Be("20 : épreuve facultative ponctuelle, sans note à la session 2020");
        var absente = Resultat.Conclure(Donnees.UnBacPro(2020, 10) with { Facultatives = new Dictionary<string, EtatUnite> { ["UF1"] = EtatUnite.Absent } });
        absente.Etapes.Should().ContainSingle(e => e.Libelle.StartsWith("UF1", StringComparison.Ordinal)).Which.Valeur.Should().Be("épreuve facultative sans note : aucun effet");
        absente.CodesMotifs().Should().NotContain("FACULTATIVE_NON_PRISE_EN_COMPTE_2020");
        foreach (var annee in new[] { 2019, 2021 })
            Resultat.Decider(Donnees.UnBacPro(annee, 10).Facultative("UF1", 20)).Moyenne.Exacte.Should().Be("280/27");
        var conservee = Donnees.UnBacPro(2020, 10) with { Facultatives = new Dictionary<string, EtatUnite> { ["UF1"] = EtatUnite.Conservee(Note.Vingt, SessionExamen.Juin(2019)) } };
        Resultat.Decider(conservee).Moyenne.Exacte.Should().Be("280/27");
    }

    [Fact]
    public void En_2020_l_epreuve_facultative_en_CCF_garde_sa_note()
    {
        var table = Reglements.Chercher("GA-2012")!;
        var ccf = table with { Facultatives = [table.Facultatives[0] with { Modes = new ModesEvaluation("CCF", "ponctuel_oral", null) }] };
        var dossier = (Donnees.UnBacPro(2020, 10) with { Reglement = ccf }).Facultative("UF1", 20);
        Resultat.Decider(dossier).Moyenne.Exacte.Should().Be("280/27", "colonne A, CCF");
        Resultat.Decider(dossier with { Categorie = Categorie.EnseignementDistance }).Moyenne.Exacte.Should().Be("270/27", "colonne B, ponctuelle");
        Resultat.Decider(dossier with { Categorie = Categorie.FormationContinue }).Moyenne.Exacte.Should().Be("280/27", "colonne C, la table ne dit rien");
        Resultat.Decider(dossier with { Colonne = Colonne.B }).Moyenne.Exacte.Should().Be("270/27", "la colonne donnée passe avant la catégorie");
    }

    [Theory]
    [InlineData(2009, 1)]
    [InlineData(2014, 1)]
    [InlineData(2015, 2)]
    [InlineData(2026, 2)]
    public void Une_epreuve_facultative_jusqu_en_2014_deux_ensuite(int annee, int maximum)
    {
        var table = Reglements.Chercher("GA-2012")!;
        var trois = table with { Facultatives = [.. new[] { "UF1", "UF2", "UF3" }.Select(code => table.Facultatives[0] with { Code = code })] };
        for (var nombre = 1; nombre <= 3; nombre++)
        {
            var dossier = Donnees.UnBacPro(annee) with { Reglement = trois, Facultatives = trois.Facultatives.Take(nombre).ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.De(12))) };
            ControleDossier.Anomalies(dossier).Should().HaveCount(nombre > maximum ? 1 : 0, $"{nombre} à la session {annee}");
        }
    }

    [Fact]
    public void Le_GT_de_2020_multiplie_par_le_coefficient_de_l_option()
    {
        var depart = Resultat.Decider(Donnees.UnGt(2020, 10)).Moyenne;
        Resultat.Decider(Donnees.UnGt(2020, 10).Facultative("PREMIERE_OPTION", 13)).Moyenne.Should().Be(depart with { Points = depart.Points + (2 * 3 * 200) });
        Resultat.Decider(Donnees.UnGt(2020, 10).Facultative("PREMIERE_OPTION_LATIN_OU_GREC", 13)).Moyenne.Should().Be(depart with { Points = depart.Points + (3 * 3 * 200) });
        Resultat.Decider(Donnees.UnGt(2020, 10).Facultative("DEUXIEME_OPTION", 13)).Moyenne.Should().Be(depart with { Points = depart.Points + (3 * 200) });
        Resultat.Decider(Donnees.UnGt(2020, 10).Facultative("PREMIERE_OPTION", 5)).Moyenne.Should().Be(depart);
    }

    [Fact]
    public void Le_GT_de_2020_a_deux_options_dont_une_seule_premiere()
    {
        static DossierExamen Avec(params string[] options) => options.Aggregate(Donnees.UnGt(2020), (dossier, option) => dossier.Facultative(option, 12));
        ControleDossier.Anomalies(Avec("PREMIERE_OPTION", "DEUXIEME_OPTION")).Should().BeEmpty();
        ControleDossier.Anomalies(Avec("PREMIERE_OPTION", "PREMIERE_OPTION_LATIN_OU_GREC")).Should().ContainSingle().Which.Should().Contain("première option");
        ControleDossier.Anomalies(Avec("PREMIERE_OPTION", "PREMIERE_OPTION_LATIN_OU_GREC", "DEUXIEME_OPTION")).Should().ContainSingle();
    }

    [Fact]
    public void Depuis_2022_une_option_du_GT_compte_en_entier_et_elargit_le_total()
    {
        var depart = Resultat.Decider(Donnees.UnGt(2023, 10, "BG-2022")).Moyenne;
        Resultat.Decider(Donnees.UnGt(2023, 10, "BG-2022").Facultative("OPTION_PREMIERE", 6)).Moyenne.Should().Be(new Moyenne(depart.Points + (2 * 6 * 200), depart.Coefficients + 4));
    }
}
