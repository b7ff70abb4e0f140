using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class PfmpValideesTests
{
    private static EtatPfmp Etat(int annee, Pfmp? pfmp, Categorie categorie = Categorie.Scolaire) =>
        PfmpValidees.Etat(VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(annee)), categorie, pfmp);

    [Theory]
    [InlineData(2019, 3, 10)]
    [InlineData(2019, 1, 10)]
    [InlineData(2020, 3, 10)]
    [InlineData(2020, 2, 10)]
    [InlineData(2020, 1, 5)]
    [InlineData(2021, 2, 8)]
    [InlineData(2022, 1, 5)]
    [InlineData(2023, 2, 10)]
    public void Le_plancher_juste_dessous_et_dessus(int annee, int cursus, int plancher)
    {
        Etat(annee, new Pfmp(plancher - 1, true, cursus)).Should().Be(EtatPfmp.Insuffisantes);
        Etat(annee, new Pfmp(plancher, true, cursus)).Should().Be(EtatPfmp.Acquises);
        Etat(annee, new Pfmp(plancher + 1, null, cursus)).Should().Be(EtatPfmp.Acquises);
    }

    [Fact]
    public void Non_validees_bloque_quel_que_soit_le_nombre_de_semaines() => Etat(2019, new Pfmp(26, false)).Should().Be(EtatPfmp.NonValidees);

    [Theory]
    [InlineData(Categorie.Apprenti)]
    [InlineData(Categorie.FormationContinue)]
    [InlineData(Categorie.EnseignementDistance)]
    [InlineData(Categorie.Experience3Ans)]
    public void Hors_scolaire_seule_la_validation_compte(Categorie categorie)
    {
        Etat(2019, null, categorie).Should().Be(EtatPfmp.Acquises);
        Etat(2019, new Pfmp(2, true), categorie).Should().Be(EtatPfmp.Acquises);
        Etat(2019, new Pfmp(22, false), categorie).Should().Be(EtatPfmp.NonValidees);
    }

    [Fact]
    public void Un_scolaire_sans_renseignement_reste_provisoire()
    {
        Etat(2019, null).Should().Be(EtatPfmp.NonRenseignees);
        Etat(2019, new Pfmp(null, null)).Should().Be(EtatPfmp.NonRenseignees);
        Etat(2019, new Pfmp(null, true)).Should().Be(EtatPfmp.Acquises);
        Etat(2019, null, Categorie.ExCandidat).Should().Be(EtatPfmp.Acquises);
    }

    private static EtatPfmp Continue(int annee, int? semaines, int? exigees) => Etat(annee, new Pfmp(semaines, true, SemainesExigees: exigees), Categorie.FormationContinue);

    private static EtatPfmp Activite(int annee, int mois) => Etat(annee, new Pfmp(null, true, MoisActivite: mois), Categorie.Experience3Ans);

    [Theory]
    [InlineData(26, 22)]
    [InlineData(22, 18)]
    [InlineData(9, 5)]
    [InlineData(8, 4)]
    [InlineData(7, 4)]
    [InlineData(4, 4)]
    [InlineData(3, 3)]
    public void En_formation_continue_2021_et_2022_quatre_semaines_de_moins_que_la_duree_exigee_jamais_moins_de_quatre(int exigees, int plancher)
    {
        foreach (var annee in new[] { 2021, 2022 })
        {
            Continue(annee, plancher - 1, exigees).Should().Be(EtatPfmp.Insuffisantes);
            Continue(annee, plancher, exigees).Should().Be(EtatPfmp.Acquises);
            Continue(annee, plancher + 1, exigees).Should().Be(EtatPfmp.Acquises);
        }
    }

    [Theory]
    [InlineData(2020, 3, EtatPfmp.Insuffisantes)]
    [InlineData(2020, 4, EtatPfmp.NonRenseignees)]
    [InlineData(2020, 9, EtatPfmp.NonRenseignees)]
    [InlineData(2020, 10, EtatPfmp.Acquises)]
    [InlineData(2021, 3, EtatPfmp.Insuffisantes)]
    [InlineData(2021, 4, EtatPfmp.NonRenseignees)]
    [InlineData(2021, 21, EtatPfmp.NonRenseignees)]
    [InlineData(2021, 22, EtatPfmp.Acquises)]
    [InlineData(2022, 21, EtatPfmp.NonRenseignees)]
    [InlineData(2022, 22, EtatPfmp.Acquises)]
    public void En_formation_continue_sans_duree_exigee_la_decision_reste_provisoire_entre_les_minimums_possibles(int annee, int semaines, EtatPfmp attendu) =>
        Continue(annee, semaines, null).Should().Be(attendu);

    [Theory]
    [InlineData(22, 3, EtatPfmp.Insuffisantes)]
    [InlineData(22, 9, EtatPfmp.NonRenseignees)]
    [InlineData(22, 10, EtatPfmp.Acquises)]
    [InlineData(6, 5, EtatPfmp.NonRenseignees)]
    [InlineData(6, 6, EtatPfmp.Acquises)]
    [InlineData(2, 1, EtatPfmp.Insuffisantes)]
    [InlineData(2, 2, EtatPfmp.Acquises)]
    public void En_formation_continue_2020_le_minimum_ne_depasse_ni_dix_semaines_ni_la_duree_exigee(int exigees, int semaines, EtatPfmp attendu) =>
        Continue(2020, semaines, exigees).Should().Be(attendu);

    [Fact]
    public void En_formation_continue_les_sessions_ordinaires_n_ont_pas_de_minimum()
    {
        foreach (var annee in new[] { 2009, 2019, 2023, 2026 })
            Continue(annee, 0, 22).Should().Be(EtatPfmp.Acquises);
    }

    [Theory]
    [InlineData(2019, 36)]
    [InlineData(2021, 30)]
    [InlineData(2022, 30)]
    [InlineData(2023, 36)]
    public void Un_candidat_individuel_a_trois_ans_d_activite_et_six_mois_de_moins_en_2021_et_2022(int annee, int mois)
    {
        Activite(annee, mois - 1).Should().Be(EtatPfmp.Insuffisantes);
        Activite(annee, mois).Should().Be(EtatPfmp.Acquises);
        Activite(annee, mois + 1).Should().Be(EtatPfmp.Acquises);
    }

    [Fact]
    public void En_2020_le_minimum_d_activite_n_a_pas_ete_lu_et_rien_n_est_bloque()
    {
        Activite(2020, 0).Should().Be(EtatPfmp.NonRenseignees);
        Activite(2020, 35).Should().Be(EtatPfmp.NonRenseignees);
        Activite(2020, 36).Should().Be(EtatPfmp.Acquises);
    }

    [Fact]
    public void Rien_de_declare_laisse_provisoire_la_ou_la_session_fixe_un_minimum()
    {
        foreach (var annee in new[] { 2020, 2021, 2022 })
        {
            Etat(annee, null, Categorie.FormationContinue).Should().Be(EtatPfmp.NonRenseignees);
            Etat(annee, new Pfmp(null, true), Categorie.FormationContinue).Should().Be(EtatPfmp.Acquises);
            Etat(annee, null, Categorie.Experience3Ans).Should().Be(EtatPfmp.Acquises);
            Etat(annee, null, Categorie.Apprenti).Should().Be(EtatPfmp.Acquises);
        }
    }

    [Fact]
    public void Un_ex_candidat_qui_declare_des_semaines_est_juge_comme_le_scolaire_qu_il_etait()
    {
        Etat(2019, new Pfmp(9, null), Categorie.ExCandidat).Should().Be(EtatPfmp.Insuffisantes);
        Etat(2019, new Pfmp(10, null), Categorie.ExCandidat).Should().Be(EtatPfmp.Acquises);
    }

    [Fact]
    public void Les_PFMP_ne_concernent_pas_le_GT() =>
        PfmpValidees.Etat(VersionDroit.Pour(TypeExamen.BacGeneral, SessionExamen.Juin(2020)), Categorie.Scolaire, new Pfmp(0, false)).Should().Be(EtatPfmp.Acquises);

    private static Motif Motif(DossierExamen dossier, string code) => Resultat.Conclure(dossier).Motifs.Single(motif => motif.Code == code);

    [Fact]
    public void Chaque_raison_donne_ses_chiffres_et_son_texte()
    {
        var scolaire = Donnees.UnBacPro(2021) with { Pfmp = new Pfmp(7, true, 2) };
        Motif(scolaire, "PFMP_INSUFFISANTE").Should().Match<Motif>(m => m.Phrase.StartsWith("7 semaines en milieu professionnel pour un minimum de 8 :", StringComparison.Ordinal) && m.Fondement == PfmpValidees.Plancher2021);
        Motif(Donnees.UnBacPro(2019) with { Pfmp = new Pfmp(22, false) }, "PFMP_NON_VALIDEE").Fondement.Should().Be(PfmpValidees.Validation);
        Motif(Donnees.UnBacPro(2019) with { Pfmp = null }, "PFMP_NON_RENSEIGNEE").Fondement.Should().Be(PfmpValidees.Validation);
        var continu = Donnees.UnBacPro(2022) with { Categorie = Categorie.FormationContinue, Pfmp = new Pfmp(12, true) };
        Motif(continu, "PFMP_MINIMUM_A_PRECISER").Should().Match<Motif>(m => m.Phrase.Contains("de 4 à 22 semaines") && m.Phrase.Contains("qui n'est pas renseignée") && m.Fondement == PfmpValidees.Plancher2022);
        var table = Donnees.UnBacPro(2020) with { Categorie = Categorie.FormationContinue, Pfmp = new Pfmp(6, true, SemainesExigees: 12) };
        Motif(table, "PFMP_MINIMUM_A_PRECISER").Should().Match<Motif>(m => m.Phrase.Contains("de 4 à 10 semaines") && m.Phrase.Contains("table qui n'a pas été lue") && m.Fondement == PfmpValidees.Plancher2020);
        var individuel = Donnees.UnBacPro(2021) with { Categorie = Categorie.Experience3Ans, Pfmp = new Pfmp(null, null, MoisActivite: 29) };
        Motif(individuel, "ACTIVITE_INSUFFISANTE").Should().Match<Motif>(m => m.Phrase.StartsWith("29 mois d'activité professionnelle pour un minimum de 30 :", StringComparison.Ordinal) && m.Fondement == PfmpValidees.Plancher2021);
        Motif(individuel with { Session = SessionExamen.Juin(2019) }, "ACTIVITE_INSUFFISANTE").Fondement.Should().Be(PfmpValidees.Activite);
        Motif(individuel with { Session = SessionExamen.Juin(2020) }, "ACTIVITE_MINIMUM_A_VERIFIER").Fondement.Should().Be(PfmpValidees.Plancher2020);
    }

    [Fact]
    public void Ce_qui_manque_est_nomme_et_la_decision_reste_provisoire()
    {
        var continu = Resultat.Conclure(Donnees.UnBacPro(2022) with { Categorie = Categorie.FormationContinue, Pfmp = new Pfmp(12, true) });
        (continu.Decision, continu.Provisoire).Should().Be((Decision.Admis, true));
        continu.Manques.Should().Equal("PFMP_MINIMUM_A_PRECISER");
        Resultat.Decider(Donnees.UnBacPro(2019) with { Pfmp = null }).Provisoire.Should().BeTrue();
        var connu = Resultat.Conclure(Donnees.UnBacPro(2022) with { Categorie = Categorie.FormationContinue, Pfmp = new Pfmp(12, true, SemainesExigees: 16) });
        (connu.Decision, connu.Provisoire).Should().Be((Decision.Admis, false));
        connu.Manques.Should().BeEmpty();
        Resultat.Conclure(Donnees.UnBacPro(2020) with { Categorie = Categorie.Experience3Ans, Pfmp = new Pfmp(null, null, MoisActivite: 24) }).Manques.Should().Equal("ACTIVITE_MINIMUM_A_VERIFIER");
        Resultat.Conclure(Donnees.UnBacPro(2019) with { Pfmp = null }).Manques.Should().Equal("PFMP_NON_RENSEIGNEE");
    }

    [Fact]
    public void Moins_que_la_duree_ordinaire_se_voit_dans_les_etapes_d_un_scolaire()
    {
        Resultat.Conclure(Donnees.UnBacPro(2020) with { Pfmp = new Pfmp(21, true) }).Etapes.Should().ContainSingle(e => e.Libelle == "PFMP").Which.Valeur.Should().Be("21 semaines, moins que la durée ordinaire de 22 ; minimum : 10");
        Resultat.Conclure(Donnees.UnBacPro(2020)).Etapes.Should().NotContain(e => e.Libelle == "PFMP");
        Resultat.Conclure(Donnees.UnBacPro(2020) with { Categorie = Categorie.Apprenti, Pfmp = new Pfmp(2, true) }).Etapes.Should().NotContain(e => e.Libelle == "PFMP");
    }
}
