using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Calendrier;

public sealed class CalendrierTests
{
    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2008-03-03", "2026-03-03", "2026-03-02")]
    [InlineData("2008-02-29", "2026-02-28", "2026-02-27")]
    [InlineData("2008-01-01", "2026-01-01", "2025-12-31")]
    public void Dix_huit_ans_et_leur_veille(string naissance, string anniversaire, string veille)
    {
        var ne = Jour(naissance);
        Anniversaires.Jour(ne, 18).Should().Be(Jour(anniversaire));
        Anniversaires.Veille(ne, 18).Should().Be(Jour(veille));
        Anniversaires.Age(ne, Jour(veille)).Should().Be(17);
        Anniversaires.Age(ne, Jour(anniversaire)).Should().Be(18);
        Anniversaires.Age(ne, Jour(anniversaire).AddDays(1)).Should().Be(18);
    }

    [Fact]
    public void Vingt_cinq_ans_revolus_va_jusqu_a_la_veille_des_26_ans() => Anniversaires.DernierJourRevolu(Jour("2000-07-08"), 25).Should().Be(Jour("2026-07-07"));

    [Theory]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Paques_tombe_au_jour_connu(int annee, string paques) => JoursOuvrables.Paques(annee).Should().Be(Jour(paques));

    [Fact]
    public void Les_onze_jours_feries_de_2026()
    {
        string[] feries = ["2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25"];
        Enumerable.Range(0, 365).Select(rang => new DateOnly(2026, 1, 1).AddDays(rang)).Where(jour => JoursOuvrables.EstFerie(jour)).Should().Equal(feries.Select(Jour));
        Enumerable.Range(0, 365).Select(rang => new DateOnly(2026, 1, 1).AddDays(rang)).Where(jour => JoursOuvrables.EstFerie(jour, alsaceMoselle: true))
            .Should().Equal(feries.Concat(["2026-04-03", "2026-12-26"]).Select(Jour).Order());
    }

    [Fact]
    public void Le_dimanche_de_Paques_n_est_pas_dans_la_liste_mais_il_est_un_dimanche() => JoursOuvrables.Est(Jour("2026-04-05")).Should().BeFalse();

    [Theory]
    [InlineData("2026-09-01", "2026-09-07")] // mardi ; le samedi compte, le dimanche non
    [InlineData("2026-09-14", "2026-09-19")] // lundi
    [InlineData("2026-08-31", "2026-09-05")]
    [InlineData("2026-11-09", "2026-11-16")] // le 11 novembre tombe dedans
    [InlineData("2026-05-04", "2026-05-11")] // le 8 mai
    [InlineData("2026-12-24", "2026-12-31")] // Noël et un dimanche
    [InlineData("2026-07-11", "2026-07-18")] // un samedi ; le 14 juillet
    public void Cinq_jours_ouvrables_apres(string debut, string fin) => JoursOuvrables.Ajouter(Jour(debut), 5).Should().Be(Jour(fin));

    [Fact]
    public void Le_26_decembre_n_est_ferie_qu_en_Alsace_et_en_Moselle() => JoursOuvrables.Ajouter(Jour("2026-12-24"), 5, alsaceMoselle: true).Should().Be(Jour("2027-01-02"));

    [Theory]
    [InlineData(2020, "2020-09-01", Verification.Verifie)]
    [InlineData(2026, "2026-09-01", Verification.Verifie)]
    [InlineData(2023, "2023-09-04", Verification.Verifie)]
    [InlineData(2016, "2016-09-01", Verification.AVerifier)]
    [InlineData(2027, "2027-09-01", Verification.AVerifier)]
    public void La_rentree_vient_du_calendrier_ou_reste_a_verifier(int annee, string jour, Verification verification) => Rentrees.De(annee).Should().Be(new RentreeScolaire(Jour(jour), verification));

    [Theory]
    [InlineData("2023-09-03", "2023-09-04")]
    [InlineData("2023-09-04", "2023-09-04")]
    [InlineData("2023-09-05", "2024-09-02")]
    public void La_prochaine_rentree_la_veille_le_jour_et_le_lendemain(string jour, string rentree) => Rentrees.Prochaine(Jour(jour)).Jour.Should().Be(Jour(rentree));

    /// <summary>Un second calcul, celui d'Oudin (1940), pour trois siècles.</summary>
    [Fact]
    public void Paques_est_celui_d_un_second_calcul()
    {
        for (var annee = 1900; annee < 2200; annee++)
        {
            var (siecle, rang) = (annee / 100, annee % 19);
            var lune = (siecle - (siecle / 4) - ((siecle - ((siecle - 17) / 25)) / 3) + (19 * rang) + 15) % 30;
            lune -= lune / 28 * (1 - (lune / 28 * (29 / (lune + 1)) * ((21 - rang) / 11)));
            var ecart = lune - ((annee + (annee / 4) + lune + 2 - siecle + (siecle / 4)) % 7);
            var mois = 3 + ((ecart + 40) / 44);
            JoursOuvrables.Paques(annee).Should().Be(new DateOnly(annee, mois, ecart + 28 - (31 * (mois / 4))));
        }
    }

    [Fact]
    public void On_ne_compte_pas_de_jours_ouvrables_a_rebours() => FluentActions.Invoking(() => JoursOuvrables.Ajouter(Jour("2026-07-08"), -1)).Should().Throw<ArgumentOutOfRangeException>();
}
