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
    public void A_notes_egales_la_paire_retenue_a_la_meilleure_moyenne()
    {
        var alea = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            (int Note, int Coefficient)[] quatre = [.. Enumerable.Range(0, 4).Select(_ => (alea.Next(8, 12) * 100, alea.Next(1, 6)))];
            var calcul = Session2021DeuxMeilleures.Calculer(quatre);
            var paires = from a in Enumerable.Range(0, 4) from b in Enumerable.Range(a + 1, 3 - a) select (quatre[a].Note + quatre[b].Note, Moyenne: ((quatre[a].Note * quatre[a].Coefficient) + (quatre[b].Note * quatre[b].Coefficient)) / (decimal)(quatre[a].Coefficient + quatre[b].Coefficient));
            var meilleure = paires.Max();
            (calcul.Points / (decimal)calcul.Echelle).Should().BeApproximately(meilleure.Moyenne * quatre.Sum(q => q.Coefficient), 0.000001m);
        }
    }

    [Theory]
    [InlineData("U51")]
    [InlineData("U52")]
    [InlineData("U34")]
    [InlineData("U11")]
    public void Il_faut_les_quatre_notes_ou_qu_elles_soient_dans_la_table(string unite)
    {
        var dossier = Donnees.UnBacPro(2021, 8, "GA-2012", ("U51", 14), ("U52", 12));
        foreach (var etat in new[] { EtatUnite.Dispense, EtatUnite.AbsentJustifie })
            Resultat.Conclure(dossier.Avec(unite, etat)).CodesMotifs().Should().NotContain("DEUX_MEILLEURES_2021");
        var premiere = dossier.Reglement with { Unites = [.. dossier.Reglement.Unites.OrderByDescending(u => u.Code == unite)] };
        Resultat.Decider(dossier with { Reglement = premiere }).Moyenne.Should().Be(Resultat.Decider(dossier).Moyenne);
    }

    [Fact]
    public void Une_note_conservee_compte_parmi_les_quatre()
    {
        var dossier = Donnees.UnBacPro(2021, 8, "GA-2012", ("U51", 14)).Avec("U34", EtatUnite.Conservee(Note.De(12), SessionExamen.Juin(2019)));
        Resultat.Conclure(dossier).Motifs.Single(m => m.Code == "DEUX_MEILLEURES_2021").Should().Match<Motif>(m => m.Phrase.Contains("U51 : 14 ; U34 : 12") && m.Fondement == Session2021DeuxMeilleures.Fondement);
    }

    [Fact]
    public void Le_certificat_suit_la_moyenne_relevee()
    {
        // Cuisine : (2,5 × 10 + 2 × 9,5) / 4,5 sur 8 coefficients ; il en faut 232 en tout pour 8 de moyenne sur 29.
        foreach (var (pratique, facultative, admissible, certificat) in new[] { (7m, 10m, false, false), (7.5m, 10m, true, true), (7m, 11m, true, false), (8m, 10m, true, true) })
        {
            var dossier = Donnees.UnBacPro(2021, 7.5m, "CUISINE-2011", ("U51", 10), ("U21", 9.5m), ("U31", pratique)).Facultative("UF1", facultative);
            var conclusion = Resultat.Conclure(dossier);
            conclusion.Decision.Should().Be(Decision.Ajourne);
            conclusion.Moyenne!.Value.AuMoins(8).Should().Be(admissible, conclusion.Moyenne.Value.Exacte);
            conclusion.Certificats.Contains("CFEPS").Should().Be(certificat, "les points facultatifs n'y comptent pas");
        }
    }

    [Fact]
    public void Des_points_manquants_entiers_s_ecrivent_sans_fraction()
    {
        var fractions = 0;
        for (var demis = 0; demis <= 40; demis++)
        {
            var conclusion = Resultat.Conclure(Donnees.UnBacPro(2021, 8, "CUISINE-2011", ("U51", demis / 2m), ("U21", 9.5m)), avecBascule: false);
            var (valeur, exacts) = (conclusion.PointsManquants!.Value, conclusion.PointsManquantsExacts!);
            exacts.Contains('/').Should().Be(decimal.Truncate(valeur * 200) != valeur * 200, exacts);
            fractions += exacts.Contains('/') ? 1 : 0;
        }
        fractions.Should().BeInRange(1, 40);
    }

    [Fact]
    public void Les_points_manquants_restent_exacts()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2021, 9, "CUISINE-2011", ("U51", 10), ("U21", 9.5m)));
        // (2,5 × 10 + 2 × 9,5) / 4,5 sur 8 coefficients, et 9 sur les 21 autres : il manque 290 − 189 − 8 × 44 / 4,5 points.
        conclusion.PointsManquantsExacts.Should().Be("205/9");
    }
}
