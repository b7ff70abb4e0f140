using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi;

public sealed class OrdreDePrioriteTests
{
    private static DemandeAClasser Une(string id, PalierPriorite palier = PalierPriorite.AncienDeLaPlace, long? points = 8 * 5400, bool mineur = false, long tirage = 1) =>
        new(id, palier, points is { } valeur ? new Moyenne(valeur, 54) : null, mineur, tirage);

    private static string Ordre(params DemandeAClasser[] demandes) => string.Concat(OrdreDePriorite.Classer(demandes).Select(classee => classee.Demande.Id));

    [Fact]
    public void Le_palier_passe_avant_tout() =>
        Ordre(Une("c", PalierPriorite.AutreOrigine, points: 100), Une("b", points: 50_000), Une("a", PalierPriorite.DroitDansSonEtablissement, points: 90_000)).Should().Be("abc");

    [Fact]
    public void Puis_la_moyenne_la_plus_basse_comparee_exactement() =>
        // 43 199/54 et 43 200/54 s'affichent 8,00 tous les deux.
        Ordre(Une("b", points: 43_200), Une("a", points: 43_199)).Should().Be("ab");

    [Fact]
    public void Deux_moyennes_egales_sur_des_coefficients_differents_sont_egales() =>
        Ordre(Une("b", tirage: 2), new DemandeAClasser("a", PalierPriorite.AncienDeLaPlace, new Moyenne(8 * 5200, 52), false, 1)).Should().Be("ab");

    [Fact]
    public void Puis_les_mineurs_puis_le_tirage() =>
        Ordre(Une("d", tirage: 9), Une("c", tirage: 3), Une("b", mineur: true, tirage: 8), Une("a", mineur: true, tirage: 5)).Should().Be("abcd");

    [Fact]
    public void Une_moyenne_inconnue_passe_apres_et_le_dit()
    {
        var classees = OrdreDePriorite.Classer([Une("b", points: null), Une("a", points: 100_000)]);
        classees.Select(c => c.Demande.Id).Should().Equal("a", "b");
        classees[1].Raisons.Should().Contain(raison => raison.Contains("n'est pas connue"));
        OrdreDePriorite.Classer([Une("a") with { Moyenne = default(Moyenne) }])[0].Raisons.Should().Equal("Ancien élève de la classe ; moyenne inconnue ; majeur ; tirage 1.");
    }

    [Fact]
    public void La_place_de_chacun_dit_tout_ce_qui_le_classe()
    {
        OrdreDePriorite.Classer([Une("a", mineur: true, tirage: 7)])[0].Raisons.Should().Equal("Ancien élève de la classe ; moyenne 8,00 ; mineur ; tirage 7.");
        OrdreDePriorite.Classer([Une("a"), Une("b")])[1].Raisons[1].Should().Be("Passe après : tout est égal, même le tirage. L'ordre des numéros de dossier a départagé ; refaites le tirage.");
        OrdreDePriorite.Classer([Une("a", mineur: true), Une("b")])[1].Raisons[1].Should().Be("Passe après : même moyenne, et celui de devant est mineur.");
    }

    [Fact]
    public void Chaque_rang_dit_pourquoi()
    {
        var classees = OrdreDePriorite.Classer([Une("a", points: 43_000), Une("b"), Une("c", PalierPriorite.AutreOrigine), Une("d", PalierPriorite.AutreOrigine, tirage: 4)]);
        classees.Select(c => c.Rang).Should().Equal(1, 2, 3, 4);
        classees[0].Raisons.Should().ContainSingle().Which.Should().Contain("Ancien élève").And.Contain("7,96").And.Contain("tirage 1");
        classees[1].Raisons[1].Should().Contain("215/27").And.Contain("216/27");
        classees[2].Raisons[1].Should().Contain("palier");
        classees[3].Raisons[1].Should().Contain("tirage 1 passe avant 4");
    }

    /// <summary>N'importe qui, dans n'importe quel ordre d'entrée, retrouve le même classement.</summary>
    [Fact]
    public void Le_classement_ne_depend_pas_de_l_ordre_d_entree() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 6], Gen.Bool, Gen.Int[0, 3]).Array[1, 12].Sample(valeurs =>
        {
            var demandes = valeurs.Select((v, rang) => Une($"{rang:00}", (PalierPriorite)v.Item1, v.Item2 == 0 ? null : v.Item2 * 1000, v.Item3, v.Item4)).ToList();
            var ordre = OrdreDePriorite.Classer(demandes).Select(c => c.Demande.Id).ToList();
            demandes.Reverse();
            OrdreDePriorite.Classer(demandes).Select(c => c.Demande.Id).Should().Equal(ordre);
            OrdreDePriorite.Classer(demandes).Zip(OrdreDePriorite.Classer(demandes).Skip(1)).Should().OnlyContain(paire => OrdreDePriorite.Comparer(paire.First.Demande, paire.Second.Demande) <= 0);
        }, iter: 400, threads: 1);

    [Fact]
    public void Une_meilleure_priorite_ne_recule_jamais_personne_devant() =>
        Gen.Select(Gen.Int[1, 6].Array[4], Gen.Int[1, 6]).Sample((moyennes, baisse) =>
        {
            var demandes = moyennes.Select((m, rang) => Une($"{rang}", points: m * 10_000, tirage: rang)).ToList();
            var avant = OrdreDePriorite.Classer(demandes).First(c => c.Demande.Id == "2").Rang;
            demandes[2] = demandes[2] with { Moyenne = new Moyenne(Math.Min(moyennes[2], baisse) * 10_000, 54) };
            return OrdreDePriorite.Classer(demandes).First(c => c.Demande.Id == "2").Rang <= avant;
        }, iter: 400, threads: 1);
}
