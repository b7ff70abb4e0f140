using AwesomeAssertions;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class ExperienceTroisAnsTests
{
    private static readonly Profil s_candidat = UnCandidat(Categorie.Experience3Ans) with { Naissance = new DateOnly(1993, 2, 1) };

    [Theory]
    [InlineData(0, "INSUFFISANTE", Verite.Faux)]
    [InlineData(2, "INSUFFISANTE", Verite.Faux)]
    [InlineData(2.4, "INSUFFISANTE", Verite.Faux)]
    [InlineData(2.5, "A_EXAMINER", Verite.Inconnu)]
    [InlineData(3, "A_EXAMINER", Verite.Inconnu)]
    [InlineData(12, "A_EXAMINER", Verite.Inconnu)]
    public void Trois_ans_atteints_au_plus_tard_a_la_session_et_l_inspecteur_decide(double annees, string valeur, Verite effet)
    {
        var constat = ExperienceTroisAns.Constater(s_candidat with { AnneesExperience = (decimal)annees }, NancyMetz)!;
        (constat.Valeur, constat.Effet).Should().Be((valeur, effet));
    }

    [Fact]
    public void Jamais_recevable_d_office_meme_avec_vingt_ans_d_experience() =>
        Recevabilite.Juger(s_candidat with { AnneesExperience = 20 }, NancyMetz).Recevable.Should().Be(Recevable.AExaminer);

    [Fact]
    public void Sans_reponse_la_question_est_posee() => ExperienceTroisAns.Constater(s_candidat, NancyMetz)!.Questions.Should().Equal("anneesExperience");

    [Fact]
    public void Un_mineur_est_examine_avec_un_fondement_a_verifier() =>
        ExperienceTroisAns.Constater(s_candidat with { AnneesExperience = 3, Naissance = Jour("2006-01-01") }, NancyMetz)!.Fondement.Verification.Should().Be(Verification.AVerifier);

    [Fact]
    public void Les_autres_categories_et_le_general_ne_sont_pas_concernes()
    {
        ExperienceTroisAns.Constater(UnScolaire with { AnneesExperience = 1 }, NancyMetz).Should().BeNull();
        ExperienceTroisAns.Constater(s_candidat with { AnneesExperience = 1 }, AixMarseille).Should().BeNull();
    }

    /// <summary>De décembre 2023 à juin 2024 il y a six mois, de février 2023 seize ; un jour d'inscription inconnu en laisse douze.</summary>
    [Theory]
    [InlineData(2.4, "2023-12-04T10:00", "2,4 ans d'activité professionnelle : les trois ans ne seront pas atteints à la session 2024-06.")]
    [InlineData(1, "2023-12-04T10:00", "1 an d'activité professionnelle : les trois ans ne seront pas atteints à la session 2024-06.")]
    [InlineData(2, "2023-12-04T10:00", "2 ans d'activité professionnelle : les trois ans ne seront pas atteints à la session 2024-06.")]
    [InlineData(2.5, "2023-12-04T10:00", "2,5 ans d'activité à l'inscription ; les trois ans peuvent être atteints à la session 2024-06 : l'inspecteur de la spécialité décide.")]
    [InlineData(2, null, "2 ans d'activité à l'inscription ; les trois ans peuvent être atteints à la session 2024-06 : l'inspecteur de la spécialité décide.")]
    [InlineData(1.75, "2023-02-01T10:00", "1,75 an d'activité à l'inscription ; les trois ans peuvent être atteints à la session 2024-06 : l'inspecteur de la spécialité décide.")]
    [InlineData(3, "2023-12-04T10:00", "3 ans d'activité déclarés, au moins trois : l'inspecteur de la spécialité décide, au vu des certificats de travail.")]
    public void Ce_que_l_experience_laisse_esperer_est_dit_en_annees(double annees, string? inscritLe, string phrase) =>
        ExperienceTroisAns.Constater(s_candidat with { AnneesExperience = (decimal)annees, InscritLe = inscritLe is null ? null : Heure(inscritLe) }, NancyMetz)!.Phrase.Should().Be(phrase);

    [Theory]
    [InlineData("2005-11-15", "2023-11-20T14:00", false)]
    [InlineData("2005-11-21", "2023-11-20T14:00", true)]
    [InlineData("2005-11-06", null, false)]
    [InlineData("2005-11-15", null, true)]
    public void La_majorite_se_compte_au_jour_de_l_inscription_ou_a_defaut_de_l_ouverture(string naissance, string? inscritLe, bool mineur) =>
        ExperienceTroisAns.Constater(s_candidat with { AnneesExperience = 3, Naissance = Jour(naissance), InscritLe = inscritLe is null ? null : Heure(inscritLe) }, NancyMetz)!
            .Phrase.Contains("mineur", StringComparison.Ordinal).Should().Be(mineur);
}
