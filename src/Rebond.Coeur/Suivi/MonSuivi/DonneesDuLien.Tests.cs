using AwesomeAssertions;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.MonSuivi;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Entretiens;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.MonSuivi;

public sealed class DonneesDuLienTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly DateOnly Jour = new(2020, 7, 7);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_responsable_lit_les_faits_le_jeune_lit_tout_et_a_dix_huit_ans_le_lien_se_ferme(Moteur moteur)
    {
        await using var essai = await LiensTests.AvecUnMineurAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        var (lui, mere, dossier) = (await rdv.PorteurAsync(0), await rdv.PorteurAsync(0, TitulaireLien.Responsable), await essai.DossierAsync(0));
        await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(dossier.Id, 0, CanalContact.Telephone, ResultatContact.Autre, "ne veut pas que ses parents sachent"), essai.Proviseure, Ct));
        await essai.LireAsync(d => new EnregistrerEntretien(d).ExecuteAsync(new(dossier.Id, null, 0, null, "", "Repasser l’examen", [], null, "Appeler le CFA", new(2020, 7, 22)), essai.Proviseure, Ct));

        var tout = (await LireAsync(essai, lui)).Valeur!;
        tout.Ecrit.Contacts.Should().Contain(c => c.Observation == "ne veut pas que ses parents sachent");
        (tout.Ecrit.Entretiens.Count, tout.EntretiensEnAttente).Should().Be((1, 0));
        var faits = (await LireAsync(essai, mere)).Valeur!;
        faits.Ecrit.Contacts.Should().NotBeEmpty().And.OnlyContain(c => c.Observation == null);
        (faits.Ecrit.Entretiens.Count, faits.EntretiensEnAttente).Should().Be((0, 1), "ses mots à lui d’abord");

        essai.Horloge.SetUtcNow(new DateTimeOffset(2020, 12, 31, 12, 0, 0, TimeSpan.Zero));
        (await LireAsync(essai, mere)).EstReussi.Should().BeTrue("la veille des dix-huit ans");
        essai.Horloge.SetUtcNow(new DateTimeOffset(2021, 1, 1, 12, 0, 0, TimeSpan.Zero));
        (await LireAsync(essai, mere)).Refus.Should().ContainSingle().Which.Should().BeOfType<LienFini>();
        (await OpposerAsync(essai, mere)).Refus.Should().ContainSingle().Which.Should().BeOfType<LienFini>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_opposition_d_un_responsable_refusee_rend_le_jeune_a_ceux_qui_l_appellent(Moteur moteur)
    {
        await using var essai = await LiensTests.AvecUnMineurAsync(moteur);
        var mere = await new RendezVousDEssai(essai).PorteurAsync(0, TitulaireLien.Responsable);
        (await OpposerAsync(essai, mere, new string('x', 501))).Refus.Should().ContainSingle().Which.Should().BeOfType<DireMonChoix.RaisonTropLongue>();
        (await OpposerAsync(essai, mere, "Nous nous en occupons.")).Valeur!.ReponseAvantLe.Should().Be(Jour.AddDays(30));
        (await OpposerAsync(essai, mere)).Refus.Should().ContainSingle().Which.Should().BeOfType<SOpposerParLien.OppositionEnCours>();
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.OppositionDuResponsable && d.RefuseAccompagnement && d.ProchaineAction == ActionsDeSuivi.ExaminerOpposition);

        var lui = await new RendezVousDEssai(essai).PorteurAsync(0);
        (await essai.LireAsync(d => new ConsulterRendezVous(d).ExecuteAsync(lui, Ct))).Valeur!.RefuseAccompagnement.Should().BeFalse("le jeune n’a pas dit non : sa page ne le lui fait pas dire");

        await RepondreAsync(essai, false);
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => !d.RefuseAccompagnement && d.ProchaineAction == ActionsDeSuivi.Rappeler && d.ProchaineDate == Jour.AddDays(1), "lui seul dit non pour lui");
        (await essai.JournalAsync()).Should().Contain(l => l.Acte == "SUIVI_CHOIX_DU_JEUNE" && l.Apres!.StartsWith("JE_M_OPPOSE par:RESPONSABLE")).And.NotContain(l => $"{l.Avant}{l.Apres}{l.Motif}".Contains("occupons", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_non_du_jeune_tient_quoi_qu_on_reponde_a_son_responsable_et_lui_aussi_s_oppose_sans_compte()
    {
        await using var essai = await LiensTests.AvecUnMineurAsync();
        var rdv = new RendezVousDEssai(essai);
        var (lui, mere) = (await rdv.PorteurAsync(0), await rdv.PorteurAsync(0, TitulaireLien.Responsable));
        await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Refus, lui, Ct));
        await OpposerAsync(essai, mere);
        await RepondreAsync(essai, false);
        (await essai.DossierAsync(0)).RefuseAccompagnement.Should().BeTrue();
        await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Rappel, lui, Ct));
        await OpposerAsync(essai, mere);
        await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Refus, lui, Ct));
        await RepondreAsync(essai, false);
        (await essai.DossierAsync(0)).RefuseAccompagnement.Should().BeTrue("dit pendant qu’on examine l’opposition, son non compte aussi");

        (await OpposerAsync(essai, lui)).EstReussi.Should().BeTrue();
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => !d.OppositionDuResponsable && d.OppositionAExaminer);
        (await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Rappel, lui, Ct))).EstReussi.Should().BeTrue("il peut toujours demander de l’aide");
        (await essai.DossierAsync(0)).RefuseAccompagnement.Should().BeFalse();
    }

    private static Task<Outcome<ConsulterDonneesDuLien.Reponse>> LireAsync(DossiersDEssai essai, Porteur porteur) => essai.LireAsync(d => new ConsulterDonneesDuLien(d).ExecuteAsync(porteur, Ct));

    private static Task<Outcome<SOpposerParLien.Reponse>> OpposerAsync(DossiersDEssai essai, Porteur porteur, string? raison = null) => essai.LireAsync(d => new SOpposerParLien(d).ExecuteAsync(new(raison), porteur, Ct));

    private static async Task RepondreAsync(DossiersDEssai essai, bool acceptee)
    {
        var lu = await essai.DossierAsync(0);
        (await essai.LireAsync(d => new RepondreOpposition(d).ExecuteAsync(new(lu.Id, lu.Version, acceptee, "L’obligation de formation court jusqu’à ses 18 ans."), essai.Proviseure, Ct))).EstReussi.Should().BeTrue();
    }
}
