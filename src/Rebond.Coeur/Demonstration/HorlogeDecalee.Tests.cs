using AwesomeAssertions;
using Rebond.Coeur.Demonstration;
using Xunit;

namespace Rebond.Coeur.Tests.Demonstration;

public sealed class HorlogeDecaleeTests
{
    [Theory]
    [InlineData("-2331", -2331), InlineData("30", 30)]
    public void Une_demonstration_vit_a_un_nombre_entier_de_jours_d_ici(string reglage, int jours) =>
        (HorlogeDecalee.Lire(reglage).GetUtcNow() - TimeProvider.System.GetUtcNow().AddDays(jours)).Duration().Should().BeLessThan(TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("0")]
    public void Sans_reglage_c_est_l_heure_de_la_machine(string? reglage) => HorlogeDecalee.Lire(reglage).Should().BeSameAs(TimeProvider.System);

    [Theory]
    [InlineData("hier"), InlineData("1,5"), InlineData("36526"), InlineData("-36526")]
    public void Un_reglage_qui_n_est_pas_un_nombre_de_jours_est_dit(string reglage) =>
        FluentActions.Invoking(() => HorlogeDecalee.Lire(reglage)).Should().Throw<InvalidOperationException>().WithMessage("*nombre entier de jours*");
}
