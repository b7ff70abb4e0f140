using AwesomeAssertions;
using CsCheck;
using Rebond.Optimisation.Tests.Affectation;
using Xunit;
using static Rebond.Optimisation.Tests.Affectation.Donnees;

namespace Rebond.Optimisation.Affectation;

public sealed class ExplicationsTests
{
    private static (Plan Plan, Explication Explication) Expliquer(Probleme probleme)
    {
        var plan = Solveur.Resoudre(probleme).Plan!;
        return (plan, Explications.Etablir(probleme, plan, TestContext.Current.CancellationToken));
    }

    private static Motif Motif(Probleme probleme, string candidat) => Expliquer(probleme).Explication.Motifs.Single(m => m.Candidat == candidat);

    [Fact]
    public void Un_droit_dit_le_droit_et_ne_compte_pas_la_capacite()
    {
        var probleme = UnProbleme([UnePlace("A", 0)], UnCandidat("K1", 9, "A").Venant("A", droit: true));
        Motif(probleme, "K1").Should().Match<Motif>(m => m.Code == "DROIT" && m.Place == "A" && m.Phrase.Contains("sans condition de capacité"));
        Expliquer(probleme).Explication.Exces.Should().Be(new ExcesDesDroits(1, 1));
        Expliquer(probleme).Explication.Seuils.Should().Equal(new SeuilDePlace("A", 0, 1, 1, 0, 1, new("DROIT", null, null, null)));
    }

