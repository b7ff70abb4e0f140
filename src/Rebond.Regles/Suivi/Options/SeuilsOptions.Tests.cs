using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Chaque seuil de date ou d'âge : la veille, le jour, le lendemain.</summary>
public sealed class SeuilsOptionsTests
{
    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static ProfilSuivi Profil(string aujourdhui, string naissance, bool? rqth = false) => new()
    {
        Aujourdhui = Jour(aujourdhui),
        Naissance = Jour(naissance),
        Rqth = rqth,
        NationaliteFrancaise = true,
        Statut = StatutSuivi.Sans,
        Examen = ExamenPrepare.BacPro,
        Sessions = [],
        Diplomes = [],
        EnEmploi = false,
        EnFormation = false,
        FinScolarite = Jour("2014-07-04"),
    };

    private static ProfilSuivi Lyceen(string aujourdhui, params (string Session, ResultatSession Resultat)[] sessions) => Profil(aujourdhui, "2008-03-03") with
    {
        Statut = StatutSuivi.Lyceen,
        Sessions = [.. sessions.Select(s => new SessionPassee(SessionExamen.TryLire(s.Session, out var lue) ? lue : default, s.Resultat, null, new Dictionary<string, Note>()))],
        FinScolarite = Jour("2026-07-03"),
        VolontairePae = true,
    };

    private static bool Ouverte(ProfilSuivi profil, CodeOption code) => OptionsDeSuivi.Repondre(profil, code).Etat != EtatOption.AucunDroitTrouve;

