using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Entretiens;

public sealed class EntretienTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_entretien_se_tient_se_corrige_puis_se_signe_a_deux_pour_un_mineur(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur, (d, ids) => d.Set<Candidature>().Where(c => c.Id == ids[0]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Naissance, new DateOnly(2003, 1, 1)), Ct));
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        await rdv.ReserverAsync(0, (await rdv.CreneauxAsync())[0].Id);
        var creneau = (await rdv.CreneauxAsync())[0];
        (await EnregistrerAsync(essai, creneau.Id)).Refus.Should().ContainSingle().Which.Should().BeOfType<NoterAbsence.PasEncorePasse>();
        essai.Horloge.SetUtcNow(creneau.Debut.AddMinutes(20));

        var tenu = (await EnregistrerAsync(essai, creneau.Id)).Valeur!;
        (await rdv.CreneauxAsync())[0].Etat.Should().Be(EtatCreneau.Tenu);
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.Etape == EtapeSuivi.Recu && d.RecuLe == creneau.Debut && d.ProchaineAction == ActionsDeSuivi.SuivrePlan && d.ProchaineDate == new DateOnly(2020, 7, 22));
        var lu = await LireAsync(essai, tenu.EntretienId);
        lu.Entretien.Besoins.Should().Be("TRANSPORT RECHERCHE_EMPLOYEUR");
        lu.Mineur.Should().BeTrue();

        (await EnregistrerAsync(essai, creneau.Id, tenu.EntretienId, lu.Entretien.Version + 7)).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
        (await EnregistrerAsync(essai, creneau.Id, tenu.EntretienId, lu.Entretien.Version, "Devenir apprenti")).EstReussi.Should().BeTrue();
        (await essai.LireAsync(d => d.Set<EntretienSituation>().CountAsync(Ct))).Should().Be(1, "on corrige, on n’ajoute pas");

        (await SignerAsync(essai, tenu.EntretienId, SignataireEntretien.Responsable)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerEntretien.JeuneDAbord>();
        (await SignerAsync(essai, tenu.EntretienId, SignataireEntretien.Jeune, null)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerEntretien.ModeNecessaire>();
        (await SignerAsync(essai, tenu.EntretienId, SignataireEntretien.Jeune)).Valeur!.Complet.Should().BeFalse();
        (await SignerAsync(essai, tenu.EntretienId, SignataireEntretien.Jeune)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerEntretien.DejaSigne>();
        (await EnregistrerAsync(essai, creneau.Id, tenu.EntretienId, (await LireAsync(essai, tenu.EntretienId)).Entretien.Version)).Refus.Should().ContainSingle().Which.Should().BeOfType<EnregistrerEntretien.DejaSigne>();
        (await SignerAsync(essai, tenu.EntretienId, SignataireEntretien.Responsable, ModeSignature.Papier)).Valeur!.Complet.Should().BeTrue();
        (await LireAsync(essai, tenu.EntretienId)).EstComplet.Should().BeTrue();
        (await essai.JournalAsync()).Select(l => l.Acte).Should().ContainInOrder("ENTRETIEN_TENU", "ENTRETIEN_CORRIGE", "ENTRETIEN_SIGNE", "ENTRETIEN_SIGNE");
        (await essai.JournalAsync()).Should().NotContain(l => $"{l.Apres}{l.Motif}".Contains("apprenti", StringComparison.OrdinalIgnoreCase), "le journal ne garde pas ce qui s’est dit");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_jeune_puis_son_responsable_lisent_et_repondent_chacun_par_son_lien(Moteur moteur)
    {
        await using var essai = await LiensTests.AvecUnMineurAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        var tenu = (await EnregistrerAsync(essai, null)).Valeur!.EntretienId;
        var (lui, mere) = (await rdv.PorteurAsync(0), await rdv.PorteurAsync(0, TitulaireLien.Responsable));
        (await MesEntretiensAsync(essai, lui)).Fiches.Should().ContainSingle().Which.Entretien.PlanConvenu.Should().Be("Elle appelle le CFA avant lundi");
        (await MesEntretiensAsync(essai, mere)).Should().Match<ConsulterMesEntretiens.Reponse>(r => r.Fiches.Count == 0 && r.EnAttente == 1, "ses mots à lui d’abord");
        (await RepondreAsync(essai, tenu, mere)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerEntretien.JeuneDAbord>();

        (await RepondreAsync(essai, tenu, lui, refuse: true, raison: new string('x', SignerEntretien.LongueurRaison + 1))).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerEntretien.RaisonTropLongue>();
        (await RepondreAsync(essai, tenu, lui, refuse: true, raison: "Je n’ai pas dit ça.")).Valeur!.Complet.Should().BeFalse();
        (await essai.DossierAsync(0)).ProchaineAction.Should().Be(ActionsDeSuivi.SuivrePlan);
        (await LireAsync(essai, tenu)).Entretien.Should().Match<EntretienSituation>(e => e.RefusJeuneRaison == "Je n’ai pas dit ça." && e.SigneJeuneLe == null && !e.EstSigne);

        // The school corrects what was badly written: the answer is asked again.
        var version = (await LireAsync(essai, tenu)).Entretien.Version;
        (await EnregistrerAsync(essai, null, tenu, version, "Devenir apprenti")).EstReussi.Should().BeTrue();
        (await LireAsync(essai, tenu)).Entretien.RefusJeuneLe.Should().BeNull();
        (await RepondreAsync(essai, tenu, lui)).EstReussi.Should().BeTrue();
        (await essai.LireAsync(d => d.Set<Coeur.Suivi.Courriers.CourrierSuivi>().CountAsync(c => c.Modele == MessagesDeLien.EntretienALireResponsable, Ct))).Should().Be(2, "sa mère n’a pas d’adresse : deux fois prévenue sur papier, du refus puis de la signature");
        (await MesEntretiensAsync(essai, mere)).Fiches.Should().ContainSingle();
        (await RepondreAsync(essai, tenu, mere)).Valeur!.Complet.Should().BeTrue();
        (await RepondreAsync(essai, tenu, mere)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerEntretien.DejaSigne>();
        var signatures = (await essai.JournalAsync()).Where(l => l.Acte is "ENTRETIEN_SIGNE" or "ENTRETIEN_NON_SIGNE").ToList();
        signatures.Select(l => (l.Acte, l.Apres!.Split(' ')[1], l.CompteId)).Should().Equal(("ENTRETIEN_NON_SIGNE", "par:JEUNE", null), ("ENTRETIEN_SIGNE", "par:JEUNE", null), ("ENTRETIEN_SIGNE", "par:RESPONSABLE", null));
        signatures.Should().NotContain(l => $"{l.Apres}{l.Motif}".Contains("pas dit", StringComparison.Ordinal), "le journal ne garde pas ses mots");
    }

    [Fact]
    public async Task L_entretien_s_envoie_a_qui_doit_encore_signer_et_le_lien_d_un_autre_ne_le_signe_pas()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        await rdv.EcrireAdresseAsync(0);
        var tenu = (await EnregistrerAsync(essai, null)).Valeur!.EntretienId;

        (await essai.LireAsync(d => new FaireLireEntretien(d).ExecuteAsync(new(tenu, Adresse), essai.Proviseure, Ct))).Valeur.Should().Be(new FaireLireEntretien.Reponse(TitulaireLien.Jeune, true));
        (await rdv.MessagesAsync()).Should().ContainSingle().Which.Should().Match<Coeur.Socle.Messages.Message>(m => m.Modele == MessagesDeLien.EntretienALire && m.Confidentiel && m.Corps.Contains("rebond.exemple"));
        (await RepondreAsync(essai, tenu, await rdv.PorteurAsync(1))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await RepondreAsync(essai, tenu, await rdv.PorteurAsync(0))).Valeur!.Complet.Should().BeTrue();
        (await essai.LireAsync(d => new FaireLireEntretien(d).ExecuteAsync(new(tenu, Adresse), essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<FaireLireEntretien.PlusRienASigner>();
    }

    private static string Adresse(Guid dossier, TitulaireLien titulaire) => $"https://rebond.exemple/{titulaire}/{dossier:N}";

    private static async Task<ConsulterMesEntretiens.Reponse> MesEntretiensAsync(DossiersDEssai essai, Porteur porteur) => (await essai.LireAsync(d => new ConsulterMesEntretiens(d).ExecuteAsync(porteur, Ct))).Valeur!;

    private static async Task<Outcome<SignerEntretien.Reponse>> RepondreAsync(DossiersDEssai essai, Guid id, Porteur porteur, bool refuse = false, string? raison = null)
    {
        var version = (await LireAsync(essai, id)).Entretien.Version;
        return await essai.LireAsync(d => new SignerEntretien(d).ExecuteAsync(new(id, version, refuse, raison, Adresse), porteur, Ct));
    }

    [Fact]
    public async Task Une_grille_vide_dit_ce_qui_manque_et_un_majeur_signe_seul()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var id = (await essai.DossierAsync(0)).Id;

        var refus = (await essai.LireAsync(d => new EnregistrerEntretien(d).ExecuteAsync(new(id, null, 0, null, new string('x', 501), " ", [], null, null, new(2020, 7, 7)), essai.Proviseure, Ct))).Refus;
        refus.Cast<EnregistrerEntretien.SaisieInvalide>().Select(r => r.Champ).Should().Equal("Presents", "Projet", "PlanConvenu", "ProchainPoint");

        var tenu = (await EnregistrerAsync(essai, null)).Valeur!;
        (await SignerAsync(essai, tenu.EntretienId, SignataireEntretien.Responsable)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerEntretien.ResponsableNonRequis>();
        (await SignerAsync(essai, tenu.EntretienId, SignataireEntretien.Jeune)).Valeur!.Complet.Should().BeTrue();
        var ailleurs = DossiersDEssai.Etablissement(Coeur.Socle.Acteurs.Role.ChefEtablissement, "0840001V");
        (await essai.LireAsync(d => new ConsulterEntretien(d).ExecuteAsync(tenu.EntretienId, ailleurs, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    private static async Task<Outcome<EnregistrerEntretien.Reponse>> EnregistrerAsync(DossiersDEssai essai, Guid? creneau, Guid? entretien = null, int version = 0, string projet = "Repasser l’examen")
    {
        var id = (await essai.DossierAsync(0)).Id;
        return await essai.LireAsync(d => new EnregistrerEntretien(d).ExecuteAsync(new(id, entretien, version, creneau, "Sa mère", projet, [BesoinEntretien.RechercheEmployeur, BesoinEntretien.Transport, BesoinEntretien.Transport], "Le car du soir", "Elle appelle le CFA avant lundi", new(2020, 7, 22)), essai.Proviseure, Ct));
    }

    private static async Task<ConsulterEntretien.Reponse> LireAsync(DossiersDEssai essai, Guid id) => (await essai.LireAsync(d => new ConsulterEntretien(d).ExecuteAsync(id, essai.Proviseure, Ct))).Valeur!;

    private static async Task<Outcome<SignerEntretien.Reponse>> SignerAsync(DossiersDEssai essai, Guid id, SignataireEntretien qui, ModeSignature? mode = ModeSignature.EnLigne)
    {
        var version = (await LireAsync(essai, id)).Entretien.Version;
        return await essai.LireAsync(d => new SignerEntretien(d).ExecuteAsync(new(id, version, qui, mode), essai.Proviseure, Ct));
    }
}
