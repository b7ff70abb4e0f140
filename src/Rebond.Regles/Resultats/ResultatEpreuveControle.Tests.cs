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
        Resultat.Decider(Donnees.UnBacPro(2015, 9, "GA-2012", ("U31", 12), ("U32", 12)) with { Controle = new EpreuveControle(null, null, null) }).Should().Match<DecisionCalculee>(d => d.Decision == Decision.Controle && !d.Provisoire);

    [Theory]
    [InlineData(2009, "D337-78", "2009-02-12")]
    [InlineData(2010, "épreuve de contrôle", "2010-05-06")]
    [InlineData(2011, "épreuve de contrôle", "2010-05-06")]
    [InlineData(2021, "épreuve de contrôle", "2010-05-06")]
    [InlineData(2022, "épreuve de contrôle", "2022-01-01")]
    public void Le_texte_et_la_phrase_suivent_la_session(int annee, string article, string version)
    {
        var dossier = Donnees.UnBacPro(annee, 10, "LOGISTIQUE-2010", ("U12", 9));
        foreach (var reussi in new[] { true, false })
        {
            var note = reussi ? 20m : 0m;
            var conclusion = Resultat.Conclure(annee < 2022 ? dossier.Interroge(note / 2, note / 2) : dossier.Repasse(("U12", note), ("U51", note)));
            var motif = conclusion.Motifs.Single(m => m.Code == (reussi ? "CONTROLE_REUSSI" : "CONTROLE_ECHOUE"));
            (motif.Fondement.Article, motif.Fondement.Version).Should().Be((article, version));
            motif.Phrase.Should().EndWith(reussi ? "au moins 10 : admis, sans mention." : "moins de 10.").And.Contain(conclusion.Moyenne!.Value.Afficher());
        }
    }

    [Fact]
    public void Les_etapes_refont_la_demi_somme_ou_la_moyenne()
    {
        var avant = Resultat.Conclure(Donnees.UnBacPro(2015, 10, "GA-2012", ("U12", 9.5m)).Interroge(5.5m, 6));
        avant.Etapes.Should().Contain(new Etape("Épreuve de contrôle", "5,5 + 6 = 11,5 sur 20")).And.Contain(new Etape("Moyenne finale", "(moyenne générale + épreuve de contrôle) ÷ 2 = 580/54"));
        var depuis = Resultat.Conclure(Donnees.UnBacPro(2022, 10, "GA-2012", ("U12", 9.5m)).Repasse(("U12", 12), ("U51", 8)));
        depuis.Etapes.Should().Contain([new Etape("Oral, U12", "12, première note 9,5 : la meilleure compte"), new Etape("Oral, U51", "8, première note 10 : la meilleure compte"), new Etape("Moyenne refaite", "272/27")]);
        Resultat.Conclure(Donnees.UnBacPro(2015, 7).Interroge(10, 10)).Etapes.Should().Contain(new Etape("Épreuve de contrôle", "non ouvert à ce candidat : ses notes ne comptent pas"));
    }

    [Fact]
    public void Une_interrogation_sur_deux_attend_l_autre()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2015, 10, "GA-2012", ("U12", 9.5m)) with { Controle = new EpreuveControle(Note.De(6), null, null) });
        (conclusion.Decision, conclusion.Provisoire).Should().Be((Decision.Controle, true));
        conclusion.Manques.Should().Equal("INTERROGATION_2");
        Resultat.Conclure(Donnees.UnBacPro(2015, 10, "GA-2012", ("U12", 9.5m)) with { Controle = new EpreuveControle(null, Note.De(6), null) }).Manques.Should().Equal("INTERROGATION_1");
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
