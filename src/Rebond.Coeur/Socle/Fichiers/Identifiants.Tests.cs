using AwesomeAssertions;
using Rebond.Coeur.Socle.Fichiers;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Fichiers;

public sealed class IdentifiantsTests
{
    [Theory, InlineData("0541470E"), InlineData("0751234J"), InlineData("0130040Y"), InlineData("0840001V"), InlineData("0040003G"), InlineData("0050006E")]
    public void Un_code_d_etablissement_a_sa_lettre(string uai) => Identifiants.EstUai(uai).Should().BeTrue();

    [Theory, InlineData("0541470F"), InlineData("054147E"), InlineData("05414700E"), InlineData("O541470E"), InlineData("")]
    public void Une_autre_lettre_ou_une_autre_longueur_est_refusee(string uai) => Identifiants.EstUai(uai).Should().BeFalse();

    [Theory, InlineData("123456789AB"), InlineData("0123456789Z"), InlineData("1A2B3C4D5E6"), InlineData("2011A12345H"), InlineData("2011D12345H")]
    public void Les_generations_d_ine_sont_reconnues(string ine) => Identifiants.EstIne(ine).Should().BeTrue();

    [Theory, InlineData("123456789LM"), InlineData("0123456789I"), InlineData("123456789A"), InlineData("123456789ABC"), InlineData("123456789ab"), InlineData("0123456789O")]
    public void Une_autre_forme_d_ine_est_refusee(string ine) => Identifiants.EstIne(ine).Should().BeFalse();
}
