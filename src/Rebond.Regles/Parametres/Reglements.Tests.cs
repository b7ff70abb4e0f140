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
        Reglements.Ecartees.Should().HaveCount(2).And.OnlyContain(t => t.Raison.Length > 20);

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
}
