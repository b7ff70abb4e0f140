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
                for (var graine = 0; graine < Donnees.Tirages(30); graine++)
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
