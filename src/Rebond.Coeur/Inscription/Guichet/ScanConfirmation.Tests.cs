using AwesomeAssertions;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Guichet;

public sealed class ScanConfirmationTests
{
    [Theory]
    [InlineData("{0}", null)]
    [InlineData("  {0} ", null)]
    [InlineData("{0}/3", 3)]
    [InlineData("{0} 3", 3)]
    [InlineData("{0} v12", 12)]
    [InlineData("{0};V3", 3)]
    public void Le_numero_et_la_version_se_lisent_comme_on_les_tape_ou_les_scanne(string forme, int? attendue)
    {
        var tire = NumeroDossier.Tirer();
        foreach (var numero in new[] { tire, tire.ToLowerInvariant(), tire.Replace("-", "") })
        {
            ScanConfirmation.TryLire(string.Format(System.Globalization.CultureInfo.InvariantCulture, forme, numero), out var lu, out var version).Should().BeTrue();
            (lu, version).Should().Be((tire, attendue));
        }
    }

    [Theory, InlineData(null), InlineData(""), InlineData("12345678"), InlineData("Dupont"), InlineData("48210937-A"), InlineData("{0}/0"), InlineData("{0}/trois"), InlineData("{0} {0}")]
    public void Le_reste_est_refuse(string? forme) =>
        ScanConfirmation.TryLire(forme is null ? null : string.Format(System.Globalization.CultureInfo.InvariantCulture, forme, "48210937-B"), out _, out _).Should().BeFalse();
}
