using AwesomeAssertions;
using Rebond.Web.Documents;
using Xunit;

namespace Rebond.Web.Tests.Socle;

public sealed class PhraseLisibleTests
{
    [Theory]
    [InlineData("Moyenne de 14,13 : mention bien ; rien d'autre ?", "Moyenne de 14,13\u00a0: mention bien\u00a0; rien d’autre\u00a0?")]
    [InlineData("« Français oral » à 92 %.", "«\u00a0Français oral\u00a0» à 92\u00a0%.")]
    [InlineData("14 points de moins en MATHEMATIQUES et 2 en FRANCAIS_ECRIT", "14 points de moins en «\u00a0Mathématiques\u00a0» et 2 en «\u00a0Français écrit\u00a0»")]
    [InlineData("0,5 point de plus en U11 : admis.", "0,5 point de plus en U11\u00a0: admis.")]
    [InlineData("Écrivez ABSENT_JUSTIFIE ou https://rebond.example/verifier:80", "Écrivez ABSENT_JUSTIFIE ou https://rebond.example/verifier:80")]
    public void Une_phrase_des_regles_se_lit_avec_sa_typographie_et_le_nom_des_matieres(string phrase, string attendue) => phrase.Lisible().Should().Be(attendue);

    [Fact]
    public void Un_code_court_reste_et_un_code_inconnu_se_lit_sans_tirets() =>
        new[] { "U31", "PHYSIQUE_CHIMIE", "MATIERE_INCONNUE" }.Select(PhraseLisible.NomUnite).Should().Equal("U31", "Physique-chimie", "MATIERE INCONNUE");
}
