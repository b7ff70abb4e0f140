using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class AdmissionPremierGroupeTests
{
    private static Situation Situation(byte palier, NiveauPratique pratique = NiveauPratique.AuMoins10) =>
        new(palier, pratique, EtatPfmp.Acquises, false, false, false, false, false);

    private static Decision Decider(TypeExamen examen, int annee, Situation situation) =>
        AdmissionPremierGroupe.Decider(VersionDroit.Pour(examen, SessionExamen.Juin(annee)), situation, default(SansTrace)).Decision;

    [Theory]
    [InlineData(7.5, Decision.Ajourne)]
    [InlineData(8, Decision.Controle)]
    [InlineData(9.5, Decision.Controle)]
    [InlineData(10, Decision.Admis)]
    public void Les_seuils_du_bac_pro_quand_la_pratique_atteint_dix(double note, Decision attendue)
    {
        foreach (var annee in Enumerable.Range(2009, 18))
        {
            var dossier = Donnees.UnBacPro(annee, (decimal)note, "SEN-2005");
            foreach (var unite in dossier.Reglement.Unites.Where(u => u.PratiqueProfessionnelle || u.Domaine == Domaine.Professionnel))
                dossier = dossier.Avec(unite.Code, EtatUnite.Dispense);
            Resultat.Decider(dossier).Decision.Should().Be(attendue, $"session {annee}");
        }
    }

    [Theory]
    [InlineData(7, Decision.Ajourne)]
    [InlineData(8, Decision.SecondGroupe)]
    [InlineData(9, Decision.SecondGroupe)]
    [InlineData(10, Decision.Admis)]
    public void Les_seuils_des_bacs_general_et_technologique(int note, Decision attendue)
    {
        foreach (var table in new[] { "ES", "L", "S", "STMG", "BG-2022", "BT-2022" })
            Resultat.Decider(Donnees.UnGt(table.StartsWith('B') ? 2023 : 2020, note, table)).Decision.Should().Be(attendue, table);
    }

    [Fact]
    public void La_pratique_ne_compte_qu_entre_8_et_10()
    {
        Decider(TypeExamen.BacPro, 2019, Situation(0, NiveauPratique.AuMoins10)).Should().Be(Decision.Ajourne);
        Decider(TypeExamen.BacPro, 2019, Situation(1, NiveauPratique.Sous10)).Should().Be(Decision.Ajourne);
        Decider(TypeExamen.BacPro, 2019, Situation(2, NiveauPratique.Sous10)).Should().Be(Decision.Admis);
    }

    [Fact]
    public void Ce_qui_manque_passe_avant_ce_qui_bloque() =>
        Decider(TypeExamen.BacPro, 2019, Situation(6) with { Manque = true, AbsenceNonJustifiee = true }).Should().Be(Decision.EnAttente);

    [Fact]
    public void L_absence_et_les_PFMP_bloquent_toutes_les_moyennes()
    {
        for (byte palier = 0; palier <= 6; palier++)
        {
            Decider(TypeExamen.BacPro, 2019, Situation(palier) with { AbsenceNonJustifiee = true }).Should().Be(Decision.NonDelivrable);
            Decider(TypeExamen.BacPro, 2019, Situation(palier) with { Pfmp = EtatPfmp.NonValidees }).Should().Be(Decision.NonDelivrable);
            Decider(TypeExamen.BacPro, 2019, Situation(palier) with { Pfmp = EtatPfmp.Insuffisantes }).Should().Be(Decision.NonDelivrable);
        }
        Decider(TypeExamen.BacGeneral, 2020, Situation(3) with { AbsenceNonJustifiee = true }).Should().Be(Decision.Admis);
    }

    [Fact]
    public void Le_livret_ferme_ne_retient_que_l_ajournement()
    {
        Decider(TypeExamen.BacPro, 2019, Situation(0) with { LivretFerme = true }).Should().Be(Decision.EnAttente);
        Decider(TypeExamen.BacPro, 2019, Situation(1) with { LivretFerme = true }).Should().Be(Decision.Controle);
        Decider(TypeExamen.BacGeneral, 2020, Situation(0) with { LivretFerme = true }).Should().Be(Decision.EnAttente);
        Decider(TypeExamen.BacPro, 2019, Situation(0) with { LivretFerme = true, AbsenceJustifiee = true }).Should().Be(Decision.Remplacement);
    }

    [Fact]
    public void En_GT_une_decision_ou_rien_ne_manque_n_est_pas_provisoire()
    {
        foreach (var dossier in new[] { Donnees.UnGt(2020, 12), Donnees.UnGt(2020, 9), Donnees.UnGt(2020, 7), Donnees.UnGt(2020, 12).Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie) })
            Resultat.Decider(dossier).Provisoire.Should().BeFalse();
    }

    [Fact]
    public void Tout_dispense_il_n_y_a_pas_de_moyenne()
    {
        var dossier = Donnees.UnBacPro();
        foreach (var unite in dossier.Reglement.Unites)
            dossier = dossier.Avec(unite.Code, EtatUnite.Dispense);
        var conclusion = Resultat.Conclure(dossier);
        conclusion.Decision.Should().Be(Decision.EnAttente);
        conclusion.Moyenne.Should().BeNull();
        conclusion.Manques.Should().Equal("MOYENNE");
        conclusion.CodesMotifs().Should().Contain("AUCUNE_MOYENNE");
    }
}
