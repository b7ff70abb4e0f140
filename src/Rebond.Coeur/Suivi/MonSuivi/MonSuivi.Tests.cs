using AwesomeAssertions;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.MonSuivi;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Packs;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.MonSuivi;

public sealed class MonSuiviTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly DateOnly Jour = new(2020, 7, 7);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_jeune_lit_tout_ce_qui_est_ecrit_sur_lui(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var dossier = await essai.DossierAsync(0);
        await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(dossier.Id, 0, CanalContact.Telephone, ResultatContact.Autre, "veut réfléchir"), essai.Proviseure, Ct));
        var zoe = PacksTests.Candidat(essai.Candidatures[0]);

        var lu = (await essai.LireAsync(d => new ConsulterMonSuivi(d).ExecuteAsync(null, zoe, Ct))).Valeur!;

        lu.Ecrit.Contacts.Should().ContainSingle().Which.Observation.Should().Be("veut réfléchir");
        lu.Pack.Dossier.Id.Should().Be(dossier.Id);
        (await essai.LireAsync(d => new ConsulterMonSuivi(d).ExecuteAsync(dossier.Id, PacksTests.Candidat(essai.Candidatures[1]), Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await essai.LireAsync(d => new ConsulterMonSuivi(d).ExecuteAsync(dossier.Id, essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    [Fact]
    public async Task Lui_seul_leve_son_refus_en_demandant_a_etre_rappele()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        (await DireAsync(essai, ChoixDuJeune.NeMeRelancezPas)).EstReussi.Should().BeTrue();
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.RefuseAccompagnement && d.ProchaineAction == ActionsDeSuivi.VerifierRefus);

        (await DireAsync(essai, ChoixDuJeune.RappelezMoi)).EstReussi.Should().BeTrue();

        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => !d.RefuseAccompagnement && d.DemandeRappel && d.ProchaineAction == ActionsDeSuivi.Rappeler && d.ProchaineDate == Jour.AddDays(1));
        (await DireAsync(essai, null)).Refus.Should().ContainSingle().Which.Should().BeOfType<DireMonChoix.ChoixNecessaire>();
        (await DireAsync(essai, ChoixDuJeune.JeMOppose, new string('x', 501))).Refus.Should().ContainSingle().Which.Should().BeOfType<DireMonChoix.RaisonTropLongue>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_opposition_attend_une_reponse_dans_le_mois_et_personne_n_appelle(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        (await DireAsync(essai, ChoixDuJeune.JeMOppose, "je me débrouille")).EstReussi.Should().BeTrue();
        (await DireAsync(essai, ChoixDuJeune.JeMOppose)).Refus.Should().ContainSingle().Which.Should().BeOfType<DireMonChoix.OppositionEnCours>();

        var oppose = await essai.DossierAsync(0);
        oppose.Should().Match<DossierSuivi>(d => d.RefuseAccompagnement && d.ProchaineAction == ActionsDeSuivi.ExaminerOpposition && d.ProchaineDate == Jour.AddDays(30));
        (await essai.LireAsync(d => new ListerDossiers(d).ExecuteAsync(new(ListerDossiers.Vue.Oppositions), 1, essai.Proviseure, Ct))).Valeur!.Total.Should().Be(1);
        (await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(oppose.Id, oppose.Version, CanalContact.Telephone, ResultatContact.ContacteSansReponse), essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.RefuseDEtreSuivi>();

        (await RepondreAsync(essai, null, "")).Refus.Should().ContainSingle().Which.Should().BeOfType<RepondreOpposition.ReponseNecessaire>();
        (await RepondreAsync(essai, false, "non")).Refus.Should().ContainSingle().Which.Should().BeOfType<RepondreOpposition.MotifDeReponse>();
        (await RepondreAsync(essai, false, "Vous avez 16 ans : l’obligation de formation court jusqu’à vos 18 ans.")).EstReussi.Should().BeTrue();
        (await RepondreAsync(essai, true, "")).Refus.Should().ContainSingle().Which.Should().BeOfType<RepondreOpposition.AucuneOpposition>();

        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.OppositionAcceptee == false && d.RefuseAccompagnement && d.ProchaineAction == ActionsDeSuivi.Situation6Mois);
        (await essai.JournalAsync()).Should().NotContain(l => $"{l.Avant}{l.Apres}{l.Motif}".Contains("débrouille", StringComparison.Ordinal), "le journal ne garde pas ses mots");
    }

    [Fact]
    public async Task Demander_un_rappel_retire_l_opposition()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await DireAsync(essai, ChoixDuJeune.JeMOppose);

        await DireAsync(essai, ChoixDuJeune.RappelezMoi);

        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => !d.OppositionAExaminer && d.OppositionAcceptee == null && d.ProchaineAction == ActionsDeSuivi.Rappeler);
    }

    private static async Task<Outcome<DireMonChoix.Reponse>> DireAsync(DossiersDEssai essai, ChoixDuJeune? choix, string? raison = null)
    {
        var id = (await essai.DossierAsync(0)).Id;
        return await essai.LireAsync(d => new DireMonChoix(d).ExecuteAsync(new(id, choix, raison), PacksTests.Candidat(essai.Candidatures[0]), Ct));
    }

    private static async Task<Outcome<RepondreOpposition.Reponse>> RepondreAsync(DossiersDEssai essai, bool? acceptee, string motif)
    {
        var lu = await essai.DossierAsync(0);
        return await essai.LireAsync(d => new RepondreOpposition(d).ExecuteAsync(new(lu.Id, lu.Version, acceptee, motif), essai.Proviseure, Ct));
    }
}
