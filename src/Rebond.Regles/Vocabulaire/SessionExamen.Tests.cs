using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Vocabulaire;

public sealed class SessionExamenTests
{
    [Theory]
    [InlineData("2020-06", 2020, 6)]
    [InlineData("2020-09", 2020, 9)]
    [InlineData("2020", 2020, 6)]
    [InlineData("1990-01", 1990, 1)]
    [InlineData("2100-12", 2100, 12)]
    public void Une_session_est_une_annee_et_un_mois(string texte, int annee, int mois)
    {
        SessionExamen.TryLire(texte, out var session).Should().BeTrue();
        session.Should().Be(new SessionExamen(annee, mois));
        session.ToString().Should().Be($"{annee:0000}-{mois:00}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("02020")]
    [InlineData("juin")]
    [InlineData("1989-06")]
    [InlineData("2101-06")]
    [InlineData("2020-00")]
    [InlineData("2020-13")]
    [InlineData("2020-6")]
    [InlineData("2020-006")]
    [InlineData("2020-ab")]
    [InlineData("2020-06-01")]
    public void Un_autre_texte_n_est_pas_une_session(string? texte)
    {
        SessionExamen.TryLire(texte, out var session).Should().BeFalse();
        session.Should().Be(default(SessionExamen));
    }

    [Fact]
    public void Les_sessions_se_suivent()
    {
        var (juin, septembre, suivante) = (SessionExamen.Juin(2020), new SessionExamen(2020, 9), SessionExamen.Juin(2021));
        ((juin < septembre), (septembre < suivante), (suivante < juin), (juin > septembre), (suivante > septembre)).Should().Be((true, true, false, false, true));
        ((juin <= septembre), (septembre <= juin), (juin >= septembre), (septembre >= juin)).Should().Be((true, false, false, true));
        var autreJuin = new SessionExamen(2020, 6);
        ((juin < autreJuin), (juin > autreJuin), (juin <= autreJuin), (juin >= autreJuin)).Should().Be((false, false, true, true));
    }
}
