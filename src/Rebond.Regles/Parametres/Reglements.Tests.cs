using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Parametres;

public sealed class ReglementsTests
{
    public static TheoryData<string> Tables => [.. Reglements.Tous.Select(table => table.Id).Take(Donnees.Tirages(150))];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Les_coefficients_font_le_total_imprime(string id)
    {
        var table = Reglements.Chercher(id)!;
        table.Unites.Where(u => u.Obligatoire && !u.PointsAuDessusDe10).Sum(u => u.Coefficient.Valeur).Should().Be(table.TotalImprime!.Value.Valeur);
        table.Unites.Concat(table.Facultatives).Select(u => u.Code).Should().OnlyHaveUniqueItems();
        table.Source.Should().NotBeNullOrWhiteSpace();
        table.Libelle.Should().NotBeNullOrWhiteSpace();
        (table.Unites.Count + table.Facultatives.Count).Should().BeLessThanOrEqualTo(32, "la bascule range une unité par bit");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Chaque_table_du_bac_pro_a_sa_pratique_et_ses_matieres(string id)
    {
        var table = Reglements.Chercher(id)!;
        if (table.Examen != TypeExamen.BacPro)
            return;
        table.Unites.Should().Contain(u => u.PratiqueProfessionnelle).And.Contain(u => u.Domaine == Domaine.Professionnel);
        table.Unites.Where(u => u.PratiqueProfessionnelle).Should().OnlyContain(u => u.Domaine == Domaine.Professionnel);
        foreach (var matiere in new[] { Matiere.Francais, Matiere.HistoireGeographie, Matiere.Mathematiques, Matiere.Eps })
            table.Unites.Where(u => u.Matiere == matiere).Should().ContainSingle($"{id}, {matiere}");
    }

    [Fact]
    public void Une_table_inventee_est_une_simulation()
    {
        Reglements.Tous.Where(t => t.Id.StartsWith("SIM-", StringComparison.Ordinal)).Should().HaveCount(44).And.OnlyContain(t => t.Simulation);
        Reglements.Chercher("STHR")!.Simulation.Should().BeTrue();
        Reglements.Chercher("MELEC-2016")!.Simulation.Should().BeTrue();
        Reglements.Chercher("GA-2012")!.Simulation.Should().BeFalse();
    }

    [Fact]
    public void Les_esquisses_incompletes_sont_ecartees_avec_leur_raison() =>
        Reglements.Ecartees.Select(t => t.Raison.Split(" partial")[0]).Should().Equal(
            "Esquisse incomplète : 0 unités connues, total des coefficients inconnu.", "Esquisse incomplète : 3 unités connues, total des coefficients inconnu.");

    [Theory]
    [InlineData("S", null, 36)]
    [InlineData("S-2020", null, 36)]
    [InlineData("S/MATHEMATIQUES", "MATHEMATIQUES", 38)]
    [InlineData("S/INFORMATIQUE_ET_SCIENCES_DU_NUMERIQUE", "INFORMATIQUE_ET_SCIENCES_DU_NUMERIQUE", 38)]
    [InlineData("S/SCIENCES_DE_L_INGENIEUR/MATHEMATIQUES", "SCIENCES_DE_L_INGENIEUR", 38)]
    [InlineData("S/ECOLOGIE_AGRONOMIE_ET_TERRITOIRES", "ECOLOGIE_AGRONOMIE_ET_TERRITOIRES", 37)]
    [InlineData("S/ECOLOGIE_AGRONOMIE_ET_TERRITOIRES/ECOLOGIE_AGRONOMIE_ET_TERRITOIRES", "ECOLOGIE_AGRONOMIE_ET_TERRITOIRES", 39)]
    [InlineData("ES/SCIENCES_SOCIALES_ET_POLITIQUES", "SCIENCES_ECONOMIQUES_ET_SOCIALES", 36)]
    [InlineData("L/MATHEMATIQUES", "MATHEMATIQUES", 37)]
    [InlineData("L/LANGUE_VIVANTE_1_APPROFONDIE", "LANGUE_VIVANTE_1", 37)]
    public void Une_specialite_change_la_table(string id, string? unite, int total)
    {
        var table = Reglements.Chercher(id)!;
        table.Unites.Where(u => u.Obligatoire && !u.PointsAuDessusDe10).Sum(u => u.Coefficient.Valeur).Should().Be(total);
        if (unite is not null)
            table.Unites.Should().Contain(u => u.Code == unite);
    }

    [Fact]
    public void Le_code_passe_avant_le_libelle_et_l_obligatoire_avant_la_facultative()
    {
        var table = Reglements.Chercher("GA-2012")!;
        var (u11, u12) = (table.Unites[0], table.Unites[1]);
        var ambigue = table with { Unites = [u12 with { Libelle = "U11" }, u11], Facultatives = [table.Facultatives[0] with { Code = "U11" }] };
        ambigue.Unite("U11").Should().BeSameAs(u11);
        ambigue.Unite("Économie-droit").Should().BeSameAs(u11);
        table.Unite("UF1").Should().BeSameAs(table.Facultatives[0]);
        table.Unite("U99").Should().BeNull();
    }

    [Fact]
    public void Le_mode_d_evaluation_suit_la_colonne()
    {
        var modes = new ModesEvaluation("CCF", "ponctuel_ecrit", null);
        (modes.Pour(Colonne.A), modes.Pour(Colonne.B), modes.Pour(Colonne.C)).Should().Be(("CCF", "ponctuel_ecrit", null));
    }

    [Fact]
    public void Une_table_inconnue_n_existe_pas()
    {
        Reglements.Chercher("S/INCONNUE/MATHEMATIQUES").Should().BeNull();
        Reglements.Chercher("GA-2020").Should().BeNull();
        Reglements.Chercher("INCONNUE").Should().BeNull();
        Reglements.Chercher("S/INCONNUE").Should().BeNull();
    }

    /// <summary>Ce que nous avons lu dans le texte, et ce qui reste à vérifier : table par table.</summary>
    [Theory]
    [InlineData("GA-2012", Verification.Verifie)]
    [InlineData("VENTE-2013", Verification.AVerifier)]
    [InlineData("AERO-2013-AVIONIQUE", Verification.AVerifier)]
    [InlineData("MELEC-2016", Verification.AVerifier)]
    [InlineData("SIM-SN", Verification.AVerifier)]
    [InlineData("S", Verification.Verifie)]
    [InlineData("STMG", Verification.Verifie)]
    [InlineData("STHR", Verification.AVerifier)]
    [InlineData("BG-2022", Verification.Verifie)]
    [InlineData("BG-2021", Verification.AVerifier)]
    public void Une_table_dit_si_elle_est_verifiee(string id, Verification verification)
    {
        var table = Reglements.Chercher(id)!;
        table.Verification.Should().Be(verification);
        table.Unites.Where(u => u.Obligatoire).Any(u => u.Verification == Verification.AVerifier).Should().Be(verification == Verification.AVerifier);
    }

    [Theory]
    [InlineData("GA-2012", "Gestion-administration")]
    [InlineData("ASSP-2011-DOM", "Accompagnement, soins et services à la personne (à domicile)")]
    [InlineData("BG-2022", "Baccalauréat général, table 2022")]
    [InlineData("BT-2022", "Baccalauréat technologique, table 2022")]
    [InlineData("S", "Scientifique")]
    public void Une_table_porte_le_nom_de_son_examen_ou_de_sa_specialite(string id, string libelle) => Reglements.Chercher(id)!.Libelle.Should().Be(libelle);

    [Theory]
    [InlineData("S", "NOR MENL9305644A")]
    [InlineData("STMG", "NOR MENL9305641A")]
    public void Une_serie_cite_l_arrete_de_sa_voie(string id, string nor) => Reglements.Chercher(id)!.Source.Should().Contain(nor);

    [Fact]
    public void Chaque_serie_de_2020_a_l_EPS_de_complement_sans_l_exiger()
    {
        foreach (var id in new[] { "ES", "L", "S", "STMG", "ST2S", "STI2D", "STL", "STD2A", "STHR" })
            Reglements.Chercher(id)!.Unites.Where(u => !u.Obligatoire).Should().ContainSingle(id).Which.Should().Match<UniteReglement>(u => u.Libelle == "EPS de complément" && u.Coefficient.Valeur == 2);
    }

    [Fact]
    public void Les_options_du_controle_continu_sont_celles_de_la_voie_depuis_2022()
    {
        Reglements.Chercher("BG-2022")!.Facultatives.Select(u => u.Libelle).Should().Equal("Option première", "Option terminale 1", "Option terminale 2", "LCA première", "LCA terminale");
        Reglements.Chercher("BT-2022")!.Facultatives.Select(u => u.Libelle).Should().Equal("Option première 1", "Option première 2", "Option terminale 1", "Option terminale 2", "LCA première", "LCA terminale");
        Reglements.Chercher("BG-2021")!.Facultatives.Should().BeEmpty();
    }
}
