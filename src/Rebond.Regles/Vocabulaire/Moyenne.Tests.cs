using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Vocabulaire;

public sealed class MoyenneTests
{
    /// <summary>Tant de points coefficientés sur tant de coefficients.</summary>
    private static Moyenne De(decimal points, decimal coefficients) => new((long)(points * 200), (long)(coefficients * 2));

    [Fact]
    public void Une_moyenne_garde_ses_points_et_ses_coefficients()
    {
        De(269.5m, 27).Exacte.Should().Be("269.5/27");
        De(269.5m, 27).ToString().Should().Be("9,98");
        De(27, 2.5m).Exacte.Should().Be("27/2.5");
    }

    [Fact]
    public void Les_seuils_se_comparent_sans_arrondi()
    {
        De(269.75m, 27).AuMoins(10).Should().BeFalse("9,99 n'est pas 10");
        De(270, 27).AuMoins(10).Should().BeTrue();
        De(270.25m, 27).AuMoins(10).Should().BeTrue();
        De(0, 0).AuMoins(0).Should().BeFalse("sans coefficient il n'y a pas de moyenne");
    }

    [Fact]
    public void Les_points_manquants_sont_coefficientes()
    {
        De(269.5m, 27).PointsManquants(10).Should().Be(0.5m);
        De(270, 27).PointsManquants(10).Should().Be(0);
        De(300, 27).PointsManquants(10).Should().Be(0);
    }

    [Theory]
    [InlineData("269.75", "27", "9,99", "10,00", "9,99")]
    [InlineData("270", "27", "10,00", "10,00", "10,00")]
    [InlineData("9.995", "1", "10,00", "10,00", "9,99")]
    [InlineData("9.994", "1", "9,99", "10,00", "9,99")]
    [InlineData("9.99", "1", "9,99", "9,99", "9,99")]
    [InlineData("-0.005", "1", "0,00", "0,00", "-0,01")]
    [InlineData("-0.015", "1", "-0,01", "-0,01", "-0,02")]
    public void Deux_decimales_selon_la_politique_de_l_examen(string points, string coefficients, string auPlusProche, string parExces, string parDefaut)
    {
        // Au millième : le total est porté par un coefficient assez grand pour rester entier.
        var moyenne = new Moyenne((long)(Lire(points) * 200_000), (long)(Lire(coefficients) * 2_000));
        moyenne.Afficher().Should().Be(auPlusProche);
        moyenne.Afficher(Arrondi.AuPlusProche).Should().Be(auPlusProche);
        moyenne.Afficher(Arrondi.ParExces).Should().Be(parExces);
        moyenne.Afficher(Arrondi.ParDefaut).Should().Be(parDefaut);
    }

    [Fact]
    public void Sans_coefficient_rien_ne_s_affiche()
    {
        De(0, 0).ToString().Should().Be("sans moyenne");
        De(0, 0).Existe.Should().BeFalse();
        FluentActions.Invoking(() => De(0, 0).Centiemes(Arrondi.AuPlusProche)).Should().Throw<InvalidOperationException>();
    }

    private static decimal Lire(string nombre) => decimal.Parse(nombre, System.Globalization.CultureInfo.InvariantCulture);
}
