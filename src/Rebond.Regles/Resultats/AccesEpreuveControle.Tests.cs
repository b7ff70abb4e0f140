using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class AccesEpreuveControleTests
{
    private static Motif Motif(DossierExamen dossier, string code) => Resultat.Conclure(dossier).Motifs.Single(motif => motif.Code == code);

    /// <summary>GA-2012 : la pratique est faite de U31, U32 et U33 ; U2 est professionnelle sans en être.</summary>
    private static DossierExamen Entre8Et10(int annee, decimal pratique, decimal u2) => Donnees.UnBacPro(annee, 8.5m, "GA-2012", ("U31", pratique), ("U32", pratique), ("U33", pratique), ("U2", u2));

    [Theory]
    [InlineData(9.5, Decision.Ajourne, "PRATIQUE_SOUS_10")]
    [InlineData(10, Decision.Controle, "PRATIQUE_AU_MOINS_10")]
    [InlineData(10.5, Decision.Controle, "PRATIQUE_AU_MOINS_10")]
    public void Jusqu_en_2021_la_pratique_professionnelle_a_dix_ouvre_le_controle(double pratique, Decision attendue, string motif)
    {
        foreach (var annee in new[] { 2009, 2020, 2021 })
        {
            var dossier = Entre8Et10(annee, (decimal)pratique, u2: 8);
            Resultat.Decider(dossier).Decision.Should().Be(attendue);
            Motif(dossier, motif).Fondement.Should().Be(AccesEpreuveControle.Article2009);
        }
    }

    [Fact]
    public void Depuis_2022_toutes_les_epreuves_professionnelles_comptent()
    {
        // U31, U32, U33 (9 coefficients) à 10 et U2 (4 coefficients) sous 10 : la pratique suffit en 2021, plus en 2022.
        Resultat.Decider(Entre8Et10(2021, 10, 9.5m)).Decision.Should().Be(Decision.Controle);
        Resultat.Decider(Entre8Et10(2022, 10, 9.5m)).Decision.Should().Be(Decision.Ajourne);
        Motif(Entre8Et10(2022, 10, 9.5m), "PRO_SOUS_10").Fondement.Should().Be(AccesEpreuveControle.Article2022);
        Motif(Entre8Et10(2022, 10, 10), "PRO_AU_MOINS_10").Fondement.Should().Be(AccesEpreuveControle.Article2022);
        Resultat.Conclure(Entre8Et10(2022, 10, 10)).MoyenneProfessionnelle!.Value.Exacte.Should().Be("130/13");
        Resultat.Conclure(Entre8Et10(2021, 10, 10)).MoyennePratique!.Value.Exacte.Should().Be("90/9");
    }

    [Theory]
    [InlineData(2019, "PRATIQUE_DISPENSEE")]
    [InlineData(2024, "PRO_DISPENSEE")]
    public void Tout_dispense_le_controle_est_ouvert(int annee, string motif)
    {
        var dossier = Donnees.UnBacPro(annee, 9);
        foreach (var unite in dossier.Reglement.Unites.Where(u => u.Domaine == Domaine.Professionnel))
            dossier = dossier.Avec(unite.Code, EtatUnite.Dispense);
        var conclusion = Resultat.Conclure(dossier);
        conclusion.Decision.Should().Be(Decision.Controle);
        conclusion.CodesMotifs().Should().Contain(motif);
        (conclusion.MoyennePratique, conclusion.MoyenneProfessionnelle).Should().Be((null, null));
    }

    [Fact]
    public void Une_dispense_partielle_laisse_juger_le_reste()
    {
        Resultat.Decider(Entre8Et10(2019, 10, 8).Avec("U32", EtatUnite.Dispense)).Decision.Should().Be(Decision.Controle);
        Resultat.Decider(Entre8Et10(2019, 9.5m, 8).Avec("U32", EtatUnite.Dispense)).Decision.Should().Be(Decision.Ajourne);
    }

    [Fact]
    public void L_agriculture_lit_la_pratique_au_centieme_superieur()
    {
        // 9,9967 en pratique : porté à 10,00 en 2023, laissé sous 10 en 2019.
        var dossier = Donnees.UnBacPro(2023, 8.5m, "GA-2012", ("U2", 10), ("U31", 10), ("U32", 10), ("U33", 9.98m)) with { Examen = TypeExamen.BacProAgricole };
        Resultat.Decider(dossier).Decision.Should().Be(Decision.Controle);
        Resultat.Decider(dossier with { Session = SessionExamen.Juin(2019) }).Decision.Should().Be(Decision.Ajourne);
    }

    [Fact]
    public void Le_GT_n_a_pas_de_condition_de_pratique()
    {
        var version = VersionDroit.Pour(TypeExamen.BacGeneral, SessionExamen.Juin(2020));
        Reglements.Chercher("S")!.Unites.Should().OnlyContain(u => !AccesEpreuveControle.Compte(version, u));
        AccesEpreuveControle.Niveau(version, default).Should().Be(NiveauPratique.NonConcernee);
    }
}
