using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats.Derogations;

public sealed class Session2021DeuxMeilleuresTests
{
    [Fact]
    public void Les_deux_autres_prennent_la_moyenne_ponderee_des_deux_meilleures()
    {
        // (2,5 × 14 + 1 × 12) / 3,5 sur 7 coefficients = 94 points.
        var calcul = Session2021DeuxMeilleures.Calculer([(1400, 5), (500, 5), (400, 2), (1200, 2)]);
        (calcul.Points / (decimal)calcul.Echelle / 200).Should().Be(94);
        (calcul.Premier, calcul.Second).Should().Be((0, 3));
    }

    [Fact]
    public void A_egalite_la_paire_la_plus_favorable()
    {
        var calcul = Session2021DeuxMeilleures.Calculer([(1800, 2), (1000, 5), (1000, 2), (800, 5)]);
        (calcul.Premier, calcul.Second).Should().Be((0, 2));
    }

    [Fact]
    public void La_derogation_n_aide_jamais_moins_que_les_notes_brutes()
    {
        var alea = new Random(2021);
        for (var i = 0; i < 2000; i++)
        {
            (int, int)[] quatre = [(alea.Next(41) * 50, 5), (alea.Next(41) * 50, 5), (alea.Next(41) * 50, 2), (alea.Next(41) * 50, 2)];
            var calcul = Session2021DeuxMeilleures.Calculer(quatre);
            calcul.Points.Should().BeGreaterThanOrEqualTo(quatre.Sum(q => (long)q.Item1 * q.Item2) * calcul.Echelle);
        }
    }

    [Fact]
    public void Elle_ne_joue_que_pour_quatre_notes_en_colonne_A_ou_B_a_la_session_2021()
    {
        var dossier = Donnees.UnBacPro(2021, 8, "GA-2012", ("U51", 14));
        Resultat.Conclure(dossier).CodesMotifs().Should().Contain("DEUX_MEILLEURES_2021");
        Resultat.Conclure(dossier with { Categorie = Categorie.EnseignementDistance }).CodesMotifs().Should().Contain("DEUX_MEILLEURES_2021");
        Resultat.Conclure(dossier with { Categorie = Categorie.FormationContinue }).CodesMotifs().Should().NotContain("DEUX_MEILLEURES_2021");
        Resultat.Conclure(dossier with { Session = SessionExamen.Juin(2022) }).CodesMotifs().Should().NotContain("DEUX_MEILLEURES_2021");
        Resultat.Conclure(dossier.Avec("U34", EtatUnite.Dispense)).CodesMotifs().Should().NotContain("DEUX_MEILLEURES_2021");
    }

    [Fact]
    public void Les_points_manquants_restent_exacts()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2021, 9, "CUISINE-2011", ("U51", 10), ("U21", 9.5m)));
        // (2,5 × 10 + 2 × 9,5) / 4,5 sur 8 coefficients, et 9 sur les 21 autres : il manque 290 − 189 − 8 × 44 / 4,5 points.
        conclusion.PointsManquantsExacts.Should().Be("205/9");
    }
}
