using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class LivretScolaireTests
{
    [Theory]
    [InlineData(true, Decision.Ajourne)]
    [InlineData(null, Decision.Ajourne)]
    [InlineData(false, Decision.EnAttente)]
    public void Nul_n_est_ajourne_avant_que_son_livret_soit_ouvert(bool? examine, Decision attendue)
    {
        foreach (var dossier in new[] { Donnees.UnBacPro(2019, 7), Donnees.UnGt(2020, 7), Donnees.UnGt(2020, 7, "STMG") })
        {
            var conclusion = Resultat.Conclure(dossier with { LivretExamine = examine });
            (conclusion.Decision, conclusion.Provisoire).Should().Be((attendue, attendue == Decision.EnAttente));
            conclusion.Manques.Should().Equal(attendue == Decision.EnAttente ? ["LIVRET"] : []);
        }
    }

    [Fact]
    public void Le_motif_cite_l_article_de_l_examen()
    {
        static Motif Motif(DossierExamen dossier) => Resultat.Conclure(dossier with { LivretExamine = false }).Motifs.Single(m => m.Code == "LIVRET_NON_EXAMINE");
        Motif(Donnees.UnBacPro(2019, 7)).Fondement.Should().Be(LivretScolaire.BacPro);
        Motif(Donnees.UnGt(2020, 7)).Fondement.Should().Be(LivretScolaire.General);
        Motif(Donnees.UnGt(2020, 7, "STMG")).Fondement.Should().Be(LivretScolaire.Technologique);
    }

    [Fact]
    public void Le_livret_ferme_ne_retient_ni_l_admis_ni_l_autorise()
    {
        Resultat.Decider(Donnees.UnBacPro(2019, 10) with { LivretExamine = false }).Should().Match<DecisionCalculee>(d => d.Decision == Decision.Admis && !d.Provisoire);
        Resultat.Decider(Donnees.UnGt(2020, 9) with { LivretExamine = false }).Decision.Should().Be(Decision.SecondGroupe);
        Resultat.Decider(Donnees.UnGt(2020, 9).Repasse(("PHILOSOPHIE", 8)) with { LivretExamine = false }).Decision.Should().Be(Decision.EnAttente, "échouer au second groupe est un ajournement");
    }
}
