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
}
