using AwesomeAssertions;
using CsCheck;
using Xunit;

namespace Rebond.Regles.Vocabulaire;

public sealed class HeureParisTests
{
    [Theory]
    [InlineData("2023-12-06T22:00", "2023-12-06T21:00:00Z")]
    [InlineData("2024-06-12T08:00", "2024-06-12T06:00:00Z")]
    [InlineData("2024-03-31T01:59", "2024-03-31T00:59:00Z")]
    [InlineData("2024-03-31T03:00", "2024-03-31T01:00:00Z")]
    [InlineData("2023-10-29T01:59", "2023-10-28T23:59:00Z")]
    [InlineData("2023-10-29T02:00", "2023-10-29T01:00:00Z")]
    [InlineData("2023-10-29T03:00", "2023-10-29T02:00:00Z")]
    public void L_heure_d_ete_et_l_heure_d_hiver(string paris, string utc)
    {
        HeureParis.TryLire(paris, out var heure).Should().BeTrue();
        heure.EnUtc().Should().Be(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
        HeureParis.DeUtc(heure.EnUtc()).Should().Be(heure);
    }

    [Fact]
    public void L_heure_sautee_n_existe_pas_et_l_heure_doublee_est_ambigue()
    {
        HeureParis.TryLire("2024-03-31T02:30", out var sautee);
        HeureParis.TryLire("2023-10-29T02:30", out var doublee);
        HeureParis.TryLire("2024-03-30T02:30", out var ordinaire);
        (sautee.Existe, doublee.Existe, ordinaire.Existe).Should().Be((false, true, true));
        (sautee.EstAmbigue, doublee.EstAmbigue, ordinaire.EstAmbigue).Should().Be((false, true, false));
        doublee.EnUtc().Should().Be(new DateTimeOffset(2023, 10, 29, 1, 30, 0, TimeSpan.Zero), "le second passage");
    }

    /// <summary>La base de fuseaux de la machine sert de second calcul ; les règles n'en dépendent pas.</summary>
    [Fact]
    public void Le_calcul_est_celui_de_la_base_des_fuseaux()
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        Gen.Long[new DateTimeOffset(1997, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), new DateTimeOffset(2037, 12, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()].Sample(secondes =>
        {
            var instant = DateTimeOffset.FromUnixTimeSeconds(secondes);
            var attendue = TimeZoneInfo.ConvertTime(instant, paris);
            var lue = HeureParis.DeUtc(instant);
            lue.Should().Be(new HeureParis(DateOnly.FromDateTime(attendue.DateTime), TimeOnly.FromDateTime(attendue.DateTime)));
            if (!lue.EstAmbigue)
                lue.EnUtc().Should().Be(instant);
        }, iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData("2023-12-06T22:00", "06/12/2023 à 22 h")]
    [InlineData("2023-12-06T08:05", "06/12/2023 à 8 h 05")]
    [InlineData("2023-12-06T22:00:01", "06/12/2023 à 22 h 00 min 01 s")]
    public void Une_heure_s_ecrit_en_francais(string texte, string francais)
    {
        HeureParis.TryLire(texte, out var heure).Should().BeTrue();
        heure.EnFrancais().Should().Be(francais);
        heure.ToString().Should().Be(texte);
    }

    [Theory]
    [InlineData("2023-12-06")]
    [InlineData("2023-12-06T24:00")]
    [InlineData("2023-12-06T22:00Z")]
    [InlineData("2023-12-06T22:00+01:00")]
    [InlineData("2023-02-29T10:00")]
    [InlineData("06/12/2023 22:00")]
    [InlineData("2023-12-06 22:00")]
    [InlineData("")]
    [InlineData(null)]
    public void Ce_qui_n_est_pas_une_heure_de_Paris_n_est_pas_lu(string? texte) => HeureParis.TryLire(texte, out _).Should().BeFalse();

    [Theory]
    [InlineData("1899-12-31", false)]
    [InlineData("1900-01-01", true)]
    [InlineData("2100-12-31", true)]
    [InlineData("2101-01-01", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("2023-02-29", false)]
    [InlineData("3/3/2008", false)]
    public void Une_date_d_un_autre_siecle_n_est_pas_lue(string texte, bool lue)
    {
        Dates.TryLire(texte, out _).Should().Be(lue);
        HeureParis.TryLire($"{texte}T10:00", out _).Should().Be(lue);
    }

    [Theory]
    [InlineData("03/03/2008"), InlineData("3/3/2008"), InlineData("2008-03-03")]
    public void Une_date_se_lit_comme_on_l_ecrit(string texte)
    {
        Dates.TryLireSaisie(texte, out var jour).Should().BeTrue();
        jour.Should().Be(new DateOnly(2008, 3, 3));
    }

    [Theory]
    [InlineData("1998-12-31", "2023-12-31", 25)]
    [InlineData("1999-01-01", "2023-12-31", 24)]
    [InlineData("2008-02-29", "2024-02-28", 15)]
    [InlineData("2008-02-29", "2024-02-29", 16)]
    [InlineData("2008-02-29", "2025-02-27", 16)]
    [InlineData("2008-02-29", "2025-02-28", 17)]
    public void L_age_se_compte_en_annees_revolues(string naissance, string date, int age)
    {
        Dates.TryLire(naissance, out var ne);
        Dates.TryLire(date, out var jour);
        Dates.Age(ne, jour).Should().Be(age);
        Dates.Age(ne, Dates.Anniversaire(ne, age + 1)).Should().Be(age + 1);
        Dates.Age(ne, Dates.Anniversaire(ne, age + 1).AddDays(-1)).Should().Be(age);
    }

    [Fact]
    public void La_derniere_naissance_qui_donne_un_age_separe_ceux_qui_l_ont_des_autres()
    {
        for (var date = new DateOnly(2024, 1, 1); date < new DateOnly(2029, 1, 1); date = date.AddDays(1))
        {
            var derniere = Dates.NeAuPlusTard(date, 18);
            Dates.Age(derniere, date).Should().Be(18);
            Dates.Age(derniere.AddDays(1), date).Should().Be(17);
        }
    }

    [Theory]
    [InlineData("2023-12-06T22:00", "2023-12-06T22:00", 0)]
    [InlineData("2023-12-06T21:59", "2023-12-06T22:00", -1)]
    [InlineData("2023-12-07T08:00", "2023-12-06T22:00", 1)]
    public void Une_heure_est_avant_apres_ou_la_meme(string une, string autre, int ordre)
    {
        HeureParis.TryLire(une, out var a);
        HeureParis.TryLire(autre, out var b);
        (a < b, a <= b, a > b, a >= b).Should().Be((ordre < 0, ordre <= 0, ordre > 0, ordre >= 0));
    }
}
