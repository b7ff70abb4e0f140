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
    public void En_GT_une_absence_justifiee_hors_des_terminales_laisse_une_note_a_donner()
    {
        var conclusion = Resultat.Conclure(Donnees.UnGt(2022, 12, "BG-2022").Avec("FRANCAIS_ORAL", EtatUnite.AbsentJustifie));
        conclusion.Decision.Should().Be(Decision.EnAttente);
        conclusion.Manques.Should().Equal("FRANCAIS_ORAL");
    }
}
