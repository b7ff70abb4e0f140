using AwesomeAssertions;
using Rebond.Regles.Inscription.Profils;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class CertificatEpsTests
{
    private static Constat? Constat(bool? inapte, string? du, string? au) =>
        CertificatEps.Constater(UnScolaire with { Eps = new AptitudeEps(inapte, du is null ? null : Jour(du), au is null ? null : Jour(au)) }, NancyMetz);

    [Theory]
    [InlineData("2023-09-04", "2024-05-30", "INSUFFISANT")]
    [InlineData("2023-09-04", "2024-05-31", "COUVRE")]
    [InlineData("2023-11-02", "2024-06-30", "COUVRE")]
    [InlineData(null, "2024-05-31", "COUVRE")]
    [InlineData("2023-12-09", "2024-05-31", "COUVRE")]
    [InlineData("2023-12-10", "2024-05-31", "INSUFFISANT")]
    [InlineData("2024-06-01", "2024-05-31", "INSUFFISANT")]
    [InlineData("2023-09-04", null, "A_PRECISER")]
    public void Le_certificat_couvre_l_annee_jusqu_au_31_mai(string? du, string? au, string valeur) => Constat(true, du, au)!.Valeur.Should().Be(valeur);

    [Fact]
    public void Apte_il_n_y_a_rien_a_dire_et_sans_reponse_la_question_est_posee()
    {
        Constat(false, null, null).Should().BeNull();
        Constat(null, null, null)!.Questions.Should().Equal("epsInapte");
        CertificatEps.Constater(UnScolaire with { Eps = null }, NancyMetz)!.Questions.Should().Equal("epsInapte");
        CertificatEps.Constater(UnScolaire with { Eps = null }, AixMarseille).Should().BeNull("cette campagne ne demande pas la pièce");
    }

    [Fact]
    public void Un_certificat_trop_court_demande_un_examen_sans_fermer_l_inscription() =>
        Recevabilite.Juger(UnScolaire with { Eps = new AptitudeEps(true, null, Jour("2024-01-31")) }, NancyMetz).Recevable.Should().Be(Recevable.AExaminer);

    [Theory]
    [InlineData(null, "2024-05-31", "Le certificat d'inaptitude va jusqu'au 31/05/2024 : il couvre l'année scolaire.")]
    [InlineData(null, "2024-06-30", "Le certificat d'inaptitude va jusqu'au 30/06/2024 : il couvre l'année scolaire, jusqu'au 31/05/2024.")]
    [InlineData("2024-05-31", "2024-05-31", "Le certificat d'inaptitude commence le 31/05/2024, après la date d'envoi des pièces (09/12/2023) : une personne examine s'il couvre l'année scolaire.")]
    [InlineData("2024-06-01", "2024-05-31", "Le certificat commence le 01/06/2024 et finit le 31/05/2024 : l'une des deux dates est à corriger.")]
    public void Le_constat_dit_ce_que_le_certificat_couvre(string? du, string au, string phrase) => Constat(true, du, au)!.Phrase.Should().Be(phrase);
}
