using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Commission;
using Xunit;
using static Rebond.Coeur.Tests.Suivi.Commission.CommissionDEssai;

namespace Rebond.Coeur.Tests.Suivi.Commission;

public sealed class DeciderALaMainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_place_imposee_revient_inchangee_et_se_retire(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await essai.TransmettreAsync("Albe", Ici, 500, droit: false, Pres);
        await essai.TransmettreAsync("Bora", Ici, 900, droit: false, Pres);
        await essai.OuvrirAsync((Pres, "1"));
        await essai.ProposerAsync();
        (await essai.PlaceAsync("Albe")).Should().Be(Pres);

        (await essai.DeciderAsync("Bora", GenreDecision.Imposer, Pres)).Valeur!.HorsCalcul.Should().BeFalse();
        await essai.ProposerAsync();
        (await essai.LigneAsync("Bora")).Should().Match<LigneCommission>(l => l.Uai == Pres && l.CodeMotif == "A_LA_MAIN" && l.MotifCandidat!.Contains(Motif));
        (await essai.PlaceAsync("Albe")).Should().BeNull();

        var ligne = await essai.LigneAsync("Bora");
        var decision = await essai.LireAsync(d => d.Set<DecisionCommission>().AsNoTracking().SingleAsync(Ct));
        (await essai.LireAsync(d => new DeciderALaMain(d).ExecuteAsync(new DeciderALaMain.Annulation(essai.Seance, ligne.Id, decision.Id), Secretaire, Ct))).EstReussi.Should().BeTrue();
        await essai.ProposerAsync();
        (await essai.PlaceAsync("Albe")).Should().Be(Pres);
        (await essai.LireAsync(d => d.Set<DecisionCommission>().AsNoTracking().SingleAsync(Ct))).Motif.Should().Be(Motif, "retirée, elle reste écrite");
        (await essai.JournalAsync()).Select(l => l.Acte).Should().Contain(["COMMISSION_A_LA_MAIN", "COMMISSION_A_LA_MAIN_RETIREE"]);
    }

    [Fact]
    public async Task Deux_places_imposees_pour_une_seule_s_expliquent()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 500, droit: false, Pres);
        await essai.TransmettreAsync("Bora", Ici, 900, droit: false, Pres);
        await essai.OuvrirAsync((Pres, "1"));
        await essai.DeciderAsync("Albe", GenreDecision.Imposer, Pres);
        await essai.DeciderAsync("Bora", GenreDecision.Imposer, Pres);

        (await essai.ProposerAsync()).Refus.Should().ContainSingle().Which.Should().BeOfType<ProposerAffectation.Contradiction>().Which.Phrase.Should().Contain("Lycée Près, Marseille").And.Contain("2 candidats imposés pour 1 place");
        (await essai.SeanceAsync()).Etat.Should().Be(EtatSeance.EnPreparation);
    }

    [Fact]
    public async Task Un_voeu_exclu_ne_se_donne_plus()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 500, droit: false, Pres, Ici);
        await essai.OuvrirAsync((Pres, "1"), (Ici, "1"));

        (await essai.DeciderAsync("Albe", GenreDecision.Exclure, Pres)).EstReussi.Should().BeTrue();
        await essai.ProposerAsync();
        var ligne = await essai.LigneAsync("Albe");
        ligne.Uai.Should().Be(Ici);
        ligne.MotifCandidat.Should().Contain("écarté par une décision de la commission");
    }

    [Fact]
    public async Task La_commission_n_ecarte_pas_un_droit()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 900, droit: true, Pres, Ici);
        await essai.OuvrirAsync((Ici, "0"), (Pres, "1"));

        foreach (var (genre, uai) in new[] { (GenreDecision.SansPlace, null), (GenreDecision.Exclure, Ici), (GenreDecision.Imposer, Loin) })
            (await essai.DeciderAsync("Albe", genre, uai)).Refus.Should().ContainSingle($"{genre}").Which.Code.Should().BeOneOf("DROIT_A_REVENIR", "LYCEE_NECESSAIRE");
        (await essai.DeciderAsync("Albe", GenreDecision.SansPlace)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderALaMain.DroitARevenir>();
        (await essai.DeciderAsync("Albe", GenreDecision.Imposer, Pres)).EstReussi.Should().BeTrue("il la préfère à la sienne");
    }

    [Fact]
    public async Task Rien_ne_se_decide_a_la_main_sans_le_dire()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 900, droit: false, Pres);
        await essai.OuvrirAsync((Pres, "1"));

        (await essai.DeciderAsync("Albe", null, motif: "non")).Refus.Select(r => r.Code).Should().Equal("DECISION_NECESSAIRE", "MOTIF_INSUFFISANT");
        (await essai.DeciderAsync("Albe", GenreDecision.Imposer)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderALaMain.LyceeNecessaire>();
        (await essai.DeciderAsync("Albe", GenreDecision.SansPlace)).EstReussi.Should().BeTrue();
        (await essai.DeciderAsync("Albe", GenreDecision.Imposer, Pres)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderALaMain.DejaDecide>();
        (await essai.ProposerAsync()).Valeur!.SansPlace.Should().Be(1);
        var ligne = await essai.LigneAsync("Albe");
        (await essai.LireAsync(d => new DeciderALaMain(d).ExecuteAsync(new DeciderALaMain.Demande(essai.Seance, ligne.Id, ligne.Version, GenreDecision.Imposer, Pres, null, Motif), Rectorat, Ct))).Refus[0].Should().BeOfType<Interdit>();
    }
}
