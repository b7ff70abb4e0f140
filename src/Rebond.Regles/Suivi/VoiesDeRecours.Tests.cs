using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi;

public sealed class VoiesDeRecoursTests
{
    [Fact]
    public void Le_tribunal_se_saisit_dans_les_deux_mois() =>
        VoiesDeRecours.Contre(new DateOnly(2026, 7, 10)).Single(v => v.Code == "RECOURS_CONTENTIEUX").Avant.Should().Be(new DateOnly(2026, 9, 10));

    [Fact]
    public void Un_delai_qui_tombe_un_jour_qui_n_existe_pas_finit_la_veille() =>
        VoiesDeRecours.Contre(new DateOnly(2026, 12, 31)).Single(v => v.Code == "RECOURS_ADMINISTRATIF").Avant.Should().Be(new DateOnly(2027, 2, 28));

    [Fact]
    public void Le_juge_des_referes_n_a_pas_de_delai() => VoiesDeRecours.Contre(new DateOnly(2026, 7, 10)).Single(v => v.Code == "REFERE").Avant.Should().BeNull();

    [Fact]
    public void Aucune_voie_n_est_dite_verifiee() => VoiesDeRecours.Contre(new DateOnly(2026, 7, 10)).Should().OnlyContain(v => v.Fondement.Verification == Verification.AVerifier);
}
