using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Courriers;

public sealed class CourriersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Qui_n_a_ni_compte_ni_adresse_est_ecrit_sur_papier_et_compte_quand_on_le_dit_remis(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.EcrireAdresseAsync(2);
        await rdv.OuvrirAsync();
        (await ListerAsync(essai)).EnAttente.Should().HaveCount(3).And.OnlyContain(l => l.Courrier.Modele == MessagesDePack.Modele, "à la publication, le pack de chacun attend");

        var invites = (await essai.LireAsync(d => new InviterAuxRendezVous(d).ExecuteAsync(new(RendezVousDEssai.Adresse), essai.Proviseure, Ct))).Valeur!;
        (invites.Invites, invites.SansAdresse).Should().Be((1, 2));
        await essai.LireAsync(d => new InviterAuxRendezVous(d).ExecuteAsync(new(RendezVousDEssai.Adresse), essai.Proviseure, Ct));
        essai.Horloge.Advance(TimeSpan.FromDays(1));
        (await ListerAsync(essai)).EnAttente.Should().HaveCount(5, "deux invitations de plus, une seule chacune");

        var lot = (await essai.LireAsync(d => new LireCourriers(d).ExecuteAsync(essai.Proviseure, Ct))).Valeur!;
        lot.Packs.Should().HaveCount(3);
        lot.Lettres.Should().HaveCount(2).And.OnlyContain(l => l.Adresse[0] == LireCourriers.EnMainPropre && l.Courrier.Corps.Contains(DepotDeCourriers.AuLieuDuLien) && !l.Courrier.Corps.Contains("rebond.exemple"));
        (await ListerAsync(essai)).EnAttente.Should().HaveCount(5, "imprimer n’est pas remettre");

        (await MarquerAsync(essai, [], ModeRemise.Poste)).Refus.Should().ContainSingle().Which.Should().BeOfType<MarquerRemis.RienDeCoche>();
        (await MarquerAsync(essai, [lot.Lettres[0].Courrier.Id], null)).Refus.Should().ContainSingle().Which.Should().BeOfType<MarquerRemis.ModeNecessaire>();
        (await MarquerAsync(essai, [.. lot.Lettres.Select(l => l.Courrier.Id)], ModeRemise.Poste)).Valeur!.Remis.Should().Be(2);
        (await MarquerAsync(essai, [lot.Lettres[0].Courrier.Id], ModeRemise.EnMain)).Refus.Should().ContainSingle().Which.Should().BeOfType<MarquerRemis.DejaRemis>();
        (await ListerAsync(essai)).Should().Match<ListerCourriers.Reponse>(r => r.EnAttente.Count == 3 && r.Remis.Count == 2 && r.Remis.All(l => l.Courrier.Mode == ModeRemise.Poste));
        (await essai.JournalAsync()).Select(l => l.Acte).Should().Contain("SUIVI_COURRIERS_IMPRIMES").And.Contain("SUIVI_COURRIER_REMIS");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Sans_courriel_le_rappel_d_un_rendez_vous_est_une_lettre_et_compte_au_suivi_quand_on_l_imprime(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        var creneaux = await rdv.CreneauxAsync();
        var dernier = creneaux[^1];
        await rdv.ReserverAsync(0, dernier.Id);
        var id = (await essai.DossierAsync(0)).Id;
        (await RappelsAsync(essai)).Should().ContainSingle().Which.Courrier.Should().Match<CourrierSuivi>(c => c.DossierId == id && c.PerimeLe == dernier.Debut && c.Corps.Contains("Bureau 12"));

        var lettre = (await essai.LireAsync(d => new LireCourriers(d).ExecuteAsync(essai.Proviseure, Ct))).Valeur!.Lettres.Should().ContainSingle().Subject;
        await essai.LireAsync(d => new LireCourriers(d).ExecuteAsync(essai.Proviseure, Ct));
        var contacts = await essai.LireAsync(d => d.Set<ContactSuivi>().AsNoTracking().Where(c => c.DossierId == id && c.Canal == CanalContact.Courrier).ToListAsync(Ct));
        contacts.Should().ContainSingle("imprimé deux fois, il compte une fois").Which.Observation.Should().Be($"{lettre.Courrier.Sujet} : imprimé, à remettre.").And.StartWith("Rappel : rendez-vous le");
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.Relances == 0 && d.ProchaineAction == ActionsDeSuivi.TenirEntretien, "un rappel n’est pas une tentative sans réponse");

        // Another time: the old reminder is no longer to be handed over. Past the hour, neither is the new one.
        await rdv.ReserverAsync(0, creneaux[^2].Id);
        (await RappelsAsync(essai)).Should().ContainSingle().Which.Courrier.PerimeLe.Should().Be(creneaux[^2].Debut);
        essai.Horloge.SetUtcNow(creneaux[^2].Debut.AddMinutes(1));
        (await RappelsAsync(essai)).Should().BeEmpty();
    }

    [Fact]
    public async Task Un_rappel_annule_ou_qui_viendrait_trop_tard_ne_s_imprime_pas()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        var creneaux = await rdv.CreneauxAsync();
        await rdv.ReserverAsync(0, creneaux[^1].Id);
        var lui = await rdv.PorteurAsync(0);
        await essai.LireAsync(d => new AnnulerRendezVous(d).ExecuteAsync(lui, Ct));
        (await RappelsAsync(essai)).Should().BeEmpty();

        essai.Horloge.SetUtcNow(creneaux[^1].Debut.AddHours(-2));
        await rdv.ReserverAsync(1, creneaux[^1].Id);
        (await RappelsAsync(essai)).Should().BeEmpty("le matin même, on appelle");
    }

    [Fact]
    public async Task L_adresse_donnee_a_l_inscription_est_sur_l_enveloppe()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await essai.LireAsync(async d =>
        {
            d.Add(new DossierInscription { Numero = "48210937-K", CampagneCode = "ESSAI", CampagneRevision = 1, Session = LotGestion.Session, Examen = TypeExamen.BacPro, CandidatureId = essai.Candidatures[0], Nom = "Álvarez-Fictif", Prenoms = "Zoé", AdresseLigne1 = "1 rue de l’Œuvre", CodePostal = "13001", Ville = "MARSEILLE", CreeLe = DossiersDEssai.Embargo });
            return await d.SaveChangesAsync(Ct);
        });
        var id = (await essai.DossierAsync(0)).Id;
        await essai.LireAsync(d => new DonnerLien(d).ExecuteAsync(new(id, TitulaireLien.Jeune, false, null, (_, _) => "https://rebond.exemple"), essai.Proviseure, Ct));

        (await essai.LireAsync(d => new LireCourriers(d).ExecuteAsync(essai.Proviseure, Ct))).Valeur!.Lettres.Should().ContainSingle().Which.Adresse.Should().Equal("1 rue de l’Œuvre", "13001 MARSEILLE");
    }

    [Fact]
    public async Task Chacun_n_imprime_que_les_siens_et_rien_avant_l_embargo()
    {
        await using var essai = await DossiersDEssai.CreerAsync();
        (await ListerAsync(essai)).EnAttente.Should().BeEmpty("avant l’embargo, personne n’a échoué");
        essai.Horloge.SetUtcNow(DossiersDEssai.Embargo.AddHours(1));

        (await essai.LireAsync(d => new ListerCourriers(d).ExecuteAsync(DossiersDEssai.Dec, Ct))).Valeur!.EnAttente.Should().BeEmpty("la DEC n’imprime pas pour les lycées");
        (await essai.LireAsync(d => new LireCourriers(d).ExecuteAsync(DossiersDEssai.Dec, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LireCourriers.RienARemettre>();
        (await essai.LireAsync(d => new ListerCourriers(d).ExecuteAsync(Acteur.Visiteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        var sien = (await ListerAsync(essai)).EnAttente[0].Courrier.Id;
        var ailleurs = DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V");
        (await essai.LireAsync(d => new MarquerRemis(d).ExecuteAsync(new([sien], ModeRemise.EnMain), ailleurs, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<MarquerRemis.DejaRemis>();
    }

    private static async Task<IEnumerable<ListerCourriers.Ligne>> RappelsAsync(DossiersDEssai essai) => (await ListerAsync(essai)).EnAttente.Where(l => l.Courrier.Modele == MessagesDeRendezVous.Rappel);

    private static async Task<ListerCourriers.Reponse> ListerAsync(DossiersDEssai essai) => (await essai.LireAsync(d => new ListerCourriers(d).ExecuteAsync(essai.Proviseure, Ct))).Valeur!;

    private static Task<Outcome<MarquerRemis.Reponse>> MarquerAsync(DossiersDEssai essai, IReadOnlyCollection<Guid> courriers, ModeRemise? mode) =>
        essai.LireAsync(d => new MarquerRemis(d).ExecuteAsync(new(courriers, mode), essai.Proviseure, Ct));
}
