using AwesomeAssertions;
using CsCheck;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Resolution;
using Rebond.Optimisation.Socle;
using Xunit;

namespace Rebond.Optimisation.Tests.Affectation;

/// <summary>What is true of every instance; small ones against the list of all plans.</summary>
public sealed class Proprietes
{
    [Fact]
    public void La_reponse_est_le_plan_sans_envie_que_chacun_prefere() => Donnees.Petits.Sample(probleme =>
    {
        if (Controle.Conflits(probleme).Count > 0)
            return;
        var solution = Solveur.Resoudre(probleme);
        var sansEnvie = ForceBrute.TousLesPlans(probleme).Where(p => ForceBrute.EstSansEnvie(probleme, p)).ToList();
        if (solution.Plan is not { } plan)
        {
            sansEnvie.Should().BeEmpty();
            solution.Conflits.Should().OnlyContain(c => c.Code == "CAPACITE");
            return;
        }
        ForceBrute.EstSansEnvie(probleme, plan).Should().BeTrue();
        sansEnvie.Should().OnlyContain(autre => probleme.Candidats.All(c => ForceBrute.Rang(c, ForceBrute.Place(plan, c)) <= ForceBrute.Rang(c, ForceBrute.Place(autre, c))));
        solution.Bilan.Cout.Should().Be(ForceBrute.SansPlace(probleme, plan));
    }, iter: 1500, threads: 1);

    [Fact]
    public void Le_verificateur_accepte_les_plans_sans_envie_et_eux_seuls() => Donnees.Petits.Sample(probleme =>
    {
        if (Controle.Conflits(probleme).Count > 0)
            return;
        var reponse = Solveur.Resoudre(probleme).Plan;
        foreach (var plan in ForceBrute.TousLesPlans(probleme))
        {
            var verification = Verificateur.Verifier(probleme, plan);
            verification.EstAccepte.Should().Be(ForceBrute.EstSansEnvie(probleme, plan));
            verification.Cout.Should().Be(ForceBrute.SansPlace(probleme, plan));
            if (verification.EstAccepte)
                verification.MeilleurPourTous.Should().Be(reponse!.Affectations.ToHashSet().SetEquals(plan.Affectations));
        }
    }, iter: 150, threads: 1);

    [Fact]
    public void Aucun_plan_qui_tient_ne_bat_les_bornes() => Donnees.Petits.Sample(probleme =>
    {
        if (Controle.Conflits(probleme).Count > 0 || Solveur.Resoudre(probleme) is not { Plan: not null } solution)
            return;
        var minimum = ForceBrute.TousLesPlans(probleme).Where(p => ForceBrute.Tient(probleme, p)).Min(p => ForceBrute.SansPlace(probleme, p));
        solution.BorneSansDepassement.Should().BeLessThanOrEqualTo(minimum);
        solution.Bilan.Borne.Should().BeLessThanOrEqualTo(solution.BorneSansDepassement!.Value);
        (solution.Bilan.Statut == Statut.Optimal).Should().Be(solution.Bilan.Cout == solution.Bilan.Borne);
    }, iter: 1500, threads: 1);

    [Fact]
    public void La_borne_est_le_mieux_que_l_on_puisse_faire_en_laissant_les_droits_s_ajouter() => Donnees.Petits.Sample(probleme =>
    {
        if (Controle.Conflits(probleme).Count > 0 || Solveur.Resoudre(probleme) is not { Plan: not null } solution)
            return;
        var minimum = ForceBrute.TousLesPlans(probleme).Where(p => ForceBrute.TientEnLaissantLesDroitsSAjouter(probleme, p)).Min(p => ForceBrute.SansPlace(probleme, p));
        solution.Bilan.Borne.Should().Be(minimum);
    }, iter: 1500, threads: 1);

    /// <summary>A bound was once beaten by a plan of this kind.</summary>
    [Fact]
    public void Le_guichet_ne_bat_pas_la_borne_meme_en_depassant_les_capacites() => Donnees.Moyens.Sample(probleme =>
    {
        probleme = probleme with { Imposes = [], Interdits = [] };
        Solveur.Resoudre(probleme).Bilan.Borne.Should().BeLessThanOrEqualTo(ForceBrute.SansPlace(probleme, Guichet.Placer(probleme)));
    }, iter: 1500, threads: 1);

    [Fact]
    public void Sans_droit_opposable_la_borne_est_atteinte_par_un_plan() => Donnees.Petits.Sample(probleme =>
    {
        probleme = probleme with { DroitOpposable = false };
        if (Controle.Conflits(probleme).Count > 0)
            return;
        var minimum = ForceBrute.TousLesPlans(probleme).Where(p => ForceBrute.Tient(probleme, p)).Min(p => ForceBrute.SansPlace(probleme, p));
        Solveur.Resoudre(probleme).Bilan.Borne.Should().Be(minimum);
    }, iter: 1000, threads: 1);

