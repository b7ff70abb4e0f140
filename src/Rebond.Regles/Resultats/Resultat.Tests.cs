using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class ResultatTests
{
    private static string? Etape(Conclusion conclusion, string libelle) => conclusion.Etapes.SingleOrDefault(e => e.Libelle == libelle)?.Valeur;

    [Fact]
    public void Les_etapes_refont_l_addition()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2019, 10, "GA-2012", ("U12", 9.5m)).Avec("U7", EtatUnite.Dispense).Facultative("UF1", 10.5m));
        Etape(conclusion, "U12 Mathématiques").Should().Be("9,5 × 1 = 9,5");
        Etape(conclusion, "U51 Français").Should().Be("10 × 2,5 = 25");
        conclusion.Etapes.Should().ContainSingle(e => e.Libelle.StartsWith("UF1", StringComparison.Ordinal)).Which.Valeur.Should().Be("points au-dessus de 10 : 0,5 × 1 = 0,5");
        Etape(conclusion, "Total des points").Should().Be("260");
        Etape(conclusion, "Total des coefficients").Should().Be("26");
        Etape(conclusion, "Moyenne").Should().Be("260/26");
        Etape(conclusion, "Arrondi").Should().StartWith("10,00 (au plus proche");
        Etape(conclusion, "Pratique professionnelle").Should().Be("90/9, soit 10,00 (U31, U32, U33 ; composition de cette épreuve à vérifier)");
        Etape(conclusion, "Échelle").Should().BeNull();
    }

    [Fact]
    public void Les_etapes_disent_d_ou_vient_chaque_note()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2019, 10).Avec("U11", EtatUnite.Conservee(Note.De(12), SessionExamen.Juin(2018))).Avec("U12", EtatUnite.Absent).Avec("U6", EtatUnite.AbsentJustifie).Facultative("UF1", 8));
        Etape(conclusion, "U11 Économie-droit").Should().Be("12 × 1 = 12 (conservée de 2018-06)");
        Etape(conclusion, "U12 Mathématiques").Should().Be("0 × 1 = 0 (absence non justifiée)");
        conclusion.Etapes.Should().ContainSingle(e => e.Libelle.StartsWith("U6 ", StringComparison.Ordinal)).Which.Valeur.Should().EndWith("(absence justifiée)");
        conclusion.Etapes.Should().ContainSingle(e => e.Libelle.StartsWith("UF1", StringComparison.Ordinal)).Which.Valeur.Should().Be("points au-dessus de 10 : 0 × 1 = 0");
        Etape(Resultat.Conclure(Donnees.UnGt(2020)), "Philosophie").Should().Be("12 × 3 = 36", "en GT le libellé suffit");
    }

    [Fact]
    public void Sans_moyenne_aucun_chiffre_n_est_invente()
    {
        (new Chiffres().M, new Chiffres().P).Should().Be(("aucune moyenne", "aucune moyenne"));
        Resultat.Decider(Donnees.UnBacPro(2019, 10).Avec("U12", EtatUnite.NonNotee)).Moyenne.Should().Be(default(Moyenne));
    }

    [Fact]
    public void L_arrondi_et_les_unites_de_pratique_suivent_la_session()
    {
        Etape(Resultat.Conclure(Donnees.UnBacPro(2022, 10)), "Épreuves professionnelles").Should().Be("130/13, soit 10,00 (U2, U31, U32, U33)");
        Etape(Resultat.Conclure(Donnees.UnBacPro(2022, 10)), "Pratique professionnelle").Should().BeNull();
        Etape(Resultat.Conclure(Donnees.UnBacPro(2023, 10) with { Examen = TypeExamen.BacProAgricole }), "Arrondi").Should().Be("10,00 (au centième supérieur, les seuils se comparent sur cette valeur)");
        Etape(Resultat.Conclure(Donnees.UnGt()), "Arrondi").Should().Be("12,11 (au plus proche, pour l'affichage ; les seuils se comparent sur la valeur exacte)");
    }

    [Fact]
    public void Une_moyenne_partielle_se_dit_partielle_et_ne_se_publie_pas()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2019, 10).Avec("U12", EtatUnite.NonNotee));
        Etape(conclusion, "Moyenne partielle, sur les seules unités connues").Should().Be("260/26");
        (conclusion.Moyenne, conclusion.PointsManquantsExacts, conclusion.MoyennePratique, conclusion.MoyenneProfessionnelle).Should().Be((null, null, null, null));
    }

    [Theory]
    [InlineData(9.5, "0.5")]
    [InlineData(10, "0")]
    [InlineData(12, "0")]
    public void Les_points_manquants_sont_exacts(double note, string manquants)
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2019, 10, "GA-2012", ("U12", (decimal)note)));
        conclusion.PointsManquantsExacts.Should().Be(manquants);
        conclusion.PointsManquants.Should().Be(decimal.Parse(manquants, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void En_agriculture_il_ne_manque_que_ce_que_l_arrondi_ne_donne_pas()
    {
        // 269,7/27 s'affiche 9,99 ; à partir de 269,735 points la moyenne est portée à 10,00.
        var dossier = Donnees.UnBacPro(2023, 10, "GA-2012", ("U12", 9.7m)) with { Examen = TypeExamen.BacProAgricole };
        Resultat.Conclure(dossier).PointsManquantsExacts.Should().Be("0.035");
        Resultat.Decider(dossier.Avec("U12", 9.73m)).Decision.Should().NotBe(Decision.Admis);
        Resultat.Decider(dossier.Avec("U12", 9.74m)).Decision.Should().Be(Decision.Admis);
        Resultat.Conclure(dossier.Avec("U12", 9.74m)).PointsManquantsExacts.Should().Be("0");
    }

    [Fact]
    public void En_2021_l_echelle_et_la_fraction_restent_exactes()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2021, 9, "CUISINE-2011", ("U51", 10), ("U21", 9.5m)));
        Etape(conclusion, "Échelle").Should().Contain("multipliés par 9");
        conclusion.PointsManquants.Should().BeApproximately(205m / 9, 0.0001m);
        Etape(conclusion, "Deux meilleures notes sur quatre (session 2021)").Should().Contain("U51 10 et U21 9,5").And.Contain("pour 8 coefficients");
        Etape(Resultat.Conclure(Donnees.UnBacPro(2021, 9)), "Échelle").Should().BeNull("quatre notes égales ne donnent pas de fraction");
    }

    [Fact]
    public void Une_table_hors_de_ses_sessions_a_verifier_ou_d_un_autre_ministere_le_dit()
    {
        Etape(Resultat.Conclure(Donnees.UnBacPro(2026), avecBascule: false), "Table").Should().Contain("GA-2012 vaut pour les sessions").And.Contain("appliquée ici à 2026");
        Etape(Resultat.Conclure(Donnees.UnBacPro(2019), avecBascule: false), "Table").Should().BeNull();
        var table = Reglements.Chercher("GA-2012")!;
        foreach (var (premiere, derniere, annee, dit) in new[] { (2015, 2020, 2014, true), (2015, 2020, 2015, false), (2015, 2020, 2020, false), (2015, 2020, 2021, true) })
            (Etape(Resultat.Conclure(Donnees.UnBacPro(annee) with { Reglement = table with { PremiereSession = premiere, DerniereSession = derniere } }, avecBascule: false), "Table") is not null).Should().Be(dit, $"{annee}");
        Etape(Resultat.Conclure(Donnees.UnBacPro(2009) with { Reglement = table with { PremiereSession = 2010, DerniereSession = null } }, avecBascule: false), "Table").Should().Contain("2010 à …");

        var aVerifier = Resultat.Conclure(Donnees.UnBacPro(2019) with { Reglement = table with { Verification = Verification.AVerifier } }, avecBascule: false);
        (aVerifier.CodesMotifs().First(), aVerifier.Provisoire, aVerifier.Simulation).Should().Be(("TABLE_A_VERIFIER", false, false));
        var simulation = Resultat.Conclure(Donnees.UnBacPro(2019, 12, "SIM-MELEC"), avecBascule: false);
        (simulation.CodesMotifs().First(), simulation.Provisoire, simulation.Simulation).Should().Be(("REGLEMENT_DE_SIMULATION", true, true));
        simulation.CodesMotifs().Should().NotContain("TABLE_A_VERIFIER");
        var agricole = Resultat.Conclure(Donnees.UnBacPro(2019) with { Examen = TypeExamen.BacProAgricole }, avecBascule: false);
        (agricole.Provisoire, agricole.Simulation).Should().Be((true, false));
        agricole.CodesMotifs().Should().Contain("TABLE_D_UN_AUTRE_MINISTERE");
        Resultat.Conclure(Donnees.UnBacPro(2019), avecBascule: false).CodesMotifs().Should().NotContain(["TABLE_A_VERIFIER", "REGLEMENT_DE_SIMULATION", "TABLE_D_UN_AUTRE_MINISTERE"]);
        Resultat.Decider(Donnees.UnBacPro(2019, 12, "SIM-MELEC")).Provisoire.Should().BeTrue();
    }

    [Fact]
    public void Une_specialite_qui_manque_se_dit()
    {
        Etape(Resultat.Conclure(Donnees.UnGt(2020, 12, "S")), "Enseignement de spécialité").Should().Contain("non précisé");
        Etape(Resultat.Conclure(Donnees.UnGt(2020, 12, "S/MATHEMATIQUES")), "Enseignement de spécialité").Should().BeNull();
    }

    [Fact]
    public void Les_deux_moyennes_des_unites_professionnelles_sont_toujours_donnees()
    {
        foreach (var annee in new[] { 2019, 2021, 2022 })
        {
            var conclusion = Resultat.Conclure(Donnees.UnBacPro(annee, 12, "GA-2012", ("U2", 8)).Avec("U33", EtatUnite.Dispense).Avec("U32", EtatUnite.AbsentJustifie));
            conclusion.MoyennePratique!.Value.Exacte.Should().Be("36/7");
            conclusion.MoyenneProfessionnelle!.Value.Exacte.Should().Be("68/11");
        }
        Resultat.Conclure(Donnees.UnGt()).Should().Match<Conclusion>(c => c.MoyennePratique == null && c.MoyenneProfessionnelle == null);
        var septembre = Resultat.Conclure(Donnees.UnBacPro(2020, 9, "GA-2012", ("U33", 5)).Septembre(("U33", 11)));
        septembre.MoyennePratique!.Value.Exacte.Should().Be("85/9", "celle des notes retenues");
    }

    [Fact]
    public void En_forme_progressive_un_scolaire_ou_un_apprenti_suppose_une_derogation()
    {
        static bool Dit(Categorie categorie, Forme forme) => Etape(Resultat.Conclure(Donnees.UnBacPro() with { Categorie = categorie, Forme = forme }, avecBascule: false), "Forme progressive") is not null;
        (Dit(Categorie.Scolaire, Forme.Progressive), Dit(Categorie.Apprenti, Forme.Progressive)).Should().Be((true, true));
        (Dit(Categorie.Scolaire, Forme.Globale), Dit(Categorie.FormationContinue, Forme.Progressive), Dit(Categorie.Experience3Ans, Forme.Progressive)).Should().Be((false, false, false));
    }

    [Fact]
    public void En_GT_une_dispense_autre_que_l_EPS_fait_douter_de_la_mention()
    {
        Etape(Resultat.Conclure(Donnees.UnGt(2020, 14).Avec("PHILOSOPHIE", EtatUnite.Dispense), avecBascule: false), "Mention et dispense").Should().Contain("D. 334-7");
        Etape(Resultat.Conclure(Donnees.UnGt(2020, 14).Avec("EDUCATION_PHYSIQUE_ET_SPORTIVE", EtatUnite.Dispense), avecBascule: false), "Mention et dispense").Should().BeNull();
        Etape(Resultat.Conclure(Donnees.UnGt(2020, 10).Avec("PHILOSOPHIE", EtatUnite.Dispense), avecBascule: false), "Mention et dispense").Should().BeNull();
        Etape(Resultat.Conclure(Donnees.UnBacPro(2020, 14).Avec("U12", EtatUnite.Dispense), avecBascule: false), "Mention et dispense").Should().BeNull();
    }

    [Fact]
    public void La_bascule_ne_se_cherche_que_si_on_la_demande()
    {
        Resultat.Conclure(Donnees.UnBacPro(), avecBascule: false).Bascule.Should().BeNull();
        Resultat.Conclure(Donnees.UnBacPro()).Bascule.Should().NotBeNull();
    }

    [Fact]
    public void La_colonne_suit_la_categorie_sauf_si_elle_est_donnee()
    {
        static Colonne Colonne(Categorie categorie, Colonne? donnee = null) => (Donnees.UnBacPro() with { Categorie = categorie, Colonne = donnee }).ColonneRetenue;
        Colonne(Categorie.Scolaire).Should().Be(Parametres.Colonne.A);
        Colonne(Categorie.Apprenti).Should().Be(Parametres.Colonne.A);
        Colonne(Categorie.FormationContinue).Should().Be(Parametres.Colonne.C);
        Colonne(Categorie.EnseignementDistance).Should().Be(Parametres.Colonne.B);
        Colonne(Categorie.Experience3Ans).Should().Be(Parametres.Colonne.B);
        Colonne(Categorie.ExCandidat).Should().Be(Parametres.Colonne.B);
        Colonne(Categorie.Scolaire, Parametres.Colonne.B).Should().Be(Parametres.Colonne.B);
    }

    [Fact]
    public void Les_notes_de_remplacement_non_autorisees_ne_comptent_pas()
    {
        var dossier = Donnees.UnBacPro(2020, 9) with { Remplacement = new EpreuvesRemplacement(false, new Dictionary<string, Note> { ["U12"] = Note.Vingt }) };
        var conclusion = Resultat.Conclure(dossier);
        conclusion.Moyenne.Should().Be(Resultat.Conclure(Donnees.UnBacPro(2020, 9)).Moyenne);
        Etape(conclusion, "Épreuves de remplacement").Should().StartWith("non autorisées");
        Etape(Resultat.Conclure(dossier with { Remplacement = new EpreuvesRemplacement(false, new Dictionary<string, Note>()) }), "Épreuves de remplacement").Should().BeNull();
    }
}
