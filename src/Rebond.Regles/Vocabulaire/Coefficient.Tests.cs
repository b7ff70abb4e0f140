using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Vocabulaire;

public sealed class CoefficientTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.5", 1)]
    [InlineData("2.5", 5)]
    [InlineData("16", 32)]
    public void Un_coefficient_se_compte_en_demis(string valeur, int demis)
    {
        var coefficient = Coefficient.De(decimal.Parse(valeur, System.Globalization.CultureInfo.InvariantCulture));
        coefficient.Demis.Should().Be((short)demis);
        coefficient.Valeur.Should().Be(demis / 2m);
        coefficient.ToString().Should().Be(valeur.Replace('.', ','));
    }

    [Theory]
    [InlineData("-0.5")]
    [InlineData("0.25")]
    [InlineData("1.75")]
    public void Un_autre_nombre_n_est_pas_un_coefficient(string valeur) =>
        FluentActions.Invoking(() => Coefficient.De(decimal.Parse(valeur, System.Globalization.CultureInfo.InvariantCulture))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Deux_coefficients_se_comparent()
    {
        var (un, deux) = (Coefficient.De(1), Coefficient.De(2));
        ((un < deux), (deux < un), (un > deux), (deux > un)).Should().Be((true, false, false, true));
        ((un <= deux), (deux <= un), (un >= deux), (deux >= un)).Should().Be((true, false, false, true));
        var autreUn = Coefficient.De(1);
        ((un < autreUn), (un > autreUn), (un <= autreUn), (un >= autreUn)).Should().Be((false, false, true, true));
        un.CompareTo(deux).Should().BeNegative();
    }
}