    [Fact]
    public void Passer_devant_ne_nuit_jamais() => Gen.Select(Donnees.Moyens, Gen.Int[0, 39], Gen.Int[0, 2]).Sample((probleme, rang, comment) =>
    {
        probleme = probleme with { Imposes = [], Interdits = [] };
        var avant = probleme.Candidats[rang % probleme.Candidats.Count];
        var apres = comment switch
        {
            0 => avant with { MoyenneCentiemes = avant.MoyenneCentiemes - 1 },
            1 => avant with { Mineur = true, Departage = -1 },
            _ => avant with { Droit = true },
        };
        var change = probleme with { Candidats = [.. probleme.Candidats.Select(c => c.Id == avant.Id ? apres : c)] };
        var (ancien, nouveau) = (Solveur.Resoudre(probleme).Plan!, Solveur.Resoudre(change).Plan!);
        ForceBrute.Rang(avant, ForceBrute.Place(nouveau, avant)).Should().BeLessThanOrEqualTo(ForceBrute.Rang(avant, ForceBrute.Place(ancien, avant)));
    }, iter: 1500, threads: 1);

    [Fact]
    public void L_ordre_du_fichier_ne_change_rien() => Gen.Select(Donnees.Moyens, Gen.Int).Sample((probleme, graine) =>
    {
        if (Controle.Conflits(probleme).Count > 0)
            return;
        var hasard = new Random(graine);
        var melange = probleme with
        {
            Places = [.. probleme.Places.OrderBy(_ => hasard.Next())],
            Candidats = [.. probleme.Candidats.OrderBy(_ => hasard.Next())],
            Imposes = [.. probleme.Imposes.Reverse()],
            Interdits = [.. probleme.Interdits.Reverse()],
        };
        var (a, b) = (Solveur.Resoudre(probleme), Solveur.Resoudre(melange));
        b.Should().BeEquivalentTo(a, options => options.WithStrictOrdering());
        if (a.Plan is not null)
            Explications.Etablir(melange, b.Plan!).Should().BeEquivalentTo(Explications.Etablir(probleme, a.Plan), options => options.WithStrictOrdering());
    }, iter: 150, threads: 1);

    /// <summary>The seats a maximum matching leaves empty-handed, by a plain recursive search.</summary>
    [Fact]
    public void Le_couplage_asseoit_autant_de_candidats_que_possible() => Donnees.Moyens.Sample(probleme =>
    {
        var marche = new Marche(probleme with { Imposes = [], Interdits = [] });
        new Couplage(marche.Voeux, marche.Capacites).Maximum().Should().Be(CouplageSimple.Maximum(marche.Voeux, marche.Capacites));
    }, iter: 3000, threads: 1);

    [Fact]
    public void La_dictature_en_serie_et_le_couplage_prioritaire_tiennent_les_regles_dures() => Donnees.Moyens.Sample(probleme =>
    {
        if (Controle.Conflits(probleme).Count > 0 || Solveur.Resoudre(probleme) is not { Plan: { } plan } solution)
            return;
        var marche = new Marche(probleme);
        var couplage = MethodesDeReference.CouplagePrioritaire(marche, marche.DepuisPlan(plan));
        foreach (var autre in new[] { MethodesDeReference.DictatureEnSerie(marche), couplage }.Select(marche.EnPlan))
        {
            var verification = Verificateur.Verifier(probleme, autre);
            verification.Conflits.Should().OnlyContain(c => c.Code == "ENVIE" || c.Code == "PLACE_PERDUE");
            solution.Bilan.Borne.Should().BeLessThanOrEqualTo(verification.Cout);
            solution.BorneSansDepassement.Should().BeLessThanOrEqualTo(verification.Cout);
        }
        // Priority matching: each in turn is seated exactly when those seated before him leave a way.
        var choisis = new List<int>();
        var libres = marche.Occupants([.. marche.DepuisPlan(plan).Select((v, i) => marche.EstMobile(i) ? Marche.Aucun : v)]).Select((o, p) => Math.Max(0, marche.Capacites[p] - o.Count)).ToArray();
        foreach (var i in Enumerable.Range(0, marche.Candidats.Length).Where(marche.EstMobile))
        {
            var possible = CouplageSimple.Maximum([.. choisis.Append(i).Select(c => marche.Voeux[c])], libres) == choisis.Count + 1;
            (couplage[i] != Marche.Aucun).Should().Be(possible);
            if (possible)
                choisis.Add(i);
        }
    }, iter: 300, threads: 1);
}
