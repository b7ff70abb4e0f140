using System.Text.Json.Nodes;
using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Cas;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Ce qui est vrai de tous les profils.</summary>
public sealed class ProprietesSuivi
{
    private static readonly CodeOption[] s_codes = Enum.GetValues<CodeOption>();

    /// <summary>Les codes du contrat de la ligne de commande, écrits ici une seconde fois : un code renommé est une rupture.</summary>
    private const string Contrat = "REPREPARATION_ORIGINE REPREPARATION_AUTRE REPREPARATION_PLACE PROROGATION_APPRENTISSAGE NOUVEL_EMPLOYEUR CFA_SANS_EMPLOYEUR MAINTIEN_CFA_RUPTURE PROLONGATION_HANDICAP "
        + "PREMIER_APPRENTISSAGE RETOUR_SCOLAIRE CANDIDAT_LIBRE PAE MOREA MICRO_LYCEE RETOUR_EN_FORMATION MISSION_LOCALE CEJ SERVICE_CIVIQUE EPIDE E2C PROMO_16_18 EPREUVE_CONTROLE EPREUVES_REMPLACEMENT";

    [Fact]
    public void Les_codes_sont_ceux_du_contrat()
    {
        s_codes.Select(code => code.Code()).Should().Equal(Contrat.Split(' '));
        foreach (var code in s_codes)
            Codes.Lire<CodeOption>(code.Code()).Should().Be(code);
        Enum.GetValues<EtatOption>().Select(etat => etat.Code()).Should().Equal("DROIT", "POSSIBLE", "A_EXAMINER", "AUCUN_DROIT_TROUVE");
    }

    [Fact]
    public void Chaque_code_a_une_reponse_et_une_seule_de_la_plus_forte_a_la_plus_faible() => Verifier(reponse =>
    {
        reponse.Options.Select(option => option.Code).Order().Should().Equal(s_codes);
        reponse.Options.Select(option => option.Etat).Should().BeInAscendingOrder();
    });

    [Fact]
    public void L_etat_se_deduit_des_conditions() => Verifier(reponse =>
    {
        foreach (var option in reponse.Options)
        {
            option.Conditions.Should().NotBeEmpty();
            var bloque = option.Conditions.Any(condition => condition is { Etat: EtatCondition.Manquante, AVotreMain: false });
            (option.Etat == EtatOption.AucunDroitTrouve).Should().Be(bloque, option.Code.Code());
            if (option.Etat == EtatOption.Droit)
                option.Conditions.Should().OnlyContain(condition => condition.Etat == EtatCondition.Remplie, option.Code.Code());
            (option.Etat == EtatOption.AExaminer).Should().Be(!bloque && option.Conditions.Any(condition => condition.Discutee), option.Code.Code());
        }
    });

    [Fact]
    public void Une_option_a_examiner_montre_deux_lectures_et_une_fermee_dit_a_qui_parler() => Verifier(reponse =>
    {
        foreach (var option in reponse.Options)
        {
            option.Guichet.Nom.Should().NotBeNullOrWhiteSpace();
            option.Guichet.CommentTrouver.Should().NotBeNullOrWhiteSpace();
            option.Phrase.Should().NotContainAny("refus", "interdit");
            if (option.Etat == EtatOption.AExaminer)
                option.Lectures.Count.Should().BeGreaterThanOrEqualTo(2, option.Code.Code());
            if (option.Etat == EtatOption.AucunDroitTrouve)
            {
                option.Phrase.Should().Contain("Nous n'avons pas trouvé de droit ici.").And.NotEndWith("ici.", "la suite dit qui interroger");
                option.Echeance.Should().BeNull();
                option.Documents.Should().BeEmpty();
            }
            else
                option.Documents.Should().NotBeEmpty(option.Code.Code());
        }
    });

    [Fact]
    public void Une_echeance_n_est_jamais_passee() =>
        ProfilsAleatoires.Profils.Sample(profil => OptionsDeSuivi.Repondre(profil).Options.All(option => option.Echeance is null || option.Echeance >= profil.Aujourdhui), iter: 1500, threads: 1);

