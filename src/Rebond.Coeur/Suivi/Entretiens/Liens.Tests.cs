using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Entretiens;

public sealed class LiensTests
{
    private const string Motif = "Le téléphone a été volé.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Adresse(Guid dossier, TitulaireLien titulaire) => $"https://rebond.exemple/{titulaire}/{dossier:N}";

    /// <summary>The first of the three is seventeen.</summary>
    internal static Task<DossiersDEssai> AvecUnMineurAsync(Moteur moteur = Moteur.Sqlite) =>
        DossiersDEssai.PublieAsync(moteur, (d, ids) => d.Set<Candidature>().Where(c => c.Id == ids[0]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Naissance, new DateOnly(2003, 1, 1)), Ct));

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lien_rappele_n_ouvre_plus_rien_et_le_nouveau_part_aussitot(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.EcrireAdresseAsync(0);
        var ancien = await rdv.PorteurAsync(0);
        essai.Horloge.Advance(TimeSpan.FromMinutes(1));

        (await DonnerAsync(essai, 0, rappeler: true, motif: "court")).Refus.Should().ContainSingle().Which.Should().BeOfType<DonnerLien.MotifNecessaire>();
        (await EtatAsync(essai, ancien)).Should().Be(ValiditeLien.Valable, "un refus ne rappelle rien");
        (await DonnerAsync(essai, 0, rappeler: true, motif: Motif)).Valeur.Should().Be(new DonnerLien.Reponse(ParCourriel: true));

        (await EtatAsync(essai, ancien)).Should().Be(ValiditeLien.Rappele);
        (await essai.LireAsync(d => new ConsulterRendezVous(d).ExecuteAsync(ancien, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LienFini>();
        (await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Refus, ancien, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LienFini>();
        (await EtatAsync(essai, await rdv.PorteurAsync(0))).Should().Be(ValiditeLien.Valable, "fait à l’instant même du rappel");
        (await rdv.MessagesAsync()).Should().ContainSingle(m => m.Modele == MessagesDeLien.Personnel).Which.Corps.Should().Contain("rebond.exemple/Jeune");
        (await essai.JournalAsync()).Should().ContainSingle(l => l.Acte == "LIEN_RAPPELE").Which.Should().Match<Coeur.Socle.Journal.LigneJournal>(l => l.Motif == Motif && l.Apres == "titulaire:JEUNE par:COURRIEL");
    }

    [Fact]
    public async Task Un_rappel_qui_attend_part_avec_le_nouveau_lien()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        await rdv.EcrireAdresseAsync(0);
        await rdv.OuvrirAsync();
        await rdv.ReserverAsync(0, (await rdv.CreneauxAsync())[^1].Id);

        await DonnerAsync(essai, 0, rappeler: true, motif: Motif);

        (await rdv.MessagesAsync()).Where(m => m.Etat == EtatMessage.AEnvoyer).Should().HaveCount(3, "confirmation, rappel, lien").And.OnlyContain(m => m.Corps.Contains("rebond.exemple/Jeune/") && m.Champs.Contains("rebond.exemple/Jeune/"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_responsable_d_un_mineur_a_son_lien_qui_lit_et_ne_choisit_pas_jusqu_aux_dix_huit_ans(Moteur moteur)
    {
        await using var essai = await AvecUnMineurAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        var mere = await rdv.PorteurAsync(0, TitulaireLien.Responsable);

        (await essai.LireAsync(d => new ConsulterRendezVous(d).ExecuteAsync(mere, Ct))).EstReussi.Should().BeTrue();
        var creneau = (await rdv.CreneauxAsync())[0].Id;
        (await essai.LireAsync(d => new ReserverCreneau(d).ExecuteAsync(new(creneau, RendezVousDEssai.Adresse), mere, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<ReserveAuJeune>();
        (await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Refus, mere, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<ReserveAuJeune>();
        essai.Horloge.Advance(TimeSpan.FromMinutes(1));
        await DonnerAsync(essai, 0, rappeler: true, motif: Motif);
        (await EtatAsync(essai, mere)).Should().Be(ValiditeLien.Valable, "le lien du jeune est rappelé, pas le sien");

        essai.Horloge.SetUtcNow(new DateTimeOffset(2020, 12, 31, 12, 0, 0, TimeSpan.Zero));
        (await EtatAsync(essai, mere)).Should().Be(ValiditeLien.Valable, "la veille des dix-huit ans");
        essai.Horloge.SetUtcNow(new DateTimeOffset(2021, 1, 1, 12, 0, 0, TimeSpan.Zero));
        (await EtatAsync(essai, mere)).Should().Be(ValiditeLien.Majorite);
        (await DonnerAsync(essai, 0, TitulaireLien.Responsable)).Refus.Should().ContainSingle().Which.Should().BeOfType<DonnerLien.PasDeResponsable>();
    }

    [Fact]
    public async Task Sans_adresse_le_lien_attend_sur_papier_et_un_autre_etablissement_n_en_donne_pas()
    {
        await using var essai = await AvecUnMineurAsync();

        (await DonnerAsync(essai, 0, TitulaireLien.Responsable)).Valeur.Should().Be(new DonnerLien.Reponse(ParCourriel: false));
        (await essai.LireAsync(d => d.Set<CourrierSuivi>().AsNoTracking().SingleAsync(c => c.Modele == MessagesDeLien.Responsable, Ct))).Should().Match<CourrierSuivi>(c => c.Titulaire == TitulaireLien.Responsable && c.Corps.Contains(DepotDeCourriers.AuLieuDuLien) && !c.Corps.Contains("automate"));
        (await DonnerAsync(essai, 0, acteur: DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V"))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    private static Task<ValiditeLien> EtatAsync(DossiersDEssai essai, Porteur porteur) => essai.LireAsync(d => new EtatDuLien(d).ExecuteAsync(porteur, Ct));

    private static async Task<Outcome<DonnerLien.Reponse>> DonnerAsync(DossiersDEssai essai, int rang, TitulaireLien titulaire = TitulaireLien.Jeune, bool rappeler = false, string? motif = null, Acteur? acteur = null)
    {
        var id = (await essai.DossierAsync(rang)).Id;
        return await essai.LireAsync(d => new DonnerLien(d).ExecuteAsync(new(id, titulaire, rappeler, motif, Adresse), acteur ?? essai.Proviseure, Ct));
    }
}