    [Fact]
    public void Un_second_voeu_dit_ou_s_arrete_le_premier_et_la_moyenne_du_candidat()
    {
        var motif = Motif(UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 7.2m, "A"), UnCandidat("K2", 8.43m, "A", "B")), "K2");
        motif.Code.Should().Be("VOEU_2");
        motif.Refus.Should().Equal(new RefusDeVoeu(1, "A", "MOYENNE", "A est complète : à rang égal, elle s'arrête à la moyenne de 7,20 ; la sienne, 8,43, est plus proche de la réussite.", new("AUTRE", 7.2m, null, null)));
        motif.Phrase.Should().StartWith("Vœu 2 obtenu : B. A est complète").And.NotContain("K1");
        motif.Changerait.Should().Equal(new Changement("A", "A"));
    }

    public static TheoryData<string, Candidat> Premiers() => new()
    {
        { "CATEGORIE", UnCandidat("K1", 9, "A").Venant("A") },
        { "MINEUR", UnCandidat("K1", 8, "A") with { Mineur = true } },
        { "DEPARTAGE", UnCandidat("K1", 8, "A") with { Departage = -1 } },
        { "DROITS", UnCandidat("K1", 8, "A").Venant("A", droit: true) },
    };

    [Theory, MemberData(nameof(Premiers), DisableDiscoveryEnumeration = true)]
    public void Chaque_refus_nomme_ce_qui_a_decide(string code, Candidat premier)
    {
        var motif = Motif(UnProbleme([UnePlace("A")], premier, UnCandidat("K2", 8, "A")), "K2");
        motif.Code.Should().Be("SANS_PLACE");
        motif.Refus.Should().ContainSingle().Which.Code.Should().Be(code);
        motif.Refus[0].Seuil!.Departage.Should().BeNull("le tirage d'un autre ne regarde personne");
        if (code is "CATEGORIE" or "DROITS")
            motif.Refus[0].Seuil!.Moyenne.Should().BeNull("la moyenne de l'admis n'a rien décidé");
    }

    [Fact]
    public void Le_seuil_d_une_place_est_le_dernier_admis_hors_droits()
    {
        var probleme = UnProbleme([UnePlace("A", 3), UnePlace("B", 2)], UnCandidat("K1", 7, "A"), UnCandidat("K2", 8, "A") with { Departage = 4 }, UnCandidat("K3", 9, "A").Venant("A", droit: true), UnCandidat("K4", 8.5m, "A", "B"));
        Expliquer(probleme).Explication.Seuils.Should().Equal(
            new SeuilDePlace("A", 3, 3, 1, 0, 0, new("AUTRE", 8m, false, 4)),
            new SeuilDePlace("B", 2, 1, 0, 0, 0, null));
    }

    [Fact]
    public void Les_ouvertures_qui_placent_quelqu_un_viennent_d_abord_puis_celles_qui_ameliorent_le_plus()
    {
        // One more at A: K2 leaves B for A, K3 leaves C for B. At B: K3 alone has better. At D: K9 has a place.
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B"), UnePlace("C"), UnePlace("D", 0)],
            UnCandidat("K1", 5, "A"), UnCandidat("K2", 6, "A", "B"), UnCandidat("K3", 7, "B", "C"), UnCandidat("K9", 8, "D"));
        Expliquer(probleme).Explication.Ouvertures.Should().Equal(new Ouverture("D", 1, 1, "K9"), new Ouverture("A", 0, 2, null), new Ouverture("B", 0, 1, null));
    }

    [Fact]
    public void Un_refus_par_decision_le_dit()
    {
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B", 0)], UnCandidat("K1", 9, "A"), UnCandidat("K2", 5, "A", "B")) with { Imposes = [new("K1", "A")] };
        Motif(probleme, "K1").Should().Match<Motif>(m => m.Code == "IMPOSE" && m.Place == "A");
        Motif(probleme, "K2").Refus.Select(r => r.Code).Should().Equal("IMPOSES", "FERMEE");
        Motif(probleme with { Imposes = [], Interdits = [new("K2", "A")] }, "K2").Refus.Select(r => (r.Rang, r.Code)).Should().Equal((1, "INTERDIT"), (2, "FERMEE"));
    }

    [Fact]
    public void Un_candidat_sans_voeu_reste_sans_place_et_le_lit() =>
        Motif(UnProbleme([UnePlace("A")], UnCandidat("K1", 9)), "K1").Phrase.Should().Be("Aucune place : aucun vœu possible.");

    [Fact]
    public void L_ensemble_qui_bloque_est_compte_en_candidats_et_en_places()
    {
        var probleme = UnProbleme([UnePlace("A", 2), UnePlace("B", 1), UnePlace("C", 1), UnePlace("D", 1)],
            UnCandidat("K1", 5, "A", "B"), UnCandidat("K2", 6, "A", "B"), UnCandidat("K3", 7, "B", "A"), UnCandidat("K4", 8, "A"),
            UnCandidat("K5", 9, "A").Venant("A", droit: true), UnCandidat("K6", 8, "C", "D"));
        var (_, explication) = Expliquer(probleme);
        var blocage = explication.Blocages.Should().ContainSingle().Subject;
        blocage.Phrase.Should().Be("4 candidats pour 2 places dans leurs vœux en S17 à moins de 45 km, 1 autre étant tenue par un droit ou par décision.");
        blocage.Lieux.Should().Equal("A", "B");
        explication.Motifs.Where(m => m.Code == "SANS_PLACE").Should().OnlyContain(m => m.Blocage == 1 && m.Phrase.EndsWith(blocage.Phrase));
    }

    [Fact]
    public void Une_chaine_dit_qui_devrait_accepter_quoi_au_moindre_deplacement()
    {
        // K1 and K2 could both leave A for a free seat; K2 goes less far.
        var probleme = UnProbleme([UnePlace("A", 2), UnePlace("B"), UnePlace("C")],
            UnCandidat("K1", 5) with { Voeux = [new("A", 9), new("B", 25)] }, UnCandidat("K2", 6) with { Voeux = [new("A", 9), new("C", 15)] }, UnCandidat("K3", 7, "A"));
        var (_, explication) = Expliquer(probleme);
        var chaine = explication.Chaines.Should().ContainSingle().Subject;
        chaine.Phrase.Should().Be("K3 a A si K2 accepte C au lieu de A (+6 km).");
        chaine.Deplacements.Should().Equal(new Deplacement("K2", "A", "C", 6, 1, 2));
        Motif(probleme, "K3").Should().Match<Motif>(m => m.Chaine == 1 && m.Phrase.EndsWith("Une place est possible si 1 personne accepte d'en changer."));
    }

    [Fact]
    public void Entre_deux_personnes_qui_liberent_la_meme_place_la_moins_eloignee_est_sollicitee()
    {
        var probleme = UnProbleme([UnePlace("A", 2), UnePlace("B")],
            UnCandidat("K1", 5) with { Voeux = [new("A", 9), new("B", 25)] }, UnCandidat("K2", 6) with { Voeux = [new("A", 9), new("B", 15)] }, UnCandidat("K3", 7, "A"));
        Expliquer(probleme).Explication.Chaines.Should().ContainSingle().Which.Deplacements.Should().Equal(new Deplacement("K2", "A", "B", 6, 1, 2));
    }

    [Fact]
    public void Un_droit_n_est_jamais_deplace_par_une_chaine()
    {
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 9, "A", "B").Venant("A", droit: true), UnCandidat("K2", 5, "A"));
        Expliquer(probleme).Explication.Chaines.Should().BeEmpty();
        Expliquer(probleme with { DroitOpposable = false }).Explication.Chaines.Should().ContainSingle();
    }

    [Fact]
    public void Une_chaine_ne_depend_que_de_celles_qui_ont_mis_les_gens_ou_elle_les_prend()
    {
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B"), UnePlace("D"), UnePlace("E"), UnePlace("G"), UnePlace("H")],
            UnCandidat("K1", 5, "A", "B"), UnCandidat("K4", 5.5m, "D", "E"), UnCandidat("K5", 5.6m, "G", "H"), UnCandidat("K6", 5.7m, "G"), UnCandidat("K2", 6, "A", "D"), UnCandidat("K3", 7, "A"));
        Expliquer(probleme).Explication.Chaines.Select(c => (c.Phrase, string.Join(' ', c.Apres))).Should().Equal(
            ("K6 a G si K5 accepte H au lieu de G (+10 km).", ""),
            ("K2 a A si K1 accepte B au lieu de A (+10 km).", ""),
            ("K3 a A si K4 accepte E au lieu de D (+10 km), et si K2 accepte D au lieu de A (+10 km).", "2"));
    }

    [Fact]
    public void Les_chaines_s_appliquent_dans_l_ordre_et_menent_au_meilleur_couplage() => Gen.Select(Moyens, Gen.Bool).Sample((probleme, opposable) =>
    {
        probleme = probleme with { DroitOpposable = opposable };
        if (Controle.Conflits(probleme).Count > 0 || Solveur.Resoudre(probleme).Plan is null)
            return;
        var (plan, explication) = Expliquer(probleme);
        var tenues = plan.Affectations.ToDictionary(a => a.Candidat, a => a.Place);
        foreach (var chaine in explication.Chaines)
            Appliquer(tenues, chaine);
        Possible(probleme, tenues);
        explication.References.Single(r => r.Methode == "COUPLAGE_PRIORITAIRE").SansPlace.Should().Be(probleme.Candidats.Count - tenues.Count);
        // Alone with those it depends on, a chain holds too.
        foreach (var chaine in explication.Chaines)
        {
            var seule = plan.Affectations.ToDictionary(a => a.Candidat, a => a.Place);
            foreach (var numero in Ancetres(explication.Chaines, chaine.Numero).Order())
                Appliquer(seule, explication.Chaines[numero - 1]);
            Possible(probleme, seule);
        }
    }, iter: 300, threads: 1);

    [Fact]
    public void Un_blocage_est_un_ensemble_ou_les_candidats_sont_plus_nombreux_que_les_places() => Moyens.Sample(probleme =>
    {
        if (Controle.Conflits(probleme).Count > 0 || Solveur.Resoudre(probleme).Plan is null)
            return;
        var (plan, explication) = Expliquer(probleme);
        var fixes = probleme.Candidats.Where(c => probleme.Imposes.Any(i => i.Candidat == c.Id) || (c.Origine is { } o && ForceBrute.Droit(probleme, c, o))).Select(c => c.Id).ToHashSet();
        foreach (var blocage in explication.Blocages)
        {
            var tenues = plan.Affectations.Where(a => fixes.Contains(a.Candidat)).ToLookup(a => a.Place);
            var enfermes = probleme.Candidats.Count(c => !fixes.Contains(c.Id) && Possibles(probleme, c).ToList() is { Count: > 0 } v && v.TrueForAll(blocage.Lieux.Contains));
            blocage.Candidats.Should().Be(enfermes).And.BeGreaterThan(blocage.Places);
            blocage.Places.Should().Be(probleme.Places.Where(p => blocage.Lieux.Contains(p.Id)).Sum(p => Math.Max(0, p.Capacite - tenues[p.Id].Count())));
        }
        foreach (var motif in explication.Motifs.Where(m => m.Blocage is not null))
            Possibles(probleme, probleme.Candidats.Single(c => c.Id == motif.Candidat)).Should().BeSubsetOf(explication.Blocages[motif.Blocage!.Value - 1].Lieux);
        explication.Motifs.Where(m => m.Code == "SANS_PLACE" && Possibles(probleme, probleme.Candidats.Single(c => c.Id == m.Candidat)).Any())
            .Should().OnlyContain(m => (m.Chaine == null) != (m.Blocage == null), "sans place : une chaîne, ou la raison pour laquelle il n'y en a pas");
    }, iter: 300, threads: 1);

    [Fact]
    public void Une_ouverture_fait_ce_qu_elle_annonce_et_les_autres_ne_font_rien() => Moyens.Sample(probleme =>
    {
        if (Controle.Conflits(probleme).Count > 0 || Solveur.Resoudre(probleme).Plan is null)
            return;
        var (plan, explication) = Expliquer(probleme);
        foreach (var place in probleme.Places)
        {
            var apres = Solveur.Resoudre(probleme.AvecCapacite(place.Id, 1)).Plan!;
            var gagnants = apres.Affectations.Except(plan.Affectations).OrderBy(a => a.Candidat, StringComparer.Ordinal).ToList();
            var ouverture = explication.Ouvertures.SingleOrDefault(o => o.Place == place.Id);
            (ouverture?.Ameliores ?? 0).Should().Be(gagnants.Count);
            (ouverture?.Places ?? 0).Should().Be(apres.Affectations.Count - plan.Affectations.Count);
            var annonces = explication.Motifs.SelectMany(m => m.Changerait.Where(c => c.Ouverture == place.Id).Select(c => new Attribution(m.Candidat, c.Obtiendrait)));
            annonces.Should().Equal(gagnants);
        }
    }, iter: 150, threads: 1);

    [Fact]
    public void Aucun_motif_ne_nomme_un_autre_candidat()
    {
        var probleme = InstanceSynthetique.Creer(2, 300, 80);
        var (_, explication) = Expliquer(probleme);
        foreach (var motif in explication.Motifs)
        {
            var textes = string.Join('\n', motif.Refus.Select(r => r.Phrase).Append(motif.Phrase));
            textes.Should().NotMatchRegex("K[0-9]{5}");
        }
        explication.Motifs.Select(m => m.Code).Distinct().Should().Contain(["DROIT", "VOEU_1", "VOEU_2", "SANS_PLACE"]);
    }

    private static IEnumerable<string> Possibles(Probleme probleme, Candidat candidat) =>
        candidat.Voeux.Select(v => v.Place).Where(p => !probleme.Interdits.Contains(new(candidat.Id, p)));

    private static void Appliquer(Dictionary<string, string> tenues, Chaine chaine)
    {
        foreach (var deplacement in chaine.Deplacements)
        {
            tenues[deplacement.Candidat].Should().Be(deplacement.De);
            tenues[deplacement.Candidat] = deplacement.Vers;
        }
        tenues.Should().NotContainKey(chaine.Candidat);
        tenues[chaine.Candidat] = chaine.Place;
    }

    /// <summary>Every hard rule but envy: capacities, rights, pins, bans.</summary>
    private static void Possible(Probleme probleme, Dictionary<string, string> tenues) =>
        Verificateur.Verifier(probleme, new([.. tenues.Select(t => new Attribution(t.Key, t.Value))])).Conflits.Should().OnlyContain(c => c.Code == "ENVIE" || c.Code == "PLACE_PERDUE");

    private static HashSet<int> Ancetres(IReadOnlyList<Chaine> chaines, int numero)
    {
        var trouves = new HashSet<int> { numero };
        var file = new Queue<int>([numero]);
        while (file.TryDequeue(out var courant))
            foreach (var avant in chaines[courant - 1].Apres)
                if (trouves.Add(avant))
                    file.Enqueue(avant);
        return trouves;
    }
}
