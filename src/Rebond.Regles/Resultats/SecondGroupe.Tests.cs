using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class SecondGroupeTests
{
    private static Motif Motif(DossierExamen dossier, string code) => Resultat.Conclure(dossier).Motifs.Single(motif => motif.Code == code);

    [Theory]
    [InlineData(7, Decision.Ajourne)]
    [InlineData(8, Decision.SecondGroupe)]
    [InlineData(9, Decision.SecondGroupe)]
    [InlineData(10, Decision.Admis)]
    public void Il_s_ouvre_a_huit_et_se_ferme_a_dix(int note, Decision attendue) => Resultat.Decider(Donnees.UnGt(2020, note)).Decision.Should().Be(attendue);

    [Theory]
    [InlineData(12, Decision.Ajourne)]
    [InlineData(13, Decision.Admis)]
    [InlineData(14, Decision.Admis)]
    public void La_meilleure_des_deux_notes_compte_avec_le_meme_coefficient(int oral, Decision attendue)
    {
        // Série S : il manque neuf points ; la philosophie, de coefficient 3, les rapporte à partir de 13.
        var dossier = Donnees.UnGt(2020, 10, "S", ("LANGUE_VIVANTE_1", 7));
        Resultat.Decider(dossier).Decision.Should().Be(Decision.SecondGroupe);
        var conclusion = Resultat.Conclure(dossier.Repasse(("PHILOSOPHIE", oral)));
        (conclusion.Decision, conclusion.Mention).Should().Be((attendue, Mention.Aucune));
        conclusion.Motifs.Should().ContainSingle(m => m.Code == (attendue == Decision.Admis ? "SECOND_GROUPE_REUSSI" : "SECOND_GROUPE_ECHOUE"))
            .Which.Phrase.Should().EndWith(attendue == Decision.Admis ? "au moins 10 : admis, sans mention." : "moins de 10.").And.Contain(conclusion.Moyenne!.Value.Afficher());
        conclusion.Etapes.Should().Contain(new Etape("Oral, PHILOSOPHIE", $"{oral}, première note 10 : la meilleure compte")).And.Contain(new Etape("Moyenne refaite", conclusion.Moyenne.Value.Exacte));
    }

    [Fact]
    public void Un_oral_plus_bas_ne_nuit_pas_et_ne_donne_jamais_de_mention()
    {
        var dossier = Donnees.UnGt(2020, 10, "S", ("LANGUE_VIVANTE_1", 7));
        Resultat.Decider(dossier.Repasse(("PHILOSOPHIE", 2), ("MATHEMATIQUES", 20))).Should().Match<DecisionCalculee>(d => d.Decision == Decision.Admis && d.Mention == Mention.Aucune);
        var haut = Donnees.UnGt(2020, 9, "S").Repasse(("MATHEMATIQUES", 20), ("PHYSIQUE_CHIMIE", 20));
        Resultat.Decider(haut).Should().Match<DecisionCalculee>(d => d.Decision == Decision.Admis && d.Moyenne.AuMoins(12) && d.Mention == Mention.Aucune);
    }

    [Fact]
    public void Le_texte_suit_l_examen_et_la_session()
    {
        Motif(Donnees.UnGt(2020, 9), "SECOND_GROUPE_OUVERT").Fondement.Should().Be(SecondGroupe.Session2020);
        Motif(Donnees.UnGt(2021, 9, "BG-2021"), "SECOND_GROUPE_OUVERT").Fondement.Should().Be(SecondGroupe.General);
        Motif(Donnees.UnGt(2023, 9, "BT-2022"), "SECOND_GROUPE_OUVERT").Fondement.Should().Be(SecondGroupe.Technologique);
        Motif(Donnees.UnGt(2023, 9, "BT-2022").Repasse(("PHILOSOPHIE", 20)), "SECOND_GROUPE_ECHOUE").Fondement.Should().Be(SecondGroupe.Technologique);
    }

    [Theory]
    [InlineData("S", "PHILOSOPHIE", true)]
    [InlineData("S", "FRANCAIS_ECRIT", true)]
    [InlineData("S", "FRANCAIS_ORAL", false)]
    [InlineData("S", "TRAVAUX_PERSONNELS_ENCADRES", false)]
    [InlineData("S", "EDUCATION_PHYSIQUE_ET_SPORTIVE", false)]
    [InlineData("S", "EPS_DE_COMPLEMENT", false)]
    [InlineData("BG-2022", "EPREUVE_ORALE_TERMINALE_GRAND_ORAL", false)]
    [InlineData("BG-2022", "HISTOIRE_GEOGRAPHIE", false)]
    [InlineData("BG-2022", "ENSEIGNEMENT_DE_SPECIALITE_1", true)]
    public void Une_discipline_ecrite_obligatoire_hors_EPS_et_controle_continu(string table, string unite, bool acceptee) =>
        SecondGroupe.Accepte(Reglements.Chercher(table)!.Unite(unite)!).Should().Be(acceptee);

    [Fact]
    public void Qui_n_y_est_pas_autorise_n_en_tire_rien()
    {
        foreach (var note in new[] { 7, 12 })
        {
            var dossier = Donnees.UnGt(2020, note);
            var conclusion = Resultat.Conclure(dossier.Repasse(("MATHEMATIQUES", 20)));
            conclusion.Moyenne.Should().Be(Resultat.Conclure(dossier).Moyenne);
            conclusion.Etapes.Should().ContainSingle(e => e.Libelle == "Second groupe").Which.Valeur.Should().StartWith("non ouvert");
        }
    }
}
