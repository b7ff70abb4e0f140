using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;
using Xunit;
using static Rebond.Coeur.Tests.Suivi.Commission.CommissionDEssai;

namespace Rebond.Coeur.Tests.Suivi.Commission;

public sealed class ProposerAffectationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_droit_est_servi_au_dela_de_la_capacite_et_l_exces_se_voit(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await essai.TransmettreAsync("Albe", Ici, 900, droit: true, Pres, Ici);
        await essai.TransmettreAsync("Bora", Ici, 950, droit: true, Pres, Ici);
        await essai.TransmettreAsync("Cade", Ici, 500, droit: false, Ici);
        await essai.OuvrirAsync((Ici, "1"), (Pres, "0"));

        (await essai.ProposerAsync()).Valeur.Should().BeEquivalentTo(new { Dossiers = 3, Placees = 2, SansPlace = 1, ADecider = 0, Inchangee = false });
        (await essai.LigneAsync("Albe")).Should().Match<LigneCommission>(l => l.Uai == Ici && l.CodeMotif == "DROIT" && l.Issue == null);
        (await essai.LigneAsync("Cade")).CodeMotif.Should().Be("SANS_PLACE");
        (await ConsulterAsync(essai)).Should().Match<ConsulterSeance.Reponse>(s => s.Exces == 1 && s.Droits == 2 && s.SansPlace == 1 && s.EstAJour && s.PeutEtreArretee);
        (await essai.DemandeAsync("Albe")).UaiAccueil.Should().BeNull("une proposition ne décide de personne");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_verificateur_accepte_la_proposition_gardee_et_chacun_la_refait_du_fichier(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await PeuplerAsync(essai);
        (await essai.ProposerAsync()).EstReussi.Should().BeTrue();

        var json = (await essai.LireAsync(d => new ExporterInstance(d).ExecuteAsync(essai.Seance, Rectorat, Ct))).Valeur!;
        var probleme = ProblemeJson.Lire(json).Valeur!;
        var gardees = await essai.LireAsync(d => d.Set<LigneCommission>().AsNoTracking().Where(l => l.Uai != null).ToListAsync(Ct));
        var plan = new Plan([.. gardees.Select(l => new Attribution(l.Numero, $"{l.Uai}-{l.SpecialiteAccueil}"))]);

        Verificateur.Verifier(probleme, plan).Should().Match<Verification>(v => v.EstAccepte && v.MeilleurPourTous == true);
        Solveur.Resoudre(probleme).Plan!.Affectations.Should().BeEquivalentTo(plan.Affectations);
        System.Text.Encoding.UTF8.GetString(json).Should().NotContain("Albe").And.NotContain("Camille");
        (await essai.JournalAsync()).Should().Contain(l => l.Acte == "COMMISSION_EXPORTEE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Proposer_deux_fois_ne_change_rien(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await PeuplerAsync(essai);
        await essai.ProposerAsync();
        var (actes, version) = ((await essai.JournalAsync()).Count, (await essai.SeanceAsync()).Version);

        (await essai.ProposerAsync()).Valeur!.Inchangee.Should().BeTrue();
        (await essai.JournalAsync()).Should().HaveCount(actes);
        (await essai.SeanceAsync()).Version.Should().Be(version);
    }

    [Fact]
    public async Task Le_plus_loin_de_la_reussite_passe_devant_et_l_ancien_eleve_avant_lui()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 900, droit: false, Pres);
        await essai.TransmettreAsync("Bora", Ici, 600, droit: false, Pres);
        await essai.TransmettreAsync("Cade", Pres, 980, droit: false, Pres);
        await essai.OuvrirAsync((Pres, "2"));
        await essai.ProposerAsync();

        (await essai.PlaceAsync("Cade")).Should().Be(Pres);
        (await essai.PlaceAsync("Bora")).Should().Be(Pres);
        var albe = await essai.LigneAsync("Albe");
        albe.Uai.Should().BeNull();
        albe.MotifCommission.Should().Contain("moyenne 6,00");
        albe.Changerait.Should().Contain("Une place de plus").And.Contain("Lycée Près");
    }

    [Fact]
    public async Task La_raison_lue_par_l_un_ne_dit_rien_des_autres()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await PeuplerAsync(essai);
        await essai.ProposerAsync();
        var lignes = await essai.LireAsync(d => d.Set<LigneCommission>().AsNoTracking().ToListAsync(Ct));

        foreach (var ligne in lignes)
        {
            var texte = $"{ligne.MotifCandidat} {ligne.Changerait}";
            texte.Should().NotContainAny(["Albe", "Bora", "Cade", "Dune", "Camille", .. lignes.Select(l => l.Numero)]);
            texte.Should().NotMatchRegex(@"\d,\d\d", "la moyenne du dernier admis est celle de quelqu’un");
        }
    }

    [Fact]
    public async Task Une_distance_inconnue_se_dit_et_ne_s_invente_pas()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 900, droit: false, SansPosition, Loin);
        await essai.OuvrirAsync((SansPosition, "5"), (Loin, "5"));

        (await essai.ProposerAsync()).Valeur!.ADecider.Should().Be(1);
        var vue = (await essai.LireAsync(async d => await new ConsulterDossierDeCommission(d).ExecuteAsync(essai.Seance, (await essai.LigneAsync("Albe")).Id, Secretaire, Ct))).Valeur!;
        vue.Voeux.Select(v => (v.Voeux.Etat, v.Voeux.Km)).Should().Equal((EtatVoeu.DistanceInconnue, null), (EtatVoeu.TropLoin, 22));
        (await essai.ArreterAsync()).Refus.Should().Contain(r => r is ArreterSeance.DossiersADecider);
    }

    [Fact]
    public async Task Un_voeu_d_une_autre_specialite_se_decide_a_la_main_et_prend_sa_place()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 900, droit: false, $"{Pres}/{Accueil}");
        await essai.OuvrirAsync(($"{Pres}/{Accueil}", "1"));

        (await essai.ProposerAsync()).Valeur!.ADecider.Should().Be(1);
        (await essai.DeciderAsync("Albe", GenreDecision.Imposer, Pres, specialite: Accueil)).Valeur!.HorsCalcul.Should().BeTrue();
        (await essai.ProposerAsync()).Valeur.Should().Match<ProposerAffectation.Reponse>(r => r.ADecider == 0 && r.Placees == 1);
        (await essai.LigneAsync("Albe")).Should().Match<LigneCommission>(l => l.CodeMotif == "A_LA_MAIN" && l.Uai == Pres && l.SpecialiteAccueil == Accueil);
        await essai.CapacitesAsync(($"{Pres}/{Accueil}", "0"));
        (await essai.ProposerAsync()).Refus.Should().ContainSingle().Which.Phrase.Should().Contain("1 place donnée à la main pour une capacité de 0");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_dossiers_transmis_apres_l_ouverture_entrent_au_calcul_suivant(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await PeuplerAsync(essai);
        await essai.ProposerAsync();
        await essai.TransmettreAsync("Elan", Pres, 700, droit: false, Pres);

        (await ConsulterAsync(essai)).Should().Match<ConsulterSeance.Reponse>(s => s.Nouveaux == 1 && !s.EstAJour);
        (await essai.ArreterAsync()).Refus.Should().Contain(r => r is ArreterSeance.PropositionPerimee);
        (await essai.ProposerAsync()).Valeur!.Dossiers.Should().Be(5);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_clics_n_ouvrent_pas_deux_seances(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await essai.TransmettreAsync("Albe", Ici, 900, droit: false, Pres);
        Task<Outcome<OuvrirSeance.Reponse>> Ouvrir() => essai.LireAsync(d => new OuvrirSeance(d).ExecuteAsync(new(null, new DateOnly(2026, 7, 20), 15), Secretaire, Ct));

        var issues = await Task.WhenAll(Ouvrir(), Ouvrir());

        issues.Count(i => i.EstReussi).Should().Be(1);
        issues.Single(i => !i.EstReussi).Refus.Should().ContainSingle().Which.Should().BeOfType<OuvrirSeance.DejaOuverte>();
        (await essai.LireAsync(d => d.Set<LigneCommission>().CountAsync(Ct))).Should().Be(1);
    }

    [Fact]
    public async Task Chacun_dans_son_departement_et_le_rectorat_lit_sans_decider()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await PeuplerAsync(essai);

        (await essai.LireAsync(d => new ConsulterSeance(d).ExecuteAsync(essai.Seance, Voisine, Ct))).Refus[0].Should().BeOfType<Introuvable>();
        (await essai.LireAsync(d => new ProposerAffectation(d).ExecuteAsync(new(essai.Seance), Voisine, Ct))).Refus[0].Should().BeOfType<Introuvable>();
        (await essai.LireAsync(d => new ListerDossiersDeCommission(d).ExecuteAsync(essai.Seance, new(), 1, Voisine, Ct))).Refus[0].Should().BeOfType<Introuvable>();
        (await essai.LireAsync(d => new OuvrirSeance(d).ExecuteAsync(new("013", new(2026, 7, 20), 15), Voisine, Ct))).Refus[0].Should().BeOfType<Interdit>();
        (await essai.LireAsync(d => new ConsulterSeance(d).ExecuteAsync(essai.Seance, Rectorat, Ct))).Valeur!.Decide.Should().BeFalse();
        (await essai.LireAsync(d => new ProposerAffectation(d).ExecuteAsync(new(essai.Seance), Rectorat, Ct))).Refus[0].Should().BeOfType<Interdit>();
        (await essai.LireAsync(d => new SaisirCapacites(d).ExecuteAsync(new(essai.Seance, [new(Pres, Vente, "4")]), Rectorat, Ct))).EstReussi.Should().BeTrue("le rectorat dit combien de places il ouvre");
        (await essai.LireAsync(d => new ListerSeances(d).ExecuteAsync(Rectorat, Ct))).Valeur!.Seances.Should().ContainSingle().Which.Dossiers.Should().Be(4);
        (await essai.LireAsync(d => new ConsulterSeance(d).ExecuteAsync(essai.Seance, new(null, "chef", Coeur.Socle.Acteurs.Role.ChefEtablissement, [new(Coeur.Socle.Acteurs.TypePerimetre.Etablissement, Ici)]), Ct))).Refus[0].Should().BeOfType<Interdit>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_liste_se_filtre_et_se_trie_sur_le_serveur(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await PeuplerAsync(essai);
        await essai.ProposerAsync();
        async Task<IReadOnlyList<string>> Noms(ListerDossiersDeCommission.Criteres criteres) =>
            [.. (await essai.LireAsync(d => new ListerDossiersDeCommission(d).ExecuteAsync(essai.Seance, criteres, 1, Secretaire, Ct))).Valeur!.Personnes.Select(p => p.Dossier.Nom)];

        (await Noms(new())).Should().Equal("Bora", "Cade", "Albe", "Dune");
        (await Noms(new(ListerDossiersDeCommission.Vue.Droits))).Should().Equal("Albe");
        (await Noms(new(ListerDossiersDeCommission.Vue.SansPlace))).Should().Equal("Dune");
        (await Noms(new(Uai: Pres))).Should().Equal("Dune");
        (await Noms(new(ListerDossiersDeCommission.Vue.AutreSpecialite))).Should().BeEmpty();
        (await Noms(new(ListerDossiersDeCommission.Vue.ALaMain))).Should().BeEmpty();
    }

    /// <summary>Albe comes back by right above capacity, Bora and Cade share the two seats of Près by their means, Dune has none.</summary>
    internal static async Task PeuplerAsync(CommissionDEssai essai)
    {
        await essai.TransmettreAsync("Albe", Ici, 900, droit: true, Pres, Ici);
        await essai.TransmettreAsync("Bora", Ici, 600, droit: false, Pres, Ici);
        await essai.TransmettreAsync("Cade", Ici, 700, droit: false, Pres);
        await essai.TransmettreAsync("Dune", Pres, 950, droit: false, Ici);
        await essai.OuvrirAsync((Ici, "0"), (Pres, "2"));
    }

    private static async Task<ConsulterSeance.Reponse> ConsulterAsync(CommissionDEssai essai) => (await essai.LireAsync(d => new ConsulterSeance(d).ExecuteAsync(essai.Seance, Secretaire, Ct))).Valeur!;
}
