using AwesomeAssertions;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Les dispositifs et les épreuves : chaque condition, chaque texte, chaque guichet.</summary>
public sealed class ConditionsDispositifsTests
{
    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<SessionPassee> Session(string session, ResultatSession resultat, decimal? moyenne = null) =>
        [new(SessionExamen.TryLire(session, out var lue) ? lue : default, resultat, moyenne, new Dictionary<string, Note>())];

    private static readonly ProfilSuivi Lyceen = new()
    {
        Aujourdhui = Jour("2026-07-08"),
        Naissance = Jour("2008-03-03"),
        Statut = StatutSuivi.Lyceen,
        Examen = ExamenPrepare.BacPro,
        Sessions = Session("2026-06", ResultatSession.Ajourne),
        Diplomes = [],
        EnEmploi = false,
        EnFormation = false,
        VolontairePae = true,
    };

    private static readonly ProfilSuivi Sorti = Lyceen with { Statut = StatutSuivi.Sans, Sessions = [], FinScolarite = Jour("2025-07-04") };

    private static EtatOption Etat(ProfilSuivi profil, CodeOption code) => OptionsDeSuivi.Repondre(profil, code).Etat;

    private static EtatCondition Condition(ProfilSuivi profil, CodeOption code, string dit) =>
        OptionsDeSuivi.Repondre(profil, code).Conditions.Should().ContainSingle(c => c.Phrase.StartsWith(dit, StringComparison.Ordinal), $"{code} : {dit}").Which.Etat;

    [Theory]
    [InlineData(CodeOption.Cej)]
    [InlineData(CodeOption.Pae)]
    [InlineData(CodeOption.Promo1618)]
    public void Etre_en_formation_ferme_ce_qui_est_pour_ceux_qui_n_en_ont_pas(CodeOption code)
    {
        var profil = Lyceen with { Naissance = Jour("2009-03-03") };
        Condition(profil with { EnFormation = false }, code, "Vous n'êtes pas en formation").Should().Be(EtatCondition.Remplie);
        Condition(profil with { EnFormation = true }, code, "Vous êtes en formation").Should().Be(EtatCondition.Manquante);
        Etat(profil with { EnFormation = true }, code).Should().Be(EtatOption.AucunDroitTrouve);
        Etat(profil with { EnFormation = null }, code).Should().Be(EtatOption.Possible);
        Condition(profil with { EnFormation = null }, code, code == CodeOption.Cej ? "Il ne faut être ni élève" : "Il ne faut pas être en formation").Should().Be(EtatCondition.Inconnue);
    }

    [Theory]
    [InlineData(CodeOption.Pae)]
    [InlineData(CodeOption.Promo1618)]
    public void Un_emploi_ferme_le_PAE_et_la_promo(CodeOption code)
    {
        var profil = Lyceen with { Naissance = Jour("2009-03-03") };
        Condition(profil, code, "Vous n'avez pas d'emploi").Should().Be(EtatCondition.Remplie);
        Etat(profil with { EnEmploi = true }, code).Should().Be(EtatOption.AucunDroitTrouve);
        Condition(profil with { EnEmploi = true }, code, "Vous avez un emploi").Should().Be(EtatCondition.Manquante);
        Condition(profil with { EnEmploi = null }, code, "Il ne faut pas avoir d'emploi").Should().Be(EtatCondition.Inconnue);
    }

    [Theory]
    [InlineData(ExamenPrepare.BacPro, true)]
    [InlineData(ExamenPrepare.BacProAgricole, true)]
    [InlineData(ExamenPrepare.Cap, true)]
    [InlineData(ExamenPrepare.Bma, true)]
    [InlineData(ExamenPrepare.Dtms, true)]
    [InlineData(ExamenPrepare.Bts, false)]
    [InlineData(ExamenPrepare.Bt, false)]
    [InlineData(ExamenPrepare.BacGeneral, false)]
    [InlineData(ExamenPrepare.BacTechnologique, false)]
    public void Le_PAE_est_pour_les_examens_de_son_arrete(ExamenPrepare examen, bool ouvert) => (Etat(Lyceen with { Examen = examen }, CodeOption.Pae) != EtatOption.AucunDroitTrouve).Should().Be(ouvert);

