using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class AbsencesEtDispensesTests
{
    private static Motif Motif(DossierExamen dossier, string code) => Resultat.Conclure(dossier).Motifs.Single(motif => motif.Code == code);

    [Fact]
    public void Une_absence_non_justifiee_bloque_le_bac_pro_meme_a_vingt()
    {
        var dossier = Donnees.UnBacPro(note: 20).Avec("U12", EtatUnite.Absent).Avec("U6", EtatUnite.Absent);
        Resultat.Decider(dossier).Decision.Should().Be(Decision.NonDelivrable);
        Motif(dossier, "ABSENCE_NON_JUSTIFIEE").Should().Match<Motif>(m => m.Phrase.Contains("U12, U6") && m.Phrase.Contains("ne peut pas être délivré") && m.Fondement == AbsencesEtDispenses.AbsenceBacPro);
    }

    [Fact]
    public void En_GT_elle_vaut_zero_et_compte()
    {
        var zero = Donnees.UnGt(2020, 12, "S", ("PHILOSOPHIE", 0));
        var absent = zero.Avec("PHILOSOPHIE", EtatUnite.Absent);
        Resultat.Decider(absent).Should().Be(Resultat.Decider(zero));
        Motif(absent, "ABSENCE_NON_JUSTIFIEE").Should().Match<Motif>(m => m.Phrase.Contains("vaut zéro") && m.Fondement == AbsencesEtDispenses.AbsenceGeneral);
        Motif(Donnees.UnGt(2020, 12, "STMG").Avec("PHILOSOPHIE", EtatUnite.Absent), "ABSENCE_NON_JUSTIFIEE").Fondement.Should().Be(AbsencesEtDispenses.AbsenceTechnologique);
    }

    [Fact]
    public void Une_absence_justifiee_vaut_zero_et_n_empeche_pas_l_admission()
    {
        var dossier = Donnees.UnBacPro(note: 14).Avec("U12", EtatUnite.AbsentJustifie);
        Resultat.Decider(dossier).Should().Be(Resultat.Decider(Donnees.UnBacPro(note: 14, sauf: [("U12", 0)])));
        Resultat.Conclure(dossier).CodesMotifs().Should().NotContain("ABSENCE_JUSTIFIEE");
    }

    [Fact]
    public void Sans_diplome_elle_ouvre_le_remplacement_et_le_dit()
    {
        var dossier = Donnees.UnBacPro(note: 7).Avec("U12", EtatUnite.AbsentJustifie);
        Resultat.Decider(dossier).Decision.Should().Be(Decision.Remplacement);
        Motif(dossier, "ABSENCE_JUSTIFIEE").Should().Match<Motif>(m => m.Phrase.Contains("comptée zéro : U12") && m.Fondement == AbsencesEtDispenses.AbsenceBacPro);
        Motif(Donnees.UnGt(2022, 12, "BG-2022").Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie), "ABSENCE_JUSTIFIEE").Should().Match<Motif>(m => m.Phrase.Contains("épreuve terminale : PHILOSOPHIE") && m.Fondement == AbsencesEtDispenses.RemplacementGt);
        Motif(Donnees.UnGt(2022, 12, "BT-2022").Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie), "ABSENCE_JUSTIFIEE").Fondement.Should().Be(AbsencesEtDispenses.RemplacementTechnologique);
    }

    [Fact]
    public void Il_manque_une_note_et_la_liste_le_dit()
    {
        var dossier = Donnees.UnBacPro().Avec("U12", EtatUnite.NonNotee).Avec("U7", EtatUnite.NonNotee);
        var conclusion = Resultat.Conclure(dossier);
        (conclusion.Decision, conclusion.Provisoire, conclusion.Moyenne, conclusion.PointsManquants).Should().Be((Decision.EnAttente, true, null, null));
        conclusion.Manques.Should().Equal("U12", "U7");
        Motif(dossier, "UNITE_MANQUANTE").Should().Match<Motif>(m => m.Phrase.Contains("U12, U7") && m.Fondement == AbsencesEtDispenses.ToutesLesUnites);
        Motif(Donnees.UnGt(2020).Avec("PHILOSOPHIE", EtatUnite.NonNotee), "UNITE_MANQUANTE").Fondement.Should().Be(AbsencesEtDispenses.AbsenceGeneral);
        Motif(Donnees.UnGt(2020, 12, "STMG").Avec("PHILOSOPHIE", EtatUnite.NonNotee), "UNITE_MANQUANTE").Fondement.Should().Be(AbsencesEtDispenses.AbsenceTechnologique);
    }

    [Fact]
    public void Une_dispense_sort_du_total_et_du_diviseur()
    {
        var dossier = Donnees.UnBacPro(note: 10, sauf: [("U7", 20)]).Avec("U12", EtatUnite.Dispense);
        Resultat.Decider(dossier).Moyenne.Exacte.Should().Be("270/26");
        Resultat.Conclure(dossier).Etapes.Should().ContainSingle(e => e.Libelle.StartsWith("U12 ", StringComparison.Ordinal)).Which.Valeur.Should().Be("dispensé : ni au total ni au diviseur");
    }

    [Fact]
    public void Tout_dispense_la_decision_appartient_au_jury()
    {
        var dossier = Donnees.UnBacPro();
        foreach (var unite in dossier.Reglement.Unites)
            dossier = dossier.Avec(unite.Code, EtatUnite.Dispense);
        Motif(dossier, "AUCUNE_MOYENNE").Fondement.Should().Be(AbsencesEtDispenses.DispenseTotale);
        Resultat.Decider(dossier).Should().Match<DecisionCalculee>(d => d.Decision == Decision.EnAttente && d.Provisoire);
    }
}