    [Theory]
    [InlineData(CodeOption.Cej, 26)]
    [InlineData(CodeOption.Epide, 26)]
    [InlineData(CodeOption.E2c, 26)]
    [InlineData(CodeOption.ServiceCivique, 26)]
    [InlineData(CodeOption.MissionLocale, 26)]
    [InlineData(CodeOption.MicroLycee, 26)]
    [InlineData(CodeOption.RetourEnFormation, 26)]
    [InlineData(CodeOption.Promo1618, 18)]
    [InlineData(CodeOption.CfaSansEmployeur, 30)]
    public void Une_option_ferme_le_jour_de_l_anniversaire(CodeOption code, int age)
    {
        foreach (var naissance in new[] { "2000-07-08", "2000-02-29", "2000-12-31" })
        {
            var anniversaire = Jour(naissance).AddYears(age);
            ProfilSuivi Le(DateOnly jour) => Profil(jour.ToString("O", System.Globalization.CultureInfo.InvariantCulture), naissance);
            Ouverte(Le(anniversaire.AddDays(-1)), code).Should().BeTrue($"{code}, veille des {age} ans de {naissance}");
            Ouverte(Le(anniversaire), code).Should().BeFalse($"{code}, jour des {age} ans de {naissance}");
            Ouverte(Le(anniversaire.AddDays(1)), code).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData(CodeOption.Cej, 16)]
    [InlineData(CodeOption.Epide, 16)]
    [InlineData(CodeOption.E2c, 16)]
    [InlineData(CodeOption.ServiceCivique, 16)]
    [InlineData(CodeOption.MissionLocale, 16)]
    [InlineData(CodeOption.MicroLycee, 16)]
    [InlineData(CodeOption.RetourEnFormation, 16)]
    [InlineData(CodeOption.Promo1618, 16)]
    [InlineData(CodeOption.CfaSansEmployeur, 16)]
    [InlineData(CodeOption.PremierApprentissage, 15)]
    public void Une_option_ouvre_le_jour_de_l_anniversaire(CodeOption code, int age)
    {
        var anniversaire = Jour("2008-05-20").AddYears(age);
        ProfilSuivi Le(DateOnly jour) => Profil(jour.ToString("O", System.Globalization.CultureInfo.InvariantCulture), "2008-05-20");
        Ouverte(Le(anniversaire.AddDays(-1)), code).Should().BeFalse();
        Ouverte(Le(anniversaire), code).Should().BeTrue();
        Ouverte(Le(anniversaire.AddDays(1)), code).Should().BeTrue();
    }

    [Theory]
    [InlineData(CodeOption.Cej, 30)]
    [InlineData(CodeOption.ServiceCivique, 31)]
    public void Un_handicap_reconnu_repousse_l_age(CodeOption code, int age)
    {
        var veille = Jour("1996-07-08").AddYears(age).AddDays(-1);
        ProfilSuivi Le(DateOnly jour, bool? rqth) => Profil(jour.ToString("O", System.Globalization.CultureInfo.InvariantCulture), "1996-07-08", rqth);
        Ouverte(Le(veille, true), code).Should().BeTrue();
        Ouverte(Le(veille.AddDays(1), true), code).Should().BeFalse();
        Ouverte(Le(veille, false), code).Should().BeFalse();
        Ouverte(Le(veille, null), code).Should().BeTrue("on ne sait pas : l'option reste ouverte");
    }

    [Fact]
    public void A_seize_ans_l_epide_est_a_examiner_a_dix_sept_non()
    {
        OptionsDeSuivi.Repondre(Profil("2026-05-20", "2009-05-21"), CodeOption.Epide).Etat.Should().Be(EtatOption.AExaminer);
        OptionsDeSuivi.Repondre(Profil("2026-05-21", "2009-05-21"), CodeOption.Epide).Etat.Should().Be(EtatOption.Possible);
    }

    [Theory]
    [InlineData("2026-08-31", EtatOption.Droit)]
    [InlineData("2026-09-01", EtatOption.Droit)]
    [InlineData("2026-09-02", EtatOption.AExaminer)]
    [InlineData("2026-09-30", EtatOption.AExaminer)]
    [InlineData("2026-10-01", EtatOption.AucunDroitTrouve)]
    public void Le_droit_de_revenir_autour_de_la_rentree(string jour, EtatOption etat) =>
        OptionsDeSuivi.Repondre(Lyceen(jour, ("2026-06", ResultatSession.Ajourne)), CodeOption.RepreparationOrigine).Etat.Should().Be(etat);

    [Theory]
    [InlineData("2027-09-01", EtatOption.AExaminer)]
    [InlineData("2027-09-02", EtatOption.AucunDroitTrouve)]
    public void Un_echec_de_septembre_a_deux_lectures_jusqu_a_la_rentree_suivante(string jour, EtatOption etat) =>
        OptionsDeSuivi.Repondre(Lyceen(jour, ("2026-09", ResultatSession.Ajourne)), CodeOption.RepreparationOrigine).Etat.Should().Be(etat);

    [Theory]
    [InlineData("2027-01-02", false)]
    [InlineData("2027-01-03", true)]
    [InlineData("2027-01-04", true)]
    public void Le_micro_lycee_ouvre_six_mois_apres_l_ecole(string jour, bool ouvert) => Ouverte(Lyceen(jour, ("2026-06", ResultatSession.Ajourne)), CodeOption.MicroLycee).Should().Be(ouvert);

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void Le_pae_change_de_derniere_session_en_juillet(string jour, bool ouvert) => Ouverte(Lyceen(jour, ("2025-06", ResultatSession.Ajourne)), CodeOption.Pae).Should().Be(ouvert);

    [Theory]
    [InlineData("2022-06", false)]
    [InlineData("2023-06", true)]
    public void Le_pae_commence_a_la_session_2023(string session, bool ouvert) => Ouverte(Lyceen($"{session[..4]}-07-08", (session, ResultatSession.Ajourne)), CodeOption.Pae).Should().Be(ouvert);

    [Theory]
    [InlineData("2022-02-28", false)]
    [InlineData("2022-03-01", true)]
    public void Le_cej_commence_en_mars_2022(string jour, bool ouvert) => Ouverte(Profil(jour, "2002-03-03"), CodeOption.Cej).Should().Be(ouvert);

    [Theory]
    [InlineData("2014-12-04", false)]
    [InlineData("2014-12-05", true)]
    public void Le_retour_en_formation_commence_en_decembre_2014(string jour, bool ouvert) => Ouverte(Profil(jour, "1996-03-03"), CodeOption.RetourEnFormation).Should().Be(ouvert);

    [Theory]
    [InlineData("2020-08-31", false)]
    [InlineData("2020-09-01", true)]
    public void L_obligation_de_formation_commence_en_septembre_2020(string jour, bool concerne) => ObligationDeFormation.Conclure(Profil(jour, "2003-12-03")).Concerne.Should().Be(concerne);

    [Theory]
    [InlineData("2008-02-29", "2024-02-28", false)]
    [InlineData("2008-02-29", "2024-02-29", true)]
    [InlineData("2008-02-29", "2026-02-27", true)]
    [InlineData("2008-02-29", "2026-02-28", false)]
    [InlineData("2008-03-01", "2024-02-29", false)]
    [InlineData("2008-03-01", "2024-03-01", true)]
    [InlineData("2008-03-01", "2026-02-28", true)]
    [InlineData("2008-03-01", "2026-03-01", false)]
    public void L_obligation_au_jour_pres(string naissance, string jour, bool concerne) => ObligationDeFormation.Conclure(Profil(jour, naissance)).Concerne.Should().Be(concerne);

    [Theory]
    [InlineData("2026-08-31", "2027-02-28")] // le dernier jour du mois
    [InlineData("2025-11-30", "2026-05-30")]
    [InlineData("2026-02-10", "2026-08-10")]
    public void Les_six_mois_du_CFA_finissent_au_meme_jour(string rupture, string fin)
    {
        var attendu = Jour(fin);
        MaintienCfaRupture.Fin(Jour(rupture)).Should().Be(attendu);
        foreach (var (jour, ouvert) in new[] { (attendu.AddDays(-1), true), (attendu, true), (attendu.AddDays(1), false) })
            Ouverte(Profil(jour.ToString("O", System.Globalization.CultureInfo.InvariantCulture), "2006-03-03") with { Statut = StatutSuivi.Apprenti, Apprentissage = new ContratApprentissage { RuptureLe = Jour(rupture) } }, CodeOption.MaintienCfaRupture)
                .Should().Be(ouvert);
    }

    [Fact]
    public void Trois_mois_au_CFA_sans_employeur() => CfaSansEmployeur.Fin(Jour("2026-09-01")).Should().Be(Jour("2026-11-30"));

    [Theory]
    [InlineData("1996-07-09", EtatOption.Possible)]
    [InlineData("1996-07-08", EtatOption.AExaminer)]
    [InlineData("1996-07-07", EtatOption.AExaminer)]
    public void Un_nouvel_employeur_a_trente_ans_est_a_examiner(string naissance, EtatOption etat)
    {
        var apprenti = Lyceen("2026-07-08", ("2026-06", ResultatSession.Ajourne)) with { Statut = StatutSuivi.Apprenti, Naissance = Jour(naissance), Apprentissage = new ContratApprentissage { DejaProlonge = false } };
        OptionsDeSuivi.Repondre(apprenti, CodeOption.NouvelEmployeur).Etat.Should().Be(etat);
        OptionsDeSuivi.Repondre(apprenti with { Rqth = true }, CodeOption.NouvelEmployeur).Etat.Should().Be(EtatOption.Possible, "la limite tombe avec un handicap reconnu");
    }

    [Theory]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    public void Les_epreuves_de_remplacement_finissent_avec_septembre(string jour, bool ouvert) =>
        Ouverte(Lyceen(jour, ("2026-06", ResultatSession.AbsentForceMajeure)), CodeOption.EpreuvesRemplacement).Should().Be(ouvert);

    [Fact]
    public void La_regle_du_MOREA_a_deux_lectures_avec_leur_source()
    {
        Morea.LecturesDeLaRegle.Should().HaveCount(2).And.OnlyContain(lecture => lecture.Phrase.Length > 20);
        Morea.LecturesDeLaRegle.Select(lecture => lecture.EchecsRequis(ExamenPrepare.BacGeneral)).Should().Equal(2, 2);
        Morea.LecturesDeLaRegle.Select(lecture => lecture.EchecsRequis(ExamenPrepare.BacPro)).Should().Equal(2, 1);
    }

    /// <summary>En 2020, le jury pouvait renvoyer un ajourné en septembre : qui ne dit pas ses sessions peut en être, de juin à septembre.</summary>
    [Theory]
    [InlineData("2020-05-31", false)]
    [InlineData("2020-06-01", true)]
    [InlineData("2020-09-30", true)]
    [InlineData("2020-10-01", false)]
    [InlineData("2021-07-08", false)]
    public void Le_texte_de_2020_vaut_de_juin_a_septembre_2020(string jour, bool de2020) =>
        (OptionsDeSuivi.Repondre(Lyceen(jour) with { Sessions = null }, CodeOption.EpreuvesRemplacement).Fondement == EpreuvesRemplacement.Session2020).Should().Be(de2020);

    [Theory]
    [InlineData("2026-09", "2026-10-08", "Seconde lecture : la rentrée qui suit l'échec est celle de l'an prochain.")]
    [InlineData("2026-06", "2026-09-08", "Seconde lecture : la rentrée est passée, le droit est perdu.")]
    public void Apres_la_rentree_la_seconde_lecture_depend_de_la_session_manquee(string session, string jour, string lecture) =>
        OptionsDeSuivi.Repondre(Lyceen(jour, (session, ResultatSession.Ajourne)), CodeOption.RepreparationOrigine).Lectures.Select(l => l.Phrase).Should().Contain(lecture);

    [Theory]
    [InlineData(60, 41, "Les jours en entreprise font deux tiers du parcours au plus : 40 jours sur 60 (arrêté du 18 juillet 2023).")]
    [InlineData(100, 67, "Les jours en entreprise font deux tiers du parcours au plus : 66 jours sur 100 (arrêté du 18 juillet 2023).")]
    public void Le_PAE_dit_combien_de_jours_en_entreprise_il_admet(int jours, int entreprise, string phrase) => Pae.Ecarts(Jour("2026-09-01"), Jour("2026-12-31"), jours, entreprise).Should().Equal(phrase);

    [Fact]
    public void Le_MOREA_demande_au_moins_ce_que_la_lecture_la_plus_large_demande()
    {
        OptionSuivi De(ProfilSuivi profil) => OptionsDeSuivi.Repondre(profil, CodeOption.Morea);
        De(Lyceen("2026-07-08")).Phrase.Should().StartWith("Vous n'avez pas raté l'examen. Il en faut 1.");
        De(Lyceen("2026-07-08") with { Examen = ExamenPrepare.BacGeneral }).Phrase.Should().StartWith("Vous n'avez pas raté l'examen. Il en faut 2.");
        var deux = Lyceen("2026-07-08", ("2025-06", ResultatSession.Ajourne), ("2026-06", ResultatSession.Ajourne));
        De(deux).Conditions.Should().Contain(c => c.Phrase == "Vous avez raté l'examen 2 fois." && c.Etat == EtatCondition.Remplie);
        De(deux with { SessionsAnterieuresInconnues = true }).Conditions.Should().Contain(c => c.Phrase == "Nous ne savons pas combien de fois vous avez raté l'examen." && c.Etat == EtatCondition.Inconnue);
    }

    [Fact]
    public void La_paye_majoree_et_le_papier_du_handicap_ne_sont_dits_qu_a_qui_l_a()
    {
        var apprenti = Lyceen("2026-07-08", ("2026-06", ResultatSession.Ajourne)) with
        {
            Statut = StatutSuivi.Apprenti,
            Apprentissage = new ContratApprentissage { AnneeContrat = 2, FinContrat = Jour("2026-08-31"), EmployeurAccepte = true, DejaProlonge = false },
        };
        OptionSuivi De(bool? rqth, CodeOption code) => OptionsDeSuivi.Repondre(apprenti with { Rqth = rqth }, code);
        De(true, CodeOption.ProlongationHandicap).Remuneration.Should().ContainSingle().Which.Pourcentage.Should().Be(51 + 15);
        De(null, CodeOption.ProlongationHandicap).Remuneration.Should().BeEmpty();
        const string papier = "Votre reconnaissance de travailleur handicapé (RQTH)";
        De(true, CodeOption.ProrogationApprentissage).Documents.Should().ContainSingle(d => d == papier);
        De(false, CodeOption.ProrogationApprentissage).Documents.Should().NotContain(papier);
        De(true, CodeOption.ProlongationHandicap).Documents.Should().ContainSingle(d => d == papier);
    }
}