    [Fact]
    public void Le_PAE_se_choisit_et_l_ancien_apprenti_se_discute()
    {
        Condition(Lyceen, CodeOption.Pae, "Vous êtes d'accord").Should().Be(EtatCondition.Remplie);
        OptionsDeSuivi.Repondre(Lyceen with { VolontairePae = false }, CodeOption.Pae).Should().Match<OptionSuivi>(o => o.Etat == EtatOption.Possible && o.Conditions.Any(c => c.AVotreMain && c.Etat == EtatCondition.Manquante), "dire non n'est pas un droit perdu");
        Condition(Lyceen with { VolontairePae = null }, CodeOption.Pae, "Il faut le vouloir").Should().Be(EtatCondition.Inconnue);
        Etat(Lyceen with { Statut = StatutSuivi.Apprenti }, CodeOption.Pae).Should().Be(EtatOption.AExaminer);
        Etat(Lyceen with { Statut = StatutSuivi.CandidatLibre }, CodeOption.Pae).Should().Be(EtatOption.AExaminer);
        Etat(Lyceen with { Statut = null }, CodeOption.Pae).Should().Be(EtatOption.Possible);
        Condition(Lyceen with { Sessions = [] }, CodeOption.Pae, "Il faut avoir fini l'année d'examen").Should().Be(EtatCondition.Manquante);
        Condition(Lyceen with { Sessions = null }, CodeOption.Pae, "Il faut avoir fini vos études").Should().Be(EtatCondition.Inconnue);
        Etat(Lyceen with { Sessions = Session("2026-06", ResultatSession.Admis) }, CodeOption.Pae).Should().Be(EtatOption.Possible, "reçu ou non");
    }

    [Theory]
    [InlineData("2026-09-01", "2026-12-31", 60, 40, 0)] // quatre mois, deux tiers : tout juste
    [InlineData("2026-09-01", "2027-01-01", 60, 40, 1)] // un jour de trop
    [InlineData("2026-09-01", "2026-12-31", 60, 41, 1)] // un jour de trop en entreprise
    [InlineData("2026-09-01", "2026-12-31", 60, 39, 0)]
    [InlineData("2026-09-01", "2026-09-01", 1, 0, 0)]
    [InlineData("2026-09-02", "2026-09-01", 1, 0, 1)]
    [InlineData("2026-09-01", "2026-12-31", 0, 0, 1)]
    [InlineData("2026-09-01", "2026-12-31", 60, -1, 1)]
    public void Le_PAE_tient_dans_son_arrete_au_jour_pres(string debut, string fin, int jours, int entreprise, int ecarts) => Pae.Ecarts(Jour(debut), Jour(fin), jours, entreprise).Should().HaveCount(ecarts);

    [Theory]
    [InlineData(Diplome.Dnb, true, true)]
    [InlineData(Diplome.Cfg, true, true)]
    [InlineData(Diplome.BacGeneral, false, true)]
    [InlineData(Diplome.Cap, false, false)]
    [InlineData(Diplome.BacPro, false, false)]
    public void Sans_diplome_pour_l_E2C_sans_qualification_pour_le_retour_en_formation(Diplome diplome, bool e2c, bool retour)
    {
        var profil = Sorti with { Diplomes = [diplome] };
        (Etat(profil, CodeOption.E2c) != EtatOption.AucunDroitTrouve).Should().Be(e2c);
        (Etat(profil, CodeOption.RetourEnFormation) != EtatOption.AucunDroitTrouve).Should().Be(retour);
    }

