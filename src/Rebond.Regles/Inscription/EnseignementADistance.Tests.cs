using AwesomeAssertions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class EnseignementADistanceTests
{
    private static readonly Profil s_candidat = UnCandidat(Categorie.EnseignementDistance) with { AnneesPreparation = 2 };

    [Theory]
    [InlineData(1, "TROP_COURTE", Recevable.Non)]
    [InlineData(1.9, "TROP_COURTE", Recevable.Non)]
    [InlineData(2, "SUFFISANTE", Recevable.Oui)]
    [InlineData(3, "SUFFISANTE", Recevable.Oui)]
    public void Deux_annees_scolaires(double annees, string valeur, Recevable recevable)
    {
        var profil = s_candidat with { AnneesPreparation = (decimal)annees };
        EnseignementADistance.Constater(profil, NancyMetz)!.Valeur.Should().Be(valeur);
        Recevabilite.Juger(profil, NancyMetz).Recevable.Should().Be(recevable);
    }

    [Theory]
    [InlineData("2024-06-30", "SUFFISANTE")]
    [InlineData("2024-07-01", "PAS_TERMINEE")]
    [InlineData("2025-06-15", "PAS_TERMINEE")]
    public void Pas_d_examen_avant_le_terme_de_la_preparation(string fin, string valeur) => EnseignementADistance.Constater(s_candidat with { FinPreparation = Jour(fin) }, NancyMetz)!.Valeur.Should().Be(valeur);

    [Theory]
    [InlineData(false, "SANS_ASSIDUITE")]
    [InlineData(true, "SUFFISANTE")]
    [InlineData(null, "SUFFISANTE")]
    public void Sans_assiduite_pas_d_examen(bool? assiduite, string valeur) => EnseignementADistance.Constater(s_candidat with { Assiduite = assiduite }, NancyMetz)!.Valeur.Should().Be(valeur);

    [Fact]
    public void Sans_reponse_la_question_est_posee() => EnseignementADistance.Constater(s_candidat with { AnneesPreparation = null }, NancyMetz)!.Questions.Should().Equal("anneesPreparation");

    [Fact]
    public void L_arrete_ne_vise_que_le_bac_pro_et_la_distance()
    {
        EnseignementADistance.Constater(s_candidat with { AnneesPreparation = 1 }, AixMarseille).Should().BeNull();
        EnseignementADistance.Constater(UnScolaire with { AnneesPreparation = 1 }, NancyMetz).Should().BeNull();
    }

    [Fact]
    public void La_duree_est_dite_comme_elle_est() =>
        EnseignementADistance.Constater(s_candidat with { AnneesPreparation = 1.5m }, NancyMetz)!.Phrase.Should().Be("1,5 année scolaire de préparation : il en faut deux pour s'inscrire à l'examen.");
}
