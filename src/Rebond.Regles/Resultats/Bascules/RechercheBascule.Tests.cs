using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>La bascule contre l'énumération de tous les changements, sur de petites tables.</summary>
public sealed class RechercheBasculeTests
{
    [Fact]
    public void Un_demi_point_suffit_a_un_demi_point_de_dix()
    {
        var bascule = Resultat.Conclure(Donnees.UnBacPro(note: 10, sauf: [("U12", 9.5m)])).Bascule!;
        bascule.Unites.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("U11", Note.De(10.5m)));
        bascule.Decision.Should().Be(Decision.Admis);
        bascule.Phrase.Should().Be("0,5 point de plus en U11 (10,5 au lieu de 10) donnerait une autre décision : admis.");
    }

    [Fact]
    public void Relever_la_pratique_ouvre_le_controle()
    {
        var bascule = Resultat.Conclure(Donnees.UnBacPro(note: 9, sauf: [("U31", 10), ("U32", 10), ("U33", 9.5m)])).Bascule!;
        bascule.Unites.Should().Equal(new Dictionary<string, Note> { ["U33"] = Note.De(10) });
        bascule.Decision.Should().Be(Decision.Controle);
    }

    [Fact]
    public void Une_note_conservee_ne_bouge_pas()
    {
        var dossier = Donnees.UnBacPro(note: 10, sauf: [("U12", 9.5m)]).Avec("U11", EtatUnite.Conservee(Note.Dix, SessionExamen.Juin(2018)));
        Resultat.Conclure(dossier).Bascule!.Unites.Keys.Should().Equal("U12");
    }

    [Fact]
    public void Rien_ne_debloque_une_absence_ni_une_attente()
    {
        Resultat.Conclure(Donnees.UnBacPro().Avec("U11", EtatUnite.Absent)).Bascule.Should().BeNull();
        Resultat.Conclure(Donnees.UnBacPro().Avec("U11", EtatUnite.NonNotee)).Bascule.Should().BeNull();
    }

    [Fact]
    public void Le_moins_de_demi_points_passe_avant_le_moins_de_points_coefficientes()
    {
        // Il manque deux points : un demi-point en U2 (coefficient 4) les donne ; en U12 (coefficient 1) il faudrait deux points.
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(note: 10, sauf: [("U12", 8), ("U33", 12), ("U2", 9)]));
        conclusion.PointsManquantsExacts.Should().Be("2");
        conclusion.Bascule!.Unites.Should().Equal(new Dictionary<string, Note> { ["U2"] = Note.De(9.5m) });
    }

    [Fact]
    public void A_demi_points_egaux_le_plus_petit_coefficient_qui_suffit()
    {
        // Il manque un point et demi : un demi-point suffit en U2 (4), en U31 (3) ou en U32 (4) ; U31 change moins de points coefficientés.
        var bascule = Resultat.Conclure(Donnees.UnBacPro(note: 10, sauf: [("U12", 8.5m), ("U33", 12), ("U2", 9)])).Bascule!;
        bascule.Unites.Should().Equal(new Dictionary<string, Note> { ["U31"] = Note.De(10.5m) });
    }

    [Fact]
    public void Un_admis_apprend_ce_qui_l_aurait_fait_descendre()
    {
        var bascule = Resultat.Conclure(Donnees.UnBacPro(note: 10)).Bascule!;
        bascule.Unites.Should().Equal(new Dictionary<string, Note> { ["U11"] = Note.De(9.5m) });
        bascule.Decision.Should().Be(Decision.Controle);
        bascule.Phrase.Should().StartWith("0,5 point de moins en U11 (9,5 au lieu de 10)");
    }

    [Fact]
    public void Le_livret_ferme_n_empeche_pas_de_chercher_ce_qui_manque()
    {
        var ferme = Resultat.Conclure(Donnees.UnBacPro(note: 7) with { LivretExamine = false });
        ferme.Decision.Should().Be(Decision.EnAttente);
        ferme.Bascule!.Unites.Should().Equal(Resultat.Conclure(Donnees.UnBacPro(note: 7)).Bascule!.Unites);
    }

    [Fact]
    public void Une_dispense_une_absence_justifiee_et_une_note_de_l_oral_ne_bougent_pas()
    {
        var dossier = Donnees.UnBacPro(note: 10, sauf: [("U12", 9)]).Avec("U11", EtatUnite.Dispense).Avec("U6", EtatUnite.AbsentJustifie);
        Resultat.Conclure(dossier).Bascule!.Unites.Keys.Should().NotContain(["U11", "U6"]);
        var oral = Resultat.Conclure(Donnees.UnBacPro(2015, 9, "GA-2012", ("U31", 11), ("U32", 11), ("U33", 11)).Interroge(4, 5));
        oral.Bascule!.Unites.Keys.Should().OnlyContain(code => oral.Etapes.Any(e => e.Libelle.StartsWith(code, StringComparison.Ordinal)));
    }

    [Fact]
    public void En_GT_une_note_terminale_change_d_un_point_entier()
    {
        var conclusion = Resultat.Conclure(Donnees.UnGt(2020, 10, "S", ("PHILOSOPHIE", 9)));
        conclusion.Bascule!.Unites.Values.Should().ContainSingle().Which.Should().Be(Note.De(11));
        conclusion.Bascule.Phrase.Should().StartWith("1 point de plus en ");
    }

    [Fact]
    public void Plusieurs_unites_s_enumerent_et_s_accordent()
    {
        var deux = Resultat.Conclure(Donnees.UnBacPro(note: 10, sauf: [("U12", 4.5m), ("U33", 13), ("U2", 9)])).Bascule!;
        deux.Unites.Should().HaveCount(2);
        deux.Phrase.Should().Be("0,5 point de plus en U2 (9,5 au lieu de 9) et 0,5 point de plus en U31 (10,5 au lieu de 10) donneraient une autre décision : admis.");
        var trois = Resultat.Conclure(Donnees.UnBacPro(note: 20, sauf: [("U2", 0), ("U32", 0)])).Bascule!;
        trois.Unites.Count.Should().BeGreaterThan(2);
        trois.Phrase.Should().MatchRegex("^[0-9,]+ points? de moins en U[0-9]+ \\([^)]*\\), .* et [0-9,]+ points? de moins en U[0-9]+ \\([^)]*\\) donneraient une autre décision");
        trois.Phrase.Should().NotContain("U2 ").And.NotContain("U32 ", "une note à zéro ne descend pas");
    }

    [Theory]
    [InlineData(1.5, "1,5 point de plus en U12")]
    [InlineData(2, "2 points de plus en U12")]
    [InlineData(2.5, "2,5 points de plus en U12")]
    public void Deux_points_prennent_un_s(double manque, string debut)
    {
        // Tout est conservé sauf les mathématiques.
        var dossier = Donnees.UnBacPro(note: 10, sauf: [("U12", 10 - (decimal)manque), ("U31", 12), ("U2", 8.5m)]);
        foreach (var unite in dossier.Reglement.Unites.Where(u => u.Code != "U12"))
            dossier = dossier.Avec(unite.Code, EtatUnite.Conservee(dossier.Unites[unite.Code].Note, SessionExamen.Juin(2018)));
        Resultat.Conclure(dossier).Bascule!.Phrase.Should().StartWith(debut);
    }

    [Fact]
    public void Une_note_a_vingt_ne_monte_pas_et_une_note_a_zero_ne_descend_pas()
    {
        // Il manque deux points : un demi-point les donnerait en U2 (coefficient 4), qui est à vingt.
        var plein = Donnees.UnBacPro(note: 7, sauf: [("U2", 20)]);
        foreach (var code in new[] { "U31", "U32", "U33" })
            plein = plein.Avec(code, EtatUnite.Conservee(Note.Dix, SessionExamen.Juin(2018)));
        var haut = Resultat.Conclure(plein);
        haut.PointsManquantsExacts.Should().Be("2");
        haut.Bascule!.Unites.Should().Equal(new Dictionary<string, Note> { ["U41"] = Note.De(8) });
        var dossier = Donnees.UnBacPro(note: 15, sauf: [("U2", 0), ("U32", 0)]);
        foreach (var unite in dossier.Reglement.Unites.Where(u => u.Code is not ("U2" or "U32" or "U12")))
            dossier = dossier.Avec(unite.Code, EtatUnite.Conservee(Note.De(15), SessionExamen.Juin(2018)));
        Resultat.Conclure(dossier).Bascule.Should().BeNull("les trois notes présentées ne suffisent pas, deux sont déjà à zéro");
    }

    [Fact]
    public void Sous_huit_l_autorise_redevient_ajourne()
    {
        var dossier = Donnees.UnBacPro(note: 7, sauf: [("U31", 10), ("U32", 10), ("U33", 10)]);
        Resultat.Conclure(dossier).Decision.Should().Be(Decision.Controle);
        var bascule = Resultat.Conclure(dossier).Bascule!;
        bascule.Unites.Should().Equal(new Dictionary<string, Note> { ["U11"] = Note.De(6.5m) });
        bascule.Decision.Should().Be(Decision.Ajourne);
        bascule.Phrase.Should().EndWith("une autre décision : ajourné.");
    }

    [Fact]
    public void Toute_la_pratique_dispensee_seul_le_total_compte()
    {
        var dossier = Donnees.UnBacPro(note: 9);
        foreach (var code in new[] { "U31", "U32", "U33" })
            dossier = dossier.Avec(code, EtatUnite.Dispense);
        var conclusion = Resultat.Conclure(dossier);
        conclusion.Decision.Should().Be(Decision.Controle);
        conclusion.Bascule!.Decision.Should().Be(new ForceBrute(dossier).Decider(conclusion.Bascule.Unites));
    }

    [Fact]
    public void La_phrase_dit_la_decision_que_le_changement_donnerait()
    {
        static string Fin(DossierExamen dossier) => Resultat.Conclure(dossier).Bascule!.Phrase.Split(" : ")[^1];
        Fin(Donnees.UnBacPro(note: 10)).Should().Be("autorisé à se présenter à l'épreuve de contrôle.");
        Fin(Donnees.UnGt(2020, 10)).Should().Be("autorisé à se présenter au second groupe.");
        Fin(Donnees.UnBacPro(note: 10).Avec("U12", EtatUnite.AbsentJustifie).Avec("U2", 12.5m)).Should().Be("autorisé à se présenter à l'épreuve de contrôle.");
        Fin(Donnees.UnBacPro(note: 8.5m).Avec("U12", EtatUnite.AbsentJustifie).Avec("U31", 11m).Avec("U33", 12m)).Should().Be("autorisé à se présenter aux épreuves de remplacement.");
        Fin(Donnees.UnBacPro(note: 8, sauf: [("U31", 10), ("U32", 10), ("U33", 10), ("U2", 3.5m)]) with { LivretExamine = false }).Should().Be("en attente.");
    }

    [Fact]
    public void En_septembre_2020_l_oral_du_second_groupe_cache_la_note_de_juin()
    {
        // Il manque dix points ; la philosophie (3), à 7 en juin et 9 à l'oral, n'en donnerait aucun à 8 : il faut deux points de physique-chimie.
        var dossier = Donnees.UnGt(2020, 10, "S", ("PHILOSOPHIE", 7), ("MATHEMATIQUES", 8)).Repasse(("PHILOSOPHIE", 9)).Septembre(("MATHEMATIQUES", 9));
        foreach (var code in new[] { "HISTOIRE_GEOGRAPHIE", "LANGUE_VIVANTE_1" })
            dossier = dossier.Avec(code, EtatUnite.Conservee(Note.Dix, SessionExamen.Juin(2019)));
        Resultat.Conclure(dossier).Bascule!.Unites.Should().Equal(new Dictionary<string, Note> { ["PHYSIQUE_CHIMIE"] = Note.De(12) });
    }

    [Fact]
    public void Rien_ne_change_un_remplacement_de_GT() =>
        Resultat.Conclure(Donnees.UnGt(2020, 12).Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie)).Bascule.Should().BeNull();

    [Fact]
    public void En_septembre_2020_ce_qui_aurait_fait_admettre_des_juin_compte_aussi()
    {
        // Admis à un demi-point près en juin, le candidat perd en septembre : un demi-point de juin ailleurs suffisait à n'y pas aller.
        var dossier = Donnees.UnBacPro(2020, 10, "GA-2012", ("U12", 9.5m)).Septembre(("U12", 2));
        var conclusion = Resultat.Conclure(dossier);
        conclusion.Decision.Should().Be(Decision.Ajourne);
        conclusion.Bascule!.Unites.Should().Equal(new Dictionary<string, Note> { ["U11"] = Note.De(10.5m) });
        Resultat.Decider(dossier.Avec("U11", 10.5m)).Decision.Should().Be(Decision.Admis);
    }

    [Fact]
    public void En_septembre_2020_la_note_qui_bouge_est_celle_de_septembre()
    {
        var dossier = Donnees.UnBacPro(2020, 10, "GA-2012", ("U2", 6)).Septembre(("U2", 9.5m));
        var bascule = Resultat.Conclure(dossier).Bascule!;
        bascule.Decision.Should().Be(Decision.Admis);
        bascule.Unites.Should().Equal(new Dictionary<string, Note> { ["U2"] = Note.De(10) });
    }

    [Fact]
    public void En_septembre_2020_la_note_du_second_groupe_ne_bouge_pas()
    {
        // Philosophie : 7 en juin, 9 à l'oral. Un demi-point de plus à la note de juin ne change rien, l'oral compte déjà.
        var dossier = Donnees.UnGt(2020, 10, "S", ("PHILOSOPHIE", 7), ("MATHEMATIQUES", 8)).Repasse(("PHILOSOPHIE", 9)).Septembre(("MATHEMATIQUES", 9));
        var conclusion = Resultat.Conclure(dossier);
        conclusion.Decision.Should().Be(Decision.Ajourne);
        var brute = new ForceBrute(dossier);
        brute.Decider(conclusion.Bascule!.Unites).Should().Be(Decision.Admis);
        brute.Cle(conclusion.Bascule.Unites).Should().Be(brute.Cle(ForceBrute.Chercher(dossier, Decision.Ajourne, conclusion.Bascule.Unites.Count > 1 ? 4 : 2)!));
    }

    /// <summary>La recherche tient les effets des quatre unités de 2021 et des unités repassées pour étrangers à la pratique : les tables le confirment.</summary>
    [Fact]
    public void Aucune_unite_a_effet_particulier_ne_compte_dans_la_pratique()
    {
        foreach (var table in Reglements.Tous.Where(t => t.Examen == TypeExamen.BacPro))
            foreach (var unite in table.Unites.Where(u => u.Matiere != Matiere.Autre))
            {
                unite.PratiqueProfessionnelle.Should().BeFalse($"{table.Id} {unite.Code}");
                if (ResultatEpreuveControle.EstPremiereListe(unite.Matiere) || ResultatEpreuveControle.EstSecondeListe(unite.Matiere))
                    unite.Domaine.Should().Be(Domaine.General, $"{table.Id} {unite.Code}");
            }
    }

    public static TheoryData<string, int> Tirages
    {
        get
        {
            var tirages = new TheoryData<string, int>();
            foreach (var situation in new[] { "BAC_PRO 2015", "BAC_PRO 2020", "BAC_PRO 2021", "BAC_PRO 2023", "BAC_PRO_AGRICOLE 2019", "BAC_PRO_AGRICOLE 2023", "BAC_GENERAL 2020", "BAC_GENERAL 2023" })
                for (var graine = 0; graine < Donnees.Tirages(60); graine++)
                    tirages.Add(situation, graine);
            return tirages;
        }
    }

    /// <summary>Tous les changements d'une petite table jusqu'à trois points : aucun n'est plus petit que la bascule, ni plus léger à égalité.</summary>
    [Theory]
    [MemberData(nameof(Tirages))]
    public void La_bascule_est_la_meilleure_de_toutes(string situation, int graine)
    {
        var dossier = PetitsDossiers.Tirer(situation, graine);
        var conclusion = Resultat.Conclure(dossier);
        var attendue = ForceBrute.Chercher(dossier, conclusion.Decision, demiPoints: 6);
        if (attendue is null)
        {
            (conclusion.Bascule is null || new ForceBrute(dossier).Cle(conclusion.Bascule.Unites).DemiPoints > 6).Should().BeTrue();
            return;
        }
        var brute = new ForceBrute(dossier);
        brute.Cle(conclusion.Bascule!.Unites).Should().Be(brute.Cle(attendue));
        brute.Decider(conclusion.Bascule.Unites).Should().Be(conclusion.Bascule.Decision).And.NotBe(conclusion.Decision);
    }
}