    [Fact]
    public void Un_diplome_inconnu_ou_non_dit_laisse_la_question_ouverte()
    {
        foreach (var diplomes in (IReadOnlyList<Diplome>?[])[null, [Diplome.Autre], [Diplome.Dnb, Diplome.Autre]])
        {
            Condition(Sorti with { Diplomes = diplomes }, CodeOption.E2c, "Nous ne savons pas quels diplômes").Should().Be(EtatCondition.Inconnue);
            Condition(Sorti with { Diplomes = diplomes }, CodeOption.RetourEnFormation, "Nous ne savons pas quels diplômes").Should().Be(EtatCondition.Inconnue);
        }
        Etat(Sorti with { Diplomes = [Diplome.Autre, Diplome.Cap] }, CodeOption.E2c).Should().Be(EtatOption.AucunDroitTrouve);
        Etat(Sorti with { Diplomes = null, Sessions = Session("2026-06", ResultatSession.Admis) }, CodeOption.E2c).Should().Be(EtatOption.AucunDroitTrouve, "l'examen réussi est un diplôme");
    }

    [Theory]
    [InlineData("2025-09-01", EtatCondition.Inconnue)]
    [InlineData("2025-09-02", EtatCondition.Remplie)]
    public void Un_eleve_a_quitte_l_ecole_quand_une_rentree_est_passee(string jour, EtatCondition etat) =>
        Condition(Sorti with { Statut = StatutSuivi.Lyceen, Aujourdhui = Jour(jour) }, CodeOption.RetourEnFormation, etat == EtatCondition.Remplie ? "Vous avez quitté" : "Ce droit sert").Should().Be(etat);

    [Fact]
    public void Le_micro_lycee_est_pour_qui_a_quitte_l_ecole_sans_bac()
    {
        foreach (var bac in new[] { Diplome.BacPro, Diplome.BacProAgricole, Diplome.BacGeneral, Diplome.BacTechnologique, Diplome.Bts })
            Etat(Sorti with { Diplomes = [bac] }, CodeOption.MicroLycee).Should().Be(EtatOption.AucunDroitTrouve, $"{bac}");
        Etat(Sorti with { Diplomes = [Diplome.Cap] }, CodeOption.MicroLycee).Should().Be(EtatOption.Possible);
        Condition(Sorti with { Diplomes = null }, CodeOption.MicroLycee, "Il ne faut pas avoir déjà le bac").Should().Be(EtatCondition.Inconnue);
        Condition(Sorti with { EnFormation = true }, CodeOption.MicroLycee, "Vous êtes en formation").Should().Be(EtatCondition.Manquante);
        Condition(Sorti with { FinScolarite = null }, CodeOption.MicroLycee, "Il faut avoir quitté l'école depuis six mois. Nous ne savons").Should().Be(EtatCondition.Inconnue);
    }

    [Fact]
    public void L_oral_de_controle_est_pour_les_bacs_et_sur_appel_du_jury()
    {
        var appele = Lyceen with { Sessions = Session("2026-06", ResultatSession.Controle) };
        Etat(appele, CodeOption.EpreuveControle).Should().Be(EtatOption.Droit);
        Etat(appele with { Examen = ExamenPrepare.Cap }, CodeOption.EpreuveControle).Should().Be(EtatOption.AucunDroitTrouve);
        Etat(appele with { Examen = null }, CodeOption.EpreuveControle).Should().Be(EtatOption.Possible);
        Etat(appele with { Aujourdhui = Jour("2026-08-31") }, CodeOption.EpreuveControle).Should().Be(EtatOption.Droit);
        Etat(appele with { Aujourdhui = Jour("2026-09-01") }, CodeOption.EpreuveControle).Should().Be(EtatOption.Possible, "l'oral a dû avoir lieu");
        Etat(Lyceen with { Sessions = null }, CodeOption.EpreuveControle).Should().Be(EtatOption.Possible);
        Etat(Lyceen with { Sessions = [] }, CodeOption.EpreuveControle).Should().Be(EtatOption.AucunDroitTrouve);
    }

    [Theory]
    [InlineData("7.99", "Le jury ne vous appelle pas")]
    [InlineData("8", "Votre moyenne est entre 8 et 10")]
    [InlineData("9.99", "Votre moyenne est entre 8 et 10")]
    [InlineData("10", "Le jury ne vous appelle pas")]
    public void Entre_huit_et_dix_sans_appel_on_demande_pourquoi(string moyenne, string phrase) =>
        Condition(Lyceen with { Sessions = Session("2026-06", ResultatSession.Ajourne, decimal.Parse(moyenne, System.Globalization.CultureInfo.InvariantCulture)) }, CodeOption.EpreuveControle, phrase).Should().Be(EtatCondition.Manquante);

