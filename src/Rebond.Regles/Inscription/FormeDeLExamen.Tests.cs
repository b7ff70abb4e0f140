using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class FormeDeLExamenTests
{
    private static string Valeur(Categorie? categorie, Forme? forme, bool? derogation = null) =>
        FormeDeLExamen.Constater(UnScolaire with { Categorie = categorie, Forme = forme, DerogationForme = derogation }, NancyMetz).Valeur;

    [Theory]
    [InlineData(Categorie.Scolaire, null, "A_PRECISER")]
    [InlineData(Categorie.Scolaire, false, "REFUSEE")]
    [InlineData(Categorie.Scolaire, true, "PROGRESSIVE")]
    [InlineData(Categorie.Apprenti, null, "A_PRECISER")]
    [InlineData(Categorie.Apprenti, false, "REFUSEE")]
    [InlineData(Categorie.FormationContinue, null, "PROGRESSIVE")]
    [InlineData(Categorie.EnseignementDistance, null, "PROGRESSIVE")]
    [InlineData(Categorie.Experience3Ans, null, "PROGRESSIVE")]
    [InlineData(Categorie.ExCandidat, null, "A_EXAMINER")]
    [InlineData(null, null, "A_PRECISER")]
    public void La_forme_progressive_depend_de_la_categorie(Categorie? categorie, bool? derogation, string valeur) => Valeur(categorie, Forme.Progressive, derogation).Should().Be(valeur);

    [Fact]
    public void Sans_choix_la_forme_est_globale()
    {
        foreach (var categorie in Enum.GetValues<Categorie>())
            (Valeur(categorie, null), Valeur(categorie, Forme.Globale)).Should().Be(("GLOBALE", "GLOBALE"));
    }

    [Fact]
    public void La_forme_retenue_reste_inconnue_tant_qu_on_ne_peut_pas_la_dire()
    {
        FormeDeLExamen.Retenue(UnCandidat(Categorie.Apprenti) with { Forme = Forme.Progressive }, NancyMetz).Should().BeNull();
        FormeDeLExamen.Retenue(UnCandidat(Categorie.Apprenti) with { Forme = Forme.Progressive, DerogationForme = false }, NancyMetz).Should().Be(Forme.Globale);
        FormeDeLExamen.Retenue(UnCandidat(Categorie.FormationContinue) with { Forme = Forme.Progressive }, NancyMetz).Should().Be(Forme.Progressive);
    }

    [Fact]
    public void Le_general_n_a_pas_de_forme_progressive()
    {
        FormeDeLExamen.Constater(UnScolaire with { Forme = Forme.Progressive }, AixMarseille).Valeur.Should().Be("REFUSEE");
        FormeDeLExamen.Constater(UnScolaire, AixMarseille).Valeur.Should().Be("GLOBALE");
    }

    [Fact]
    public void Le_choix_de_la_forme_progressive_est_annonce_definitif() =>
        Recevabilite.Juger(UnCandidat(Categorie.FormationContinue) with { Forme = Forme.Progressive }, NancyMetz).Alertes.Should().Contain(a => a.Code == "FORME_DEFINITIVE");

    [Fact]
    public void La_forme_globale_dit_si_elle_est_choisie()
    {
        FormeDeLExamen.Constater(UnScolaire with { Forme = null }, NancyMetz).Phrase.Should().Be("Forme globale, faute d'un autre choix : toutes les unités à cette session.");
        FormeDeLExamen.Constater(UnScolaire with { Forme = Forme.Globale }, NancyMetz).Phrase.Should().Be("Forme globale : toutes les unités à cette session.");
    }
}
