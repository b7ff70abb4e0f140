using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class ResultatEpreuveControleTests
{
    [Fact]
    public void Avant_2022_le_seuil_est_vingt_moins_la_moyenne()
    {
        foreach (var (une, deux, attendue) in new[] { (5m, 5m, Decision.Ajourne), (5m, 5.5m, Decision.Admis) })
            Resultat.Decider(Donnees.UnBacPro(2015, 10, "GA-2012", ("U41", 3.5m)).Interroge(une, deux)).Decision.Should().Be(attendue);
    }

    [Fact]
    public void Aucune_mention_apres_le_controle()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2015, 10, "GA-2012", ("U12", 9.5m)).Interroge(10, 10));
        conclusion.Decision.Should().Be(Decision.Admis);
        conclusion.Mention.Should().Be(Mention.Aucune);
        conclusion.Moyenne!.Value.Exacte.Should().Be("809.5/54");
    }

    [Fact]
    public void Sans_se_presenter_la_decision_reste_l_autorisation() =>
        Resultat.Decider(Donnees.UnBacPro(2015, 9, "GA-2012", ("U31", 12), ("U32", 12)) with { Controle = new EpreuveControle(null, null, null) }).Decision.Should().Be(Decision.Controle);

    [Fact]
    public void Une_interrogation_sur_deux_attend_l_autre()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2015, 10, "GA-2012", ("U12", 9.5m)) with { Controle = new EpreuveControle(Note.De(6), null, null) });
        (conclusion.Decision, conclusion.Provisoire).Should().Be((Decision.Controle, true));
        conclusion.Manques.Should().Equal("INTERROGATION_2");
    }

    [Fact]
    public void Le_controle_ne_sert_a_rien_a_qui_n_y_a_pas_acces()
    {
        Resultat.Decider(Donnees.UnBacPro(2015, 7).Interroge(10, 10)).Decision.Should().Be(Decision.Ajourne);
        Resultat.Decider(Donnees.UnBacPro(2015, 12).Interroge(0, 0)).Should().Be(Resultat.Decider(Donnees.UnBacPro(2015, 12)));
    }

    [Fact]
    public void Depuis_2022_une_seule_note_suffit_si_elle_fait_passer()
    {
        var dossier = Donnees.UnBacPro(2022, 10, "LOGISTIQUE-2010", ("U51", 9));
        Resultat.Decider(dossier.Repasse(("U51", 10))).Decision.Should().Be(Decision.Admis);
        var conclusion = Resultat.Conclure(dossier.Repasse(("U51", 9.5m)));
        (conclusion.Decision, conclusion.Provisoire).Should().Be((Decision.Controle, true));
        conclusion.Manques.Should().Equal("EPREUVE_CONTROLE_2");
    }

    [Fact]
    public void Echouer_apres_une_absence_justifiee_ouvre_le_remplacement() =>
        Resultat.Decider(Donnees.UnBacPro(2015, 10).Avec("U12", EtatUnite.AbsentJustifie).Interroge(2, 2)).Decision.Should().Be(Decision.Remplacement);
}