    [Fact]
    public void Les_epreuves_de_remplacement_demandent_une_raison_grave()
    {
        Etat(Lyceen with { ForceMajeure = true }, CodeOption.EpreuvesRemplacement).Should().Be(EtatOption.Possible);
        Etat(Lyceen with { ForceMajeure = false }, CodeOption.EpreuvesRemplacement).Should().Be(EtatOption.AucunDroitTrouve);
        Condition(Lyceen, CodeOption.EpreuvesRemplacement, "Il faut avoir manqué une épreuve").Should().Be(EtatCondition.Inconnue);
        Condition(Lyceen with { Sessions = Session("2026-06", ResultatSession.Admis), ForceMajeure = true }, CodeOption.EpreuvesRemplacement, "Vous avez eu votre examen").Should().Be(EtatCondition.Manquante);
        Condition(Lyceen with { Sessions = [] }, CodeOption.EpreuvesRemplacement, "Vous n'étiez pas à cette session").Should().Be(EtatCondition.Manquante);
        var en2020 = Lyceen with { Aujourdhui = Jour("2020-07-08"), Naissance = Jour("2002-03-03"), Sessions = Session("2020-06", ResultatSession.Ajourne) };
        Condition(en2020, CodeOption.EpreuvesRemplacement, "En 2020, le jury pouvait").Should().Be(EtatCondition.Inconnue);
        OptionsDeSuivi.Repondre(en2020, CodeOption.EpreuvesRemplacement).Fondement.Should().Be(EpreuvesRemplacement.Session2020);
        Condition(Lyceen with { Examen = ExamenPrepare.Cap }, CodeOption.EpreuvesRemplacement, "Ces épreuves sont prévues pour les bacs").Should().Be(EtatCondition.Inconnue);
    }

    public static TheoryData<CodeOption, ExamenPrepare, Fondement> TextesParExamen => new()
    {
        { CodeOption.EpreuveControle, ExamenPrepare.BacPro, EpreuveControle.BacPro },
        { CodeOption.EpreuveControle, ExamenPrepare.BacGeneral, EpreuveControle.General },
        { CodeOption.EpreuveControle, ExamenPrepare.BacTechnologique, EpreuveControle.Technologique },
        { CodeOption.EpreuvesRemplacement, ExamenPrepare.BacPro, EpreuvesRemplacement.BacPro },
        { CodeOption.EpreuvesRemplacement, ExamenPrepare.BacGeneral, EpreuvesRemplacement.General },
        { CodeOption.EpreuvesRemplacement, ExamenPrepare.BacTechnologique, EpreuvesRemplacement.General },
        { CodeOption.CandidatLibre, ExamenPrepare.BacPro, CandidatLibre.Article },
        { CodeOption.CandidatLibre, ExamenPrepare.BacGeneral, CandidatLibre.General },
        { CodeOption.CandidatLibre, ExamenPrepare.BacTechnologique, CandidatLibre.General },
    };

    [Theory, MemberData(nameof(TextesParExamen))]
    public void Chaque_examen_a_son_texte(CodeOption code, ExamenPrepare examen, Fondement texte) => OptionsDeSuivi.Repondre(Lyceen with { Examen = examen }, code).Fondement.Should().Be(texte);

    [Fact]
    public void Le_candidat_libre_jamais_presente_prouve_trois_ans_de_metier_au_bac_pro_seulement()
    {
        var jamais = Sorti with { Naissance = Jour("1999-03-03") };
        OptionsDeSuivi.Repondre(jamais, CodeOption.CandidatLibre).Should().Match<OptionSuivi>(o => o.Fondement == CandidatLibre.TroisAns && o.Documents.Any(d => d.Contains("trois ans dans le métier")));
        Condition(jamais, CodeOption.CandidatLibre, "Au bac pro, il faut avoir travaillé trois ans").Should().Be(EtatCondition.Inconnue);
        Condition(jamais with { Examen = ExamenPrepare.Cap }, CodeOption.CandidatLibre, "Aucune durée de travail").Should().Be(EtatCondition.Remplie);
        Condition(Lyceen, CodeOption.CandidatLibre, "Vous avez déjà fait une année").Should().Be(EtatCondition.Remplie);
        Etat(Lyceen with { Sessions = Session("2026-06", ResultatSession.Admis) }, CodeOption.CandidatLibre).Should().Be(EtatOption.AucunDroitTrouve);
    }

