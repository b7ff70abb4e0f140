using AwesomeAssertions;
using Rebond.Optimisation.Socle;
using Xunit;
using static Rebond.Optimisation.Tests.Affectation.Donnees;

namespace Rebond.Optimisation.Affectation;

public sealed class SolveurTests
{
    private static string Reponse(Probleme probleme) => string.Join(' ', Solveur.Resoudre(probleme).Plan!.Affectations.Select(a => $"{a.Candidat}:{a.Place}"));

    [Fact]
    public void Le_plus_loin_de_la_reussite_passe_avant() =>
        Reponse(UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 9, "A", "B"), UnCandidat("K2", 7.99m, "A", "B"), UnCandidat("K3", 8, "A", "B"))).Should().Be("K2:A K3:B");

    [Fact]
    public void L_ancien_eleve_passe_avant_puis_les_autres() =>
        Reponse(UnProbleme([UnePlace("A")], UnCandidat("K1", 9.9m, "A").Venant("A"), UnCandidat("K2", 5, "A"))).Should().Be("K1:A");

    [Fact]
    public void Le_droit_est_pris_au_dela_de_la_capacite() =>
        Reponse(UnProbleme([UnePlace("A")], UnCandidat("K1", 9, "A").Venant("A", droit: true), UnCandidat("K2", 9.5m, "A").Venant("A", droit: true), UnCandidat("K3", 5, "A"))).Should().Be("K1:A K2:A");

    [Fact]
    public void Le_droit_non_opposable_passe_avant_et_respecte_la_capacite() =>
        Reponse(UnProbleme([UnePlace("A")], UnCandidat("K1", 9, "A").Venant("A", droit: true), UnCandidat("K2", 9.5m, "A").Venant("A", droit: true), UnCandidat("K3", 5, "A")) with { DroitOpposable = false }).Should().Be("K1:A");

    [Fact]
    public void Un_droit_demande_ailleurs_y_est_un_candidat_comme_un_autre_puis_rentre()
    {
        // K1 is refused at B and comes home to A above capacity; the seat at A was K3's, who leaves for C.
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B"), UnePlace("C")],
            UnCandidat("K1", 9, "B", "A").Venant("A", droit: true), UnCandidat("K2", 5, "B"), UnCandidat("K3", 6, "A", "C"));
        Reponse(probleme).Should().Be("K1:A K2:B K3:C");
    }

    [Fact]
    public void Une_place_imposee_revient_telle_quelle_et_une_interdite_n_est_pas_donnee()
    {
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 9, "A", "B"), UnCandidat("K2", 5, "A", "B")) with { Imposes = [new("K1", "A")] };
        Reponse(probleme).Should().Be("K1:A K2:B");
        Reponse(probleme with { Imposes = [], Interdits = [new("K2", "A")] }).Should().Be("K1:A K2:B");
    }

    [Fact]
    public void Le_cout_egal_a_la_borne_est_optimal_et_l_ecart_se_compte_sur_le_cout()
    {
        Solveur.Resoudre(UnProbleme([UnePlace("A")], UnCandidat("K1", 9, "A"), UnCandidat("K2", 8, "A"))).Bilan.Should().Be(new Bilan(Statut.Optimal, 1, 1));
        // K1 keeps A and K2 stays out, where K1 in B would have seated both: the price of no envy.
        var bilan = Solveur.Resoudre(UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 7, "A", "B"), UnCandidat("K2", 8, "A"))).Bilan;
        bilan.Should().Be(new Bilan(Statut.Realisable, 1, 0));
        bilan.Ecart.Should().Be(1m);
        new Bilan(Statut.Realisable, 45, 34).Ecart.Should().Be(0.244444444444m);
        new Bilan(Statut.Optimal, 0, 0).Ecart.Should().Be(0m);
    }

    [Fact]
    public void Une_borne_compte_les_droits_a_leur_place_et_les_autres_ou_ils_peuvent_aller()
    {
        // K1 asks home first: the only seat is his. K2 may come home above capacity, which the contract's bound grants for free.
        var chezLui = UnProbleme([UnePlace("A")], UnCandidat("K1", 9, "A").Venant("A", droit: true), UnCandidat("K3", 5, "A"));
        Solveur.Resoudre(chezLui).Should().Match<Solution>(s => s.Bilan.Borne == 1 && s.BorneSansDepassement == 1 && s.Bilan.Cout == 1);
        var ailleurs = UnProbleme([UnePlace("A"), UnePlace("B", 0)], UnCandidat("K2", 9, "B", "A").Venant("A", droit: true), UnCandidat("K3", 5, "A"));
        Solveur.Resoudre(ailleurs).Should().Match<Solution>(s => s.Bilan.Borne == 0 && s.BorneSansDepassement == 1 && s.Bilan.Cout == 1);
    }

    [Fact]
    public void Sans_candidat_ou_sans_place_il_y_a_une_reponse()
    {
        Solveur.Resoudre(UnProbleme([])).Bilan.Should().Be(new Bilan(Statut.Optimal, 0, 0));
        Solveur.Resoudre(UnProbleme([], UnCandidat("K1", 8))).Bilan.Should().Be(new Bilan(Statut.Optimal, 1, 1));
    }
}
