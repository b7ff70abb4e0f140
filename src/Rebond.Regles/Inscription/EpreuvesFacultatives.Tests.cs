using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class EpreuvesFacultativesTests
{
    private static Constat? Constat(Campagne campagne, params string[]? choisies) => EpreuvesFacultatives.Constater(UnScolaire with { EpreuvesFacultatives = choisies }, campagne);

    [Theory]
    [InlineData(2014, 1)]
    [InlineData(2015, 2)]
    [InlineData(2024, 2)]
    public void Une_seule_jusqu_a_la_session_2014_deux_ensuite(int annee, int maximum)
    {
        EpreuvesFacultatives.Maximum(TypeExamen.BacPro, SessionExamen.Juin(annee)).Should().Be(maximum);
        var campagne = NancyMetz with { Session = SessionExamen.Juin(annee), Facultatives = null };
        Constat(campagne, [.. Enumerable.Range(1, maximum).Select(n => $"UF{n}")])!.Valeur.Should().Be("ADMISES");
        Constat(campagne, [.. Enumerable.Range(1, maximum + 1).Select(n => $"UF{n}")])!.Valeur.Should().Be("TROP_NOMBREUSES");
    }

    [Fact]
    public void Une_campagne_peut_en_admettre_moins() =>
        Constat(NancyMetz with { Facultatives = NancyMetz.Facultatives! with { Maximum = 1 } }, "UF1", "UF2")!.Phrase.Should().Contain("retirez-en 1");

    [Fact]
    public void La_meme_epreuve_ne_se_choisit_pas_deux_fois() => Constat(NancyMetz, "UF1", "UF1")!.Valeur.Should().Be("EN_DOUBLE");

    [Fact]
    public void Aucune_ou_pas_de_reponse_ne_gene_rien()
    {
        Constat(NancyMetz)!.Valeur.Should().Be("ADMISES");
        Constat(NancyMetz, null).Should().BeNull();
    }

    [Fact]
    public void Au_general_deux_au_plus_jusqu_en_2020()
    {
        EpreuvesFacultatives.Maximum(TypeExamen.BacGeneral, SessionExamen.Juin(2020)).Should().Be(2);
        EpreuvesFacultatives.Maximum(TypeExamen.BacTechnologique, SessionExamen.Juin(2021)).Should().BeNull();
        Constat(AixMarseille, "A", "B", "C")!.Should().Match<Constat>(c => c.Valeur == "TROP_NOMBREUSES" && c.Fondement == EpreuvesFacultatives.Gt);
    }
}
