using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class StatutUniqueTests
{
    [Theory]
    [InlineData(Categorie.Experience3Ans)]
    [InlineData(Categorie.EnseignementDistance)]
    [InlineData(Categorie.ExCandidat)]
    [InlineData(Categorie.Apprenti)]
    [InlineData(Categorie.FormationContinue)]
    public void Jamais_deux_statuts_a_la_meme_session(Categorie categorie)
    {
        StatutUnique.Constater(UnCandidat(categorie) with { ScolariseMemeSession = true }, NancyMetz).Valeur.Should().Be("DOUBLE");
        StatutUnique.Constater(UnCandidat(categorie), NancyMetz).Valeur.Should().Be("UNIQUE");
        StatutUnique.Constater(UnCandidat(categorie) with { ScolariseMemeSession = null }, NancyMetz).Questions.Should().Equal("scolariseMemeSession");
        Recevabilite.Juger(UnCandidat(categorie) with { ScolariseMemeSession = true }, NancyMetz).Recevable.Should().Be(Recevable.Non);
    }

    [Fact]
    public void Un_scolaire_est_scolarise_c_est_son_seul_statut()
    {
        StatutUnique.Constater(UnScolaire with { ScolariseMemeSession = true }, NancyMetz).Valeur.Should().Be("UNIQUE");
        StatutUnique.Constater(UnScolaire with { Categorie = null, ScolariseMemeSession = true }, NancyMetz).Questions.Should().Equal("categorie");
    }

    [Fact]
    public void Le_fondement_suit_l_examen() => StatutUnique.Constater(UnScolaire, AixMarseille).Fondement.Should().Be(StatutUnique.Gt);
}