    /// <summary>Ne rien savoir ne ferme rien : effacer un fait ne fait jamais perdre une option.</summary>
    [Fact]
    public void Un_fait_inconnu_ne_ferme_jamais_une_option() => ProfilsAleatoires.Profils.Sample(profil =>
    {
        var avant = OptionsDeSuivi.Repondre(profil);
        foreach (var (nom, oubli) in Oublis(profil))
            foreach (var code in s_codes)
                (avant[code].Etat != EtatOption.AucunDroitTrouve && OptionsDeSuivi.Repondre(oubli, code).Etat == EtatOption.AucunDroitTrouve)
                    .Should().BeFalse($"{code.Code()} se ferme quand {nom} n'est plus connu");
    }, iter: 400, threads: 1);

    [Fact]
    public void Le_manque_de_place_ne_change_rien_au_droit() => ProfilsAleatoires.Profils.Sample(profil =>
        OptionsDeSuivi.Repondre(profil with { RefusCapacite = true }, CodeOption.RepreparationOrigine) is var avec
        && OptionsDeSuivi.Repondre(profil with { RefusCapacite = false }, CodeOption.RepreparationOrigine) is var sans
        && avec.Etat == sans.Etat, iter: 800, threads: 1);

    [Fact]
    public void Le_droit_ne_va_qu_a_un_eleve_a_son_premier_echec_avant_la_rentree() => ProfilsAleatoires.Profils.Sample(profil =>
    {
        if (OptionsDeSuivi.Repondre(profil, CodeOption.RepreparationOrigine).Etat != EtatOption.Droit)
            return;
        profil.Statut.Should().BeOneOf(StatutSuivi.Lyceen, StatutSuivi.EtudiantBts);
        profil.Sessions!.Count(passee => passee.Resultat == ResultatSession.Ajourne).Should().Be(1);
        profil.Sessions!.MaxBy(passee => passee.Session)!.Resultat.Should().Be(ResultatSession.Ajourne);
        profil.Sessions!.Max(passee => passee.Session.Annee).Should().Be(profil.Aujourdhui.Year).And.BeGreaterThanOrEqualTo(2016);
        profil.Aujourdhui.Should().BeOnOrBefore(new DateOnly(profil.Aujourdhui.Year, 9, 5));
    }, iter: 4000, threads: 1);

    [Fact]
    public void L_obligation_tient_du_jour_des_16_ans_a_la_veille_des_18() => ProfilsAleatoires.Profils.Sample(profil =>
    {
        var conclusion = ObligationDeFormation.Conclure(profil);
        if (profil.Naissance is not { } naissance)
            return conclusion.Concerne is null;
        var attendu = profil.Aujourdhui >= new DateOnly(2020, 9, 1) && naissance.AddYears(16) <= profil.Aujourdhui && profil.Aujourdhui < naissance.AddYears(18);
        return conclusion.Concerne == attendu && conclusion.Jusquau == (attendu ? naissance.AddYears(18).AddDays(-1) : null);
    }, iter: 2000, threads: 1);

    [Fact]
    public void La_reponse_ecrite_a_toutes_les_proprietes_du_contrat()
    {
        var reponse = JsonNode.Parse(ProfilJson.Repondre(ProfilJson.Lire("""{"id":"a","aujourdhui":"2026-07-08"}""")))!.AsObject();
        reponse.Select(p => p.Key).Should().Equal("id", "options", "obligationFormation", "alertes");
        foreach (var option in reponse["options"]!.AsArray())
            option!.AsObject().Select(p => p.Key).Should().StartWith(["code", "etat", "phrase", "conditions", "documents", "demarches", "guichet", "echeance", "fondement", "lectures"]);
    }

    private static void Verifier(Action<ReponseOptions> verification) =>
        ProfilsAleatoires.Profils.Sample(profil => verification(OptionsDeSuivi.Repondre(profil)), iter: 1500, threads: 1);

    private static IEnumerable<(string Nom, ProfilSuivi Profil)> Oublis(ProfilSuivi profil) =>
    [
        ("la naissance", profil with { Naissance = null }),
        ("la nationalité", profil with { NationaliteFrancaise = null }),
        ("le handicap", profil with { Rqth = null }),
        ("le statut", profil with { Statut = null }),
        ("l'examen", profil with { Examen = null }),
        ("les diplômes", profil with { Diplomes = null }),
        ("la fin de scolarité", profil with { FinScolarite = null }),
        ("l'emploi", profil with { EnEmploi = null }),
        ("la formation", profil with { EnFormation = null }),
        ("l'accord pour le parcours", profil with { VolontairePae = null }),
        ("la force majeure", profil with { ForceMajeure = null }),
        ("les sessions", profil with { Sessions = null }),
        ("le contrat", profil with { Apprentissage = null }),
    ];
}
