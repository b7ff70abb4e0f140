using AwesomeAssertions;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;
using Rebond.Optimisation.Affectation.Resolution;
using Xunit;

namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>Made-up commissions of the size of an académie, and of the whole country.</summary>
public sealed class Echelle
{
    [Theory]
    [InlineData(80, true)]
    [InlineData(100, true)]
    [InlineData(120, true)]
    [InlineData(100, false)]
    public void A_la_taille_d_une_academie_tout_tient_et_les_bornes_encadrent_chaque_methode(int capacite, bool droitOpposable)
    {
        for (var graine = 1; graine <= 3; graine++)
        {
            var probleme = InstanceSynthetique.Creer(graine, 940, capacite, droitOpposable);
            var solution = Solveur.Resoudre(probleme);
            var explication = Explications.Etablir(probleme, solution.Plan!, TestContext.Current.CancellationToken);
            explication.Manques.Should().BeEmpty();
            explication.References.Should().OnlyContain(r => r.SansPlace >= solution.Bilan.Borne && r.SansPlace >= solution.BorneSansDepassement);
            explication.References[0].Should().Match<Reference>(r => r.Envieux == 0 && r.SansPlace == solution.Bilan.Cout);
            explication.References[1].SansPlace.Should().Be(explication.References[3].SansPlace, "les chaînes atteignent le meilleur couplage");
            ForceBrute.SansPlace(probleme, Guichet.Placer(probleme)).Should().BeGreaterThanOrEqualTo(solution.Bilan.Borne!.Value);
            (explication.Exces.Total > 0).Should().Be(droitOpposable);
            if (!droitOpposable)
                explication.References[1].SansPlace.Should().Be(solution.Bilan.Borne, "sans droit qui déborde, la borne est atteinte");
        }
    }

    [Fact]
    public void Vingt_cinq_mille_candidats_sont_lus_places_verifies_et_expliques()
    {
        using var memoire = new MemoryStream();
        ProblemeJson.Ecrire(memoire, InstanceSynthetique.Creer(1, 25_000));
        var probleme = ProblemeJson.Lire(memoire.ToArray()).Valeur!;
        var solution = Solveur.Resoudre(probleme);
        Verificateur.Verifier(probleme, solution.Plan!).EstAccepte.Should().BeTrue();
        var explication = Explications.Etablir(probleme, solution.Plan!, TestContext.Current.CancellationToken);
        explication.Motifs.Should().HaveCount(25_000);
        explication.Manques.Should().BeEmpty();
    }

    [Fact]
    public void Un_arret_laisse_le_plan_et_dit_ce_qui_manque()
    {
        var probleme = InstanceSynthetique.Creer(1);
        var explication = Explications.Etablir(probleme, Solveur.Resoudre(probleme).Plan!, new CancellationToken(canceled: true));
        explication.Manques.Should().Equal("chaines", "ouvertures");
        explication.Motifs.Should().HaveCount(probleme.Candidats.Count);
    }

    /// <summary>One spécialité in which each displaces the next: a chain as long as the instance must not exhaust the stack.</summary>
    [Fact]
    public void Une_chaine_de_vingt_mille_candidats_est_suivie_jusqu_au_bout()
    {
        const int longueur = 20_000;
        var places = Enumerable.Range(0, longueur + 1).Select(i => Donnees.UnePlace($"P{i:00000}")).ToList();
        // Each holds his first wish; the one too many wants only the first place, and only the last one is free.
        var candidats = Enumerable.Range(0, longueur).Select(i => Donnees.UnCandidat($"K{i:00000}", 5, $"P{i:00000}", $"P{i + 1:00000}"))
            .Append(Donnees.UnCandidat("L", 9, "P00000")).ToArray();
        var probleme = Donnees.UnProbleme(places, candidats);
        var solution = Solveur.Resoudre(probleme);
        solution.Bilan.Should().Match<Socle.Bilan>(b => b.Cout == 1 && b.Borne == 0);
        new Chaines(new Marche(probleme), new Marche(probleme).DepuisPlan(solution.Plan!)).Placer(longueur).Should().HaveCount(longueur + 1);
    }
}
