using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class EpreuvesDeRemplacementTests
{
    [Fact]
    public void En_2020_les_notes_remplacent_et_la_decision_est_definitive()
    {
        var juin = Donnees.UnBacPro(2020, 10, "GA-2012", ("U2", 6));
        Resultat.Decider(juin).Decision.Should().Be(Decision.Controle);
        Resultat.Decider(juin.Septembre(("U2", 10))).Decision.Should().Be(Decision.Admis);
        Resultat.Decider(juin.Septembre(("U2", 9.5m))).Decision.Should().Be(Decision.Ajourne, "pas de nouvelle épreuve de contrôle");
    }

    [Fact]
    public void En_2020_une_mention_reste_possible() =>
        Resultat.Decider(Donnees.UnBacPro(2020, 12, "GA-2012", ("U2", 0), ("U32", 4), ("U31", 4)).Septembre(("U2", 16), ("U32", 12), ("U31", 12))).Mention.Should().Be(Mention.AssezBien);

    [Fact]
    public void En_2020_des_unites_sans_resultat_se_passent_en_septembre()
    {
        var juin = Donnees.UnBacPro(2020, 11).Avec("U52", EtatUnite.NonNotee).Avec("U2", EtatUnite.NonNotee);
        Resultat.Decider(juin).Decision.Should().Be(Decision.EnAttente);
        Resultat.Decider(juin.Septembre(("U2", 11))).Decision.Should().Be(Decision.EnAttente);
        Resultat.Decider(juin.Septembre(("U2", 11), ("U52", 11))).Decision.Should().Be(Decision.Admis);
    }

    [Fact]
    public void En_2020_qui_est_admis_en_juin_le_reste()
    {
        var juin = Donnees.UnBacPro(2020, 11, "GA-2012", ("U12", 9));
        Resultat.Decider(juin.Septembre(("U12", 0))).Should().Be(Resultat.Decider(juin));
    }

    [Fact]
    public void L_annee_ordinaire_la_note_de_remplacement_est_une_note_du_premier_groupe()
    {
        var juin = Donnees.UnBacPro(2019, 9, "GA-2012", ("U31", 10), ("U32", 10), ("U33", 10)).Avec("U2", EtatUnite.AbsentJustifie);
        Resultat.Decider(juin).Decision.Should().Be(Decision.Controle);
        Resultat.Decider(juin.Septembre(("U2", 4))).Decision.Should().Be(Decision.Controle);
        Resultat.Decider(juin.Septembre(("U2", 20))).Decision.Should().Be(Decision.Admis);
    }

    [Fact]
    public void En_GT_les_epreuves_terminales_manquees_se_repassent()
    {
        var juin = Donnees.UnGt(2022, 12, "BG-2022").Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie);
        Resultat.Decider(juin).Decision.Should().Be(Decision.Remplacement);
        Resultat.Decider(juin.Septembre(("PHILOSOPHIE", 12))).Should().Match<DecisionCalculee>(d => d.Decision == Decision.Admis && d.Mention == Mention.AssezBien);
    }

    [Fact]
    public void En_2020_les_etapes_disent_ce_que_septembre_a_change()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2020, 10, "GA-2012", ("U2", 6)).Avec("U52", EtatUnite.AbsentJustifie).Septembre(("U2", 8), ("U52", 11)));
        conclusion.Etapes.Should().Contain([new Etape("Remplacement, U2", "8 remplace 6"), new Etape("Remplacement, U52", "11"), new Etape("Total des points", "264,5")]);
        var motif = conclusion.Motifs.Single(m => m.Code == "REMPLACEMENT_ECHOUE");
        motif.Phrase.Should().Contain("9,80 (264,5/27)").And.EndWith("moins de 10 : la décision est définitive, sans autre épreuve.");
        motif.Fondement.Should().Be(EpreuvesDeRemplacement.BacPro2020);
        Resultat.Conclure(Donnees.UnBacPro(2020, 10, "GA-2012", ("U2", 6)).Septembre(("U2", 12))).Motifs.Single(m => m.Code == "REMPLACEMENT_REUSSI").Phrase.Should().EndWith("au moins 10 : admis.");
        Resultat.Conclure(Donnees.UnGt(2020, 9).Septembre(("MATHEMATIQUES", 20))).Motifs.Single(m => m.Code == "REMPLACEMENT_REUSSI").Fondement.Should().Be(EpreuvesDeRemplacement.Gt2020);
    }

    [Fact]
    public void En_2020_septembre_ne_sert_ni_a_l_admis_ni_au_bloque()
    {
        Resultat.Conclure(Donnees.UnBacPro(2020, 11, "GA-2012", ("U12", 9)).Septembre(("U12", 0))).Etapes.Should().Contain(new Etape("Épreuves de septembre", "candidat déjà admis : leurs notes ne comptent pas"));
        var bloque = Resultat.Conclure(Donnees.UnBacPro(2020, 9).Septembre(("U12", 20)) with { Pfmp = new Pfmp(9, true) });
        bloque.Decision.Should().Be(Decision.NonDelivrable);
        bloque.Etapes.Should().Contain(new Etape("Épreuves de septembre", "diplôme bloqué : elles ne sont pas ouvertes"));
    }

    [Fact]
    public void En_2020_septembre_reste_provisoire_si_une_information_manque()
    {
        var juin = Donnees.UnBacPro(2020, 10, "GA-2012", ("U2", 6)).Septembre(("U2", 12));
        Resultat.Decider(juin).Provisoire.Should().BeFalse();
        Resultat.Decider(juin with { Pfmp = null }).Provisoire.Should().BeTrue();
        Resultat.Decider(juin.Avec("U52", EtatUnite.NonNotee)).Should().Match<DecisionCalculee>(d => d.Decision == Decision.EnAttente && d.Provisoire);
        Resultat.Decider(Donnees.UnGt(2020, 9).Septembre(("MATHEMATIQUES", 20))).Provisoire.Should().BeFalse();
        Resultat.Decider(Donnees.UnGt(2020, 9).Septembre()).Decision.Should().Be(Decision.SecondGroupe, "sans note, septembre n'a pas eu lieu");
    }

    [Fact]
    public void Le_texte_suit_l_examen_et_la_session()
    {
        EpreuvesDeRemplacement.Fondement(VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2019))).Should().Be(EpreuvesDeRemplacement.BacPro);
        EpreuvesDeRemplacement.Fondement(VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2020))).Should().Be(EpreuvesDeRemplacement.BacPro2020);
        EpreuvesDeRemplacement.Fondement(VersionDroit.Pour(TypeExamen.BacGeneral, SessionExamen.Juin(2020))).Should().Be(EpreuvesDeRemplacement.Gt2020);
        EpreuvesDeRemplacement.Fondement(VersionDroit.Pour(TypeExamen.BacGeneral, SessionExamen.Juin(2021))).Should().Be(EpreuvesDeRemplacement.Gt);
    }

    [Fact]
    public void En_GT_deux_absences_justifiees_valent_une()
    {
        var terminales = Donnees.UnGt(2022, 12, "BG-2022").Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie).Avec("ENSEIGNEMENT_DE_SPECIALITE_1", EtatUnite.AbsentJustifie);
        Resultat.Decider(terminales).Decision.Should().Be(Decision.Remplacement);
        var autres = Donnees.UnGt(2022, 12, "BG-2022").Avec("FRANCAIS_ORAL", EtatUnite.AbsentJustifie).Avec("FRANCAIS_ECRIT", EtatUnite.AbsentJustifie);
        Resultat.Conclure(autres).Should().Match<Conclusion>(c => c.Decision == Decision.EnAttente && c.Manques.Count == 2);
    }

    [Fact]
    public void En_GT_une_absence_justifiee_hors_des_terminales_laisse_une_note_a_donner()
    {
        var conclusion = Resultat.Conclure(Donnees.UnGt(2022, 12, "BG-2022").Avec("FRANCAIS_ORAL", EtatUnite.AbsentJustifie));
        conclusion.Decision.Should().Be(Decision.EnAttente);
        conclusion.Manques.Should().Equal("FRANCAIS_ORAL");
    }
}
