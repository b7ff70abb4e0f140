using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Textes;

public sealed class ChronologieTests
{
    private static readonly Chronologie<string> s_regle = new("question d'essai", Voies.Professionnelle, new(2009, 2019, "avant"), new(2020, 2020, "pendant"), new(2021, null, "après"));

    [Theory]
    [InlineData(2009, "avant")]
    [InlineData(2019, "avant")]
    [InlineData(2020, "pendant")]
    [InlineData(2021, "après")]
    [InlineData(2099, "après")]
    public void La_version_se_choisit_par_la_session(int annee, string attendue)
    {
        s_regle.Pour(annee).Should().Be(attendue);
        s_regle.NombreDeVersions(annee).Should().Be(1);
    }

    [Fact]
    public void Avant_la_premiere_version_rien_ne_repond()
    {
        s_regle.NombreDeVersions(2008).Should().Be(0);
        FluentActions.Invoking(() => s_regle.Pour(2008)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*question d'essai*");
        s_regle.Versions.Should().HaveCount(3);
    }

    [Fact]
    public void Deux_versions_de_la_meme_session_se_voient() =>
        new Chronologie<int>("essai", Voies.Professionnelle, new VersionDatee<int>(2009, 2020, 1), new VersionDatee<int>(2020, null, 2)).NombreDeVersions(2020).Should().Be(2);

    [Fact]
    public void Les_voies_se_partagent_les_examens()
    {
        Voies.Professionnelle.Concat(Voies.GeneraleEtTechnologique).Should().BeEquivalentTo(Enum.GetValues<TypeExamen>());
        Voies.Professionnelle.Should().OnlyContain(e => e.EstProfessionnelle());
        Voies.GeneraleEtTechnologique.Should().OnlyContain(e => !e.EstProfessionnelle());
    }

    [Fact]
    public void Chaque_texte_se_retrouve_par_son_nom()
    {
        TextesLegaux.Tous.Should().ContainKey("code de l'éducation").And.ContainKey("décret n° 2024-122 du 19 février 2024");
        TextesLegaux.Tous["code de l'éducation"].Should().BeSameAs(CodeEducation.Texte);
        CodeEducation.Texte.Article("D337-78", "2009-02-12").Should().Be(new Fondement("code de l'éducation", "D337-78", "2009-02-12", Verification.Verifie));
    }
}
