using AwesomeAssertions;
using Xunit;

namespace Rebond.Coeur.Resultats.Sceaux;

public sealed class CodeVerificationTests
{
    [Theory]
    [InlineData("abcd-efgh-jkmn-pqrs", "ABCDEFGHJKMNPQRS")]
    [InlineData(" ABCD EFGH JKMN PQRS ", "ABCDEFGHJKMNPQRS")]
    [InlineData("OBCD-EFGH-IKLN-PQRS", "0BCDEFGH1K1NPQRS")]
    public void Un_code_se_tape_comme_on_veut(string saisie, string code) => CodeVerification.Lire(saisie).Should().Be(code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCD-EFGH")]
    [InlineData("ABCD-EFGH-JKMN-PQRSS")]
    [InlineData("ABCD-EFGH-JKMN-PQRU")]
    public void Ce_qui_n_est_pas_un_code_n_est_pas_cherche(string? saisie) => CodeVerification.Lire(saisie).Should().BeNull();
}