    [Theory]
    [InlineData("2008-07-09", true)] // dix-huit ans demain
    [InlineData("2008-07-08", false)]
    public void Un_mineur_demande_s_il_peut_etre_candidat_libre_jusqu_a_ses_dix_huit_ans(string naissance, bool demande)
    {
        OptionsDeSuivi.Repondre(Lyceen with { Naissance = Jour(naissance) }, CodeOption.CandidatLibre).Conditions.Any(c => c.Phrase.Contains("s'il faut être majeur")).Should().Be(demande);
        OptionsDeSuivi.Repondre(Lyceen with { Naissance = Jour(naissance) }, CodeOption.MissionLocale).Documents.Should().NotContain(d => d.Contains("parent"));
        OptionsDeSuivi.Repondre(Lyceen with { Naissance = Jour(naissance) }, CodeOption.ServiceCivique).Documents.Any(d => d.Contains("parent")).Should().Be(demande, "la signature d'un parent, pour un mineur seulement");
    }

    [Theory]
    [InlineData(true, EtatCondition.Remplie, "Vous êtes français")]
    [InlineData(false, EtatCondition.Inconnue, "C'est ouvert si vous êtes d'un pays")]
    [InlineData(null, EtatCondition.Inconnue, "Il faut être français")]
    public void Le_service_civique_ne_se_ferme_a_personne_par_sa_nationalite(bool? francais, EtatCondition etat, string phrase) =>
        Condition(Lyceen with { NationaliteFrancaise = francais }, CodeOption.ServiceCivique, phrase).Should().Be(etat);

    [Theory]
    [InlineData(CodeOption.RepreparationOrigine, "Votre lycée")]
    [InlineData(CodeOption.RepreparationAutre, "La DSDEN")]
    [InlineData(CodeOption.ProrogationApprentissage, "Votre CFA, puis l'OPCO")]
    [InlineData(CodeOption.CandidatLibre, "Le service des examens")]
    [InlineData(CodeOption.RetourEnFormation, "Le CIO, ou la plateforme")]
    [InlineData(CodeOption.MissionLocale, "La mission locale")]
    [InlineData(CodeOption.Epide, "Le centre EPIDE")]
    public void Chaque_voie_dit_ou_aller_et_comment_trouver(CodeOption code, string ou) =>
        OptionsDeSuivi.Repondre(Lyceen, code).Guichet.Should().Match<Guichet>(g => g.Nom.StartsWith(ou) && g.CommentTrouver.Length > 20);

    [Fact]
    public void Le_guichet_du_CFA_est_le_sien_pour_un_apprenti_un_autre_pour_les_autres()
    {
        OptionsDeSuivi.Repondre(Lyceen with { Statut = StatutSuivi.Apprenti }, CodeOption.CfaSansEmployeur).Guichet.Nom.Should().Be("Votre CFA");
        OptionsDeSuivi.Repondre(Lyceen, CodeOption.CfaSansEmployeur).Guichet.Nom.Should().Be("Un CFA de votre métier");
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(true, null, true)]
    [InlineData(null, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(false, null, null)]
    [InlineData(null, false, null)]
    public void L_obligation_de_formation_est_remplie_par_une_formation_ou_un_emploi(bool? formation, bool? emploi, bool? remplie)
    {
        var conclusion = ObligationDeFormation.Conclure(Lyceen with { Naissance = Jour("2009-03-03"), EnFormation = formation, EnEmploi = emploi });

        conclusion.Should().Match<ConclusionObligation>(c => c.Concerne == true && c.Remplie == remplie);
        conclusion.Phrase.Should().Contain(remplie == true ? "C'est le cas" : "doivent vous proposer quelque chose");
    }
}
