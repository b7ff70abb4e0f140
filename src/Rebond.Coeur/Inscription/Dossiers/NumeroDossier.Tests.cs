using AwesomeAssertions;
using CsCheck;
using Rebond.Coeur.Inscription.Dossiers;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Dossiers;

public sealed class NumeroDossierTests
{
    [Fact]
    public void Un_numero_tire_se_relit_quelle_que_soit_la_facon_de_le_taper()
    {
        for (var i = 0; i < 1000; i++)
        {
            var numero = NumeroDossier.Tirer();
            foreach (var saisie in (string[])[numero, numero.ToLowerInvariant(), numero.Replace("-", ""), $" {numero[..4]} {numero[4..]} "])
            {
                NumeroDossier.TryLire(saisie, out var lu).Should().BeTrue(saisie);
                lu.Should().Be(numero);
            }
        }
    }

    [Fact]
    public void Un_chiffre_change_ou_deux_chiffres_voisins_echanges_sont_refuses() => Gen.Select(Gen.Int[10_000_000, 99_999_999], Gen.Int[0, 7], Gen.Int[1, 9]).Sample((_, place, ecart) =>
    {
        var numero = NumeroDossier.Tirer();
        var change = numero.ToCharArray();
        change[place] = (char)('0' + (change[place] - '0' + ecart) % 10);
        NumeroDossier.TryLire(new string(change), out var _).Should().BeFalse();
        if (place < 7 && numero[place] != numero[place + 1])
        {
            var echange = numero.ToCharArray();
            (echange[place], echange[place + 1]) = (echange[place + 1], echange[place]);
            NumeroDossier.TryLire(new string(echange), out var _).Should().BeFalse();
        }
    });

    [Theory, InlineData(null), InlineData(""), InlineData("1234567-A"), InlineData("123456789-A"), InlineData("ABCDEFGH-A"), InlineData("+1234567-A")]
    public void Ce_qui_n_est_pas_un_numero_est_refuse(string? saisie) => NumeroDossier.TryLire(saisie, out _).Should().BeFalse();
}
