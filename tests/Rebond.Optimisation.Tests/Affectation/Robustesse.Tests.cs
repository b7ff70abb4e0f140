using System.Text;
using AwesomeAssertions;
using CsCheck;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;
using Rebond.Optimisation.Socle;
using Xunit;

namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>Whatever comes in, an answer comes out.</summary>
public sealed class Robustesse
{
    private static readonly string[] s_ids = ["A", "B", "C", ""];

    /// <summary>Few names, drawn without care: doubles, strangers, contradictions of every kind.</summary>
    private static Probleme NImporteQuoi(Random hasard)
    {
        string Id() => s_ids[hasard.Next(s_ids.Length)];
        List<T> Liste<T>(int max, Func<T> un) => [.. Enumerable.Range(0, hasard.Next(max + 1)).Select(_ => un())];
        return new Probleme
        {
            DroitOpposable = hasard.Next(2) == 0,
            DistanceMaxKm = hasard.Next(-1, 3),
            Places = Liste(4, () => new Place(Id(), "L", hasard.Next(8) == 0 ? "S02" : "S01", hasard.Next(-1, 3))),
            Candidats = Liste(4, () => new Candidat(Id(), "S01", hasard.Next(3) == 0 ? null : Id(), hasard.Next(2) == 0, hasard.Next(2001), hasard.Next(2) == 0, hasard.Next(2), Liste(2, () => new Voeu(Id(), hasard.Next(3))))),
            Imposes = Liste(1, () => new Attribution(Id(), Id())),
            Interdits = Liste(1, () => new Attribution(Id(), Id())),
        };
    }

    [Fact]
    public void Une_instance_sans_queue_ni_tete_a_une_reponse()
    {
        var statuts = new HashSet<Statut>();
        Gen.Int.Sample(graine =>
        {
            var hasard = new Random(graine);
            var probleme = NImporteQuoi(hasard);
            var solution = Solveur.Resoudre(probleme);
            statuts.Add(solution.Bilan.Statut);
            (solution.Plan is null).Should().Be(solution.Bilan.Statut == Statut.Irrealisable).And.Be(solution.Conflits.Count > 0);
            if (solution.Plan is not null)
                Explications.Etablir(probleme, solution.Plan).Motifs.Should().HaveCount(probleme.Candidats.Count);
            var plan = new Plan([.. Enumerable.Range(0, hasard.Next(4)).Select(_ => new Attribution(s_ids[hasard.Next(4)], s_ids[hasard.Next(4)]))]);
            Verificateur.Verifier(probleme, plan).Cout.Should().BeInRange(0, probleme.Candidats.Count);
        }, iter: 5000, threads: 1);
        statuts.Should().Contain([Statut.Optimal, Statut.Irrealisable]);
    }

    [Fact]
    public void Un_fichier_abime_est_lu_ou_refuse_avec_une_phrase()
    {
        using var memoire = new MemoryStream();
        ProblemeJson.Ecrire(memoire, InstanceSynthetique.Creer(1, 6) with { Imposes = [new("K00001", "A")] });
        var sain = memoire.ToArray();
        var remplacants = Encoding.UTF8.GetBytes("{}[]\",:09.-eE\\ntfé\n");
        Gen.Select(Gen.Int[0, sain.Length - 1], Gen.Int[0, remplacants.Length - 1], Gen.Int[0, 40]).Array[1, 3].Sample(coups =>
        {
            var octets = sain.ToList();
            foreach (var (place, remplacant, longueur) in coups)
            {
                var debut = Math.Min(place, octets.Count - 1);
                octets.RemoveRange(debut, Math.Min(longueur / 4, octets.Count - debut - 1));
                octets[debut] = remplacants[remplacant];
            }
            var lecture = ProblemeJson.Lire([.. octets]);
            (lecture.Valeur is null).Should().Be(lecture.MauvaisUsage is not null || lecture.Conflits.Count > 0);
            lecture.MauvaisUsage?.Should().Contain("(ligne ");
        }, iter: 5000, threads: 1);
    }
}
