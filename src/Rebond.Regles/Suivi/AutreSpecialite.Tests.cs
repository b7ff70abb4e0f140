using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi;

public sealed class AutreSpecialiteTests
{
    [Fact]
    public void La_meme_specialite_ou_rien_de_demande_n_avertit_pas()
    {
        AutreSpecialite.Avertir("40022106", []).Should().BeNull();
        AutreSpecialite.Avertir("40022106", ["40022106"]).Should().BeNull();
        AutreSpecialite.Avertir("40022106", ["40025214", "40022106"]).Should().BeNull("la même est aussi demandée");
    }

    [Fact]
    public void Une_autre_specialite_seule_avertit_que_le_droit_ne_suit_pas()
    {
        var alerte = AutreSpecialite.Avertir("40022106", ["40025214"]);

        alerte!.Code.Should().Be("AUTRE_SPECIALITE");
        alerte.Phrase.Should().Contain("une place reste libre");
        alerte.Fondement.Verification.Should().Be(Verification.AVerifier);
    }
}
