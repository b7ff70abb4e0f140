using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Textes;

public sealed class TexteLegalTests
{
    [Theory]
    [InlineData("2026-11-25", false)]
    [InlineData("2026-11-26", true)]
    [InlineData("2024-01-01", false)]
    public void Un_texte_se_relit_quand_plus_d_un_an_a_passe(string jour, bool relire) =>
        new TexteLegal("décret", "objet", "lu", new DateOnly(2025, 11, 25)).EstARelire(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(relire);
}
