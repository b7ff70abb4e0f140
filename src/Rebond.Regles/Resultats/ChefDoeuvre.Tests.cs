using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class ChefDoeuvreTests
{
    private static DossierExamen Dossier(int annee, decimal note, Categorie categorie = Categorie.Scolaire) =>
        Donnees.UnBacPro(annee, 10) with { ChefDoeuvre = Note.De(note), Categorie = categorie };

    [Theory]
    [InlineData(9.5, "269/27", "-1", Decision.Controle)]
    [InlineData(10, "270/27", "0", Decision.Admis)]
    [InlineData(10.5, "271/27", "1", Decision.Admis)]
    [InlineData(10.75, "271.5/27", "1,5", Decision.Admis)]
    [InlineData(11, "272/27", "2", Decision.Admis)]
    [InlineData(9, "268/27", "-2", Decision.Controle)]
    [InlineData(20, "290/27", "20", Decision.Admis)]
    [InlineData(0, "250/27", "-20", Decision.Controle)]
    public void L_ecart_a_dix_compte_double_et_le_diviseur_ne_change_pas(double note, string moyenne, string points, Decision attendue)
    {
        var conclusion = Resultat.Conclure(Dossier(2022, (decimal)note));
        conclusion.Moyenne!.Value.Exacte.Should().Be(moyenne);
        conclusion.Decision.Should().Be(attendue);
        var motif = conclusion.Motifs.Single(m => m.Code == "CHEF_D_OEUVRE");
        motif.Phrase.Should().Contain($"change le total de {points} point{(points is "1" or "-1" or "0" or "1,5" ? "" : "s")},");
        motif.Fondement.Should().Be(ChefDoeuvre.Fondement);
        conclusion.Etapes.Should().Contain(e => e.Libelle == "Chef-d'œuvre" && e.Valeur.EndsWith($"= {points}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2021, Categorie.Scolaire, false)]
    [InlineData(2022, Categorie.Scolaire, true)]
    [InlineData(2022, Categorie.Apprenti, true)]
    [InlineData(2022, Categorie.FormationContinue, false)]
    [InlineData(2022, Categorie.EnseignementDistance, false)]
    [InlineData(2022, Categorie.Experience3Ans, false)]
    [InlineData(2022, Categorie.ExCandidat, false)]
    public void Scolaires_et_apprentis_a_partir_de_2022(int annee, Categorie categorie, bool compte)
    {
        var conclusion = Resultat.Conclure(Dossier(annee, 20, categorie));
        conclusion.Moyenne!.Value.Exacte.Should().Be(compte ? "290/27" : "270/27");
        conclusion.CodesMotifs().Contains("CHEF_D_OEUVRE").Should().Be(compte);
        conclusion.Etapes.Should().ContainSingle(e => e.Libelle == "Chef-d'œuvre").Which.Valeur.Contains("non pris en compte", StringComparison.Ordinal).Should().Be(!compte);
    }
}
