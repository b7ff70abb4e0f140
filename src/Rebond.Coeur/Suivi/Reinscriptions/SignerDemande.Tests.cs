using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Entretiens;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Reinscriptions;

public sealed class SignerDemandeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Adresse(Guid dossier, TitulaireLien titulaire) => $"https://rebond.exemple/{titulaire}/{dossier:N}";

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_jeune_signe_sa_demande_puis_sa_mere_la_signe_chacun_par_son_lien(Moteur moteur)
    {
        await using var essai = await LiensTests.AvecUnMineurAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        var (lui, mere) = (await rdv.PorteurAsync(0), await rdv.PorteurAsync(0, TitulaireLien.Responsable));
        (await SignerAsync(essai, lui, 0)).Refus.Should().ContainSingle("rien n’est demandé").Which.Should().BeOfType<SansDemande>();
        await DemanderAsync(essai, lui);
        (await SignerAsync(essai, mere)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerDemande.JeuneDAbord>();
        (await SignerAsync(essai, lui, 7)).Refus.Should().ContainSingle("il signe ce qu’il a lu").Which.Should().BeOfType<ModifieEntreTemps>();

        (await SignerAsync(essai, lui)).Valeur!.Complet.Should().BeFalse();
        (await LireAsync(essai)).Should().Match<DemandeReinscription>(d => d.SigneeJeuneLe == DossiersDEssai.Embargo.AddHours(1) && d.ModeJeune == ModeSignature.EnLigne && d.SigneeResponsableLe == null);
        (await SignerAsync(essai, lui)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerDemande.DejaSignee>();
        (await essai.LireAsync(d => d.Set<CourrierSuivi>().AsNoTracking().SingleAsync(c => c.Modele == MessagesDeLien.DemandeASignerResponsable, Ct))).Should().Match<CourrierSuivi>(c => c.Titulaire == TitulaireLien.Responsable && c.Corps.Contains("Le 07/07/2020"), "sa mère n’a pas d’adresse : une lettre l’attend");

        (await SignerAsync(essai, mere)).Valeur!.Complet.Should().BeTrue();
        (await essai.JournalAsync()).Where(l => l.Acte == "REINSCRIPTION_SIGNEE").Select(l => string.Join(' ', l.Apres!.Split(' ')[1..])).Should().Equal("par:JEUNE mode:EN_LIGNE", "par:RESPONSABLE mode:EN_LIGNE");
    }

    [Fact]
    public async Task Les_signatures_ne_bloquent_pas_la_reponse_et_une_autre_demande_se_signe_de_nouveau()
    {
        await using var essai = await LiensTests.AvecUnMineurAsync();
        var lui = await new RendezVousDEssai(essai).PorteurAsync(0);
        await DemanderAsync(essai, lui);
        await SignerAsync(essai, lui);
        await essai.LireAsync(d => new RetirerDemande(d).ExecuteAsync(lui, Ct));
        (await SignerAsync(essai, lui)).Refus.Should().ContainSingle("retirée, elle ne se signe plus").Which.Should().BeOfType<SansDemande>();

        await DemanderAsync(essai, lui);
        var refaite = await LireAsync(essai);
        refaite.SigneeJeuneLe.Should().BeNull();
        (await essai.LireAsync(d => new DeciderReinscription(d).ExecuteAsync(new(refaite.DossierId, refaite.Version, DecisionReinscription.Accorder, null, null, null, false, RendezVousDEssai.Adresse), essai.Proviseure, Ct))).Valeur!.Etat.Should().Be(EtatReinscription.Accordee, "personne n’a signé, le lycée répond");
        (await SignerAsync(essai, lui)).EstReussi.Should().BeTrue("accordée, elle se signe encore");
    }

    [Fact]
    public async Task Le_lycee_note_la_signature_sur_papier_et_un_majeur_signe_seul()
    {
        await using var essai = await LiensTests.AvecUnMineurAsync();
        var rdv = new RendezVousDEssai(essai);
        await DemanderAsync(essai, await rdv.PorteurAsync(0));

        (await NoterAsync(essai, TitulaireLien.Jeune, null)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerDemande.ModeNecessaire>();
        (await NoterAsync(essai, TitulaireLien.Jeune, ModeSignature.Papier, DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V"))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await NoterAsync(essai, TitulaireLien.Jeune, ModeSignature.Papier)).Valeur!.Complet.Should().BeFalse();
        (await essai.LireAsync(d => d.Set<CourrierSuivi>().CountAsync(c => c.Modele == MessagesDeLien.DemandeASignerResponsable, Ct))).Should().Be(0, "signé au lycée : la feuille est déjà entre leurs mains");

        // The day of his eighteenth birthday, his own signature is enough.
        essai.Horloge.SetUtcNow(new DateTimeOffset(2021, 1, 1, 12, 0, 0, TimeSpan.Zero));
        (await NoterAsync(essai, TitulaireLien.Responsable, ModeSignature.Papier)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerDemande.ResponsableNonRequis>();
        (await LireAsync(essai)).Should().Match<DemandeReinscription>(d => d.ModeJeune == ModeSignature.Papier && d.SigneeResponsableLe == null);
    }

    [Fact]
    public async Task Le_responsable_qui_a_une_adresse_recoit_la_demande_a_signer_avec_son_lien()
    {
        await using var essai = await LiensTests.AvecUnMineurAsync();
        var rdv = new RendezVousDEssai(essai);
        var dossier = await essai.DossierAsync(0);
        await essai.LireAsync(d => new CompleterDossier(d).ExecuteAsync(new(dossier.Id, dossier.Version, null, null, "Mère Fictive", null, null, "mere@exemple.fr"), essai.Proviseure, Ct));
        var lui = await rdv.PorteurAsync(0);
        await DemanderAsync(essai, lui);

        await SignerAsync(essai, lui);

        (await rdv.MessagesAsync()).Should().ContainSingle(m => m.Modele == MessagesDeLien.DemandeASignerResponsable).Which.Should().Match<Message>(m => m.Confidentiel && m.Corps.Contains("Bonjour Mère Fictive") && m.Corps.Contains("rebond.exemple/Responsable/"));
    }

    private static Task<Outcome<DemanderReinscription.Reponse>> DemanderAsync(DossiersDEssai essai, Porteur porteur) => essai.LireAsync(d => new DemanderReinscription(d).ExecuteAsync(new(true, true, []), porteur, Ct));

    private static async Task<Outcome<SignerDemande.Reponse>> SignerAsync(DossiersDEssai essai, Porteur porteur, int? version = null)
    {
        var lue = version ?? (await LireAsync(essai)).Version;
        return await essai.LireAsync(d => new SignerDemande(d).ExecuteAsync(new SignerDemande.DemandeDuPorteur(lue, Adresse), porteur, Ct));
    }

    private static async Task<Outcome<SignerDemande.Reponse>> NoterAsync(DossiersDEssai essai, TitulaireLien qui, ModeSignature? mode, Acteur? acteur = null)
    {
        var lue = await LireAsync(essai);
        return await essai.LireAsync(d => new SignerDemande(d).ExecuteAsync(new SignerDemande.Demande(lue.DossierId, lue.Version, qui, mode), acteur ?? essai.Proviseure, Ct));
    }

    private static Task<DemandeReinscription> LireAsync(DossiersDEssai essai) => essai.LireAsync(d => d.Set<DemandeReinscription>().AsNoTracking().SingleAsync(Ct));
}
