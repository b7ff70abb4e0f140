using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class ArrondiMoyenneTests
{
    private static readonly VersionDroit s_education = VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2020));
    private static readonly VersionDroit s_agriculture = VersionDroit.Pour(TypeExamen.BacProAgricole, SessionExamen.Juin(2020));

    [Fact]
    public void Chaque_seuil_juste_dessous_et_dessus()
    {
        for (var rang = 0; rang < ArrondiMoyenne.Seuils.Length; rang++)
            foreach (var coefficients in new[] { 1L, 54L, 200L })
            {
                var seuil = 100L * ArrondiMoyenne.Seuils[rang] * coefficients;
                ArrondiMoyenne.Palier(s_education, new Moyenne(seuil - 1, coefficients)).Should().Be((byte)rang);
                ArrondiMoyenne.Palier(s_education, new Moyenne(seuil, coefficients)).Should().Be((byte)(rang + 1));
                ArrondiMoyenne.Palier(s_education, new Moyenne(seuil + 1, coefficients)).Should().Be((byte)(rang + 1));
            }
    }

    [Fact]
    public void L_agriculture_compare_la_moyenne_portee_au_centieme_superieur()
    {
        for (var points = 53_000L; points <= 54_100; points++)
            ArrondiMoyenne.AuMoins(s_agriculture, new Moyenne(points, 54), 10).Should().Be(new Moyenne(points, 54).Centiemes(Arrondi.ParExces) >= 1000);
        ArrondiMoyenne.AuMoins(s_agriculture, new Moyenne(53_946, 54), 10).Should().BeFalse();
        ArrondiMoyenne.AuMoins(s_agriculture, new Moyenne(53_947, 54), 10).Should().BeTrue();
    }

    [Fact]
    public void L_agriculture_d_avant_2020_ne_porte_pas_au_centieme_superieur() =>
        VersionDroit.Pour(TypeExamen.BacProAgricole, SessionExamen.Juin(2019)).SeuilsSurArrondi.Should().BeFalse();

    [Fact]
    public void Sans_coefficient_il_n_y_a_pas_de_palier() =>
        ArrondiMoyenne.Palier(s_education, new Moyenne(0, 0)).Should().Be(Situation.SansMoyenne);
}
