using AwesomeAssertions;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Entretiens;

public sealed class RendezVousTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_personnes_n_ont_jamais_le_meme_horaire(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        foreach (var creneau in (await rdv.CreneauxAsync()).Take(6))
        {
            var issues = await Task.WhenAll(Enumerable.Range(0, 3).Select(rang => Task.Run(() => rdv.ReserverAsync(rang, creneau.Id))));

            issues.Count(i => i.EstReussi).Should().Be(1, "le premier seul l’obtient");
            issues.Where(i => !i.EstReussi).Should().OnlyContain(i => i.Refus.Single() is CreneauPris);
            var reserves = (await rdv.CreneauxAsync()).Where(c => c.Etat == EtatCreneau.Reserve).ToList();
            reserves.Single(c => c.Id == creneau.Id).DossierId.Should().NotBeNull();
            reserves.Select(c => c.DossierId).Should().OnlyHaveUniqueItems("chacun en a un au plus");
        }
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_meme_personne_qui_choisit_deux_fois_au_meme_instant_n_a_qu_un_rendez_vous(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        var creneaux = await rdv.CreneauxAsync();

        for (var tour = 0; tour < 5; tour++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => rdv.ReserverAsync(0, creneaux[(tour * 3) + i].Id))));
            (await rdv.CreneauxAsync()).Count(c => c.Etat == EtatCreneau.Reserve).Should().Be(1);
        }
    }

    [Fact]
    public async Task Choisir_changer_annuler_tient_le_dossier_les_messages_et_le_journal()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        await rdv.EcrireAdresseAsync(0);
        var (premier, second) = ((await rdv.CreneauxAsync())[0], (await rdv.CreneauxAsync())[^1]);

        var choisi = await rdv.ReserverAsync(0, premier.Id);
        choisi.Valeur.Should().Be(new ReserverCreneau.Reponse(premier.Debut, "Bureau 12", false, 1));
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.Etape == EtapeSuivi.Contacte && d.ProchaineAction == ActionsDeSuivi.TenirEntretien && d.ProchaineDate == new DateOnly(2020, 7, 8));

        var change = await rdv.ReserverAsync(0, second.Id);
        change.Valeur!.Should().Match<ReserverCreneau.Reponse>(r => r.Change && r.Messages == 2, "le rappel part la veille, à 9 h");
        var messages = await rdv.MessagesAsync();
        messages.Select(m => m.Modele).Should().BeEquivalentTo("RENDEZ_VOUS_CONFIRME", "RENDEZ_VOUS_CONFIRME", "RENDEZ_VOUS_RAPPEL");
        messages.Single(m => m.Modele == "RENDEZ_VOUS_RAPPEL").ProchainEssai.Should().Be(new DateTime(2020, 7, 9, 7, 0, 0, DateTimeKind.Utc));
        messages.Where(m => m.Modele == "RENDEZ_VOUS_CONFIRME").Should().ContainSingle(m => m.Corps.Contains("11\u00a0h\u00a030", StringComparison.Ordinal)).Which.Corps.Should().Contain("10/07/2020 à 11\u00a0h\u00a030").And.Contain("Bureau 12").And.Contain(RendezVousDEssai.Adresse((await essai.DossierAsync(0)).Id)).And.NotContain("lvarez");

        var porteur = await rdv.PorteurAsync(0);
        (await essai.LireAsync(d => new AnnulerRendezVous(d).ExecuteAsync(porteur, Ct))).EstReussi.Should().BeTrue();
        (await rdv.CreneauxAsync()).Should().OnlyContain(c => c.Etat == EtatCreneau.Libre && c.DossierId == null);
        (await rdv.MessagesAsync()).Single(m => m.Modele == "RENDEZ_VOUS_RAPPEL").Should().Match<Message>(m => m.Etat == EtatMessage.Annule && m.ProchainEssai == null && m.Corps == "", "un rappel de rien ne part pas");
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.ReprendreRendezVous && d.ProchaineDate == new DateOnly(2020, 7, 9));
        (await essai.LireAsync(d => new AnnulerRendezVous(d).ExecuteAsync(porteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<SansRendezVous>();
        (await essai.JournalAsync()).Select(l => l.Acte).Should().ContainInOrder("CRENEAUX_OUVERTS", "RENDEZ_VOUS_PRIS", "RENDEZ_VOUS_CHANGE", "RENDEZ_VOUS_ANNULE");
        (await essai.JournalAsync()).Should().NotContain(l => $"{l.Objet}{l.Avant}{l.Apres}{l.Motif}".Contains("lvarez", StringComparison.OrdinalIgnoreCase) || $"{l.Apres}".Contains('@'));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_absence_se_note_apres_l_heure_et_propose_une_autre_heure(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        await rdv.EcrireAdresseAsync(0);
        await rdv.ReserverAsync(0, (await rdv.CreneauxAsync())[0].Id);
        var pris = (await rdv.CreneauxAsync())[0];

        (await NoterAbsenceAsync(essai, pris)).Refus.Should().ContainSingle().Which.Should().BeOfType<NoterAbsence.PasEncorePasse>();
        essai.Horloge.SetUtcNow(pris.Debut.AddMinutes(45));
        (await essai.LireAsync(d => new ListerCreneaux(d).ExecuteAsync(essai.Proviseure, Ct))).Valeur!.ATenir.Should().ContainSingle().Which.Nom.Should().Be("ÁLVAREZ-FICTIF Zoé");
        var ailleurs = DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V");
        (await essai.LireAsync(d => new NoterAbsence(d).ExecuteAsync(new(pris.Id, pris.Version, RendezVousDEssai.Adresse), ailleurs, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();

        (await NoterAbsenceAsync(essai, pris)).Valeur!.Prevenu.Should().BeTrue();
        (await rdv.MessagesAsync()).Should().ContainSingle(m => m.Modele == "RENDEZ_VOUS_MANQUE").Which.Should().Match<Message>(m => m.Corps.Contains("Ce n’est pas grave", StringComparison.Ordinal));
        (await essai.DossierAsync(0)).ProchaineAction.Should().Be(ActionsDeSuivi.ReprendreRendezVous);
        var porteur = await rdv.PorteurAsync(0);
        (await essai.LireAsync(d => new ConsulterRendezVous(d).ExecuteAsync(porteur, Ct))).Valeur!.Manque.Should().BeTrue();
        (await NoterAbsenceAsync(essai, pris)).Refus.Should().ContainSingle().Which.Should().BeOfType<NoterAbsence.PasReserve>();
    }

    [Fact]
    public async Task Un_non_libere_l_heure_retient_les_messages_et_seule_la_personne_revient_dessus()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        await rdv.EcrireAdresseAsync(0);
        await rdv.EcrireAdresseAsync(1);
        var creneaux = await rdv.CreneauxAsync();
        await rdv.ReserverAsync(0, creneaux[^1].Id);
        var (porteur, id) = (await rdv.PorteurAsync(0), (await essai.DossierAsync(0)).Id);

        (await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Refus, porteur, Ct))).EstReussi.Should().BeTrue();
        (await rdv.CreneauxAsync()).Should().OnlyContain(c => c.Etat == EtatCreneau.Libre);
        (await essai.DossierAsync(0)).RefuseAccompagnement.Should().BeTrue();
        (await rdv.MessagesAsync()).Single(m => m.Modele == "RENDEZ_VOUS_RAPPEL").Etat.Should().Be(EtatMessage.Annule);

        var invites = (await essai.LireAsync(d => new InviterAuxRendezVous(d).ExecuteAsync(new(RendezVousDEssai.Adresse), essai.Proviseure, Ct))).Valeur!;
        invites.Should().Be(new InviterAuxRendezVous.Reponse(1, 1, 0), "l’un a dit non, un autre n’a pas d’adresse");
        (await essai.LireAsync(d => new InviterAuxRendezVous(d).ExecuteAsync(new(RendezVousDEssai.Adresse), essai.Proviseure, Ct))).Valeur!.Should().Be(new InviterAuxRendezVous.Reponse(0, 1, 1), "une fois par semaine");
        (await essai.LireAsync(d => new ReserverCreneau(d).ExecuteAsync(new(creneaux[0].Id, RendezVousDEssai.Adresse), id, essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.RefuseDEtreSuivi>();

        (await rdv.ReserverAsync(0, creneaux[0].Id)).EstReussi.Should().BeTrue();
        (await essai.DossierAsync(0)).RefuseAccompagnement.Should().BeFalse("elle est revenue d’elle-même");
    }

    [Fact]
    public async Task Demander_un_appel_met_la_personne_parmi_celles_a_rappeler_demain()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        var porteur = await rdv.PorteurAsync(1);

        await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Rappel, porteur, Ct));

        (await essai.DossierAsync(1)).Should().Match<DossierSuivi>(d => d.DemandeRappel && d.ProchaineAction == ActionsDeSuivi.Rappeler && d.ProchaineDate == new DateOnly(2020, 7, 8) && d.PremierContactLe != null);
    }

    [Fact]
    public async Task Le_lycee_qui_retire_une_heure_prise_previent_la_personne()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        await rdv.EcrireAdresseAsync(0);
        await rdv.ReserverAsync(0, (await rdv.CreneauxAsync())[0].Id);
        var pris = (await rdv.CreneauxAsync())[0];

        var retire = await essai.LireAsync(d => new RetirerCreneau(d).ExecuteAsync(new(pris.Id, pris.Version, RendezVousDEssai.Adresse), essai.Proviseure, Ct));

        retire.Valeur!.Should().Be(new RetirerCreneau.Reponse(pris.Debut, true, true));
        (await rdv.MessagesAsync()).Should().ContainSingle(m => m.Modele == "RENDEZ_VOUS_ANNULE");
        (await rdv.ReserverAsync(1, pris.Id)).Refus.Should().ContainSingle().Which.Should().BeOfType<CreneauPris>();
        (await essai.DossierAsync(0)).ProchaineAction.Should().Be(ActionsDeSuivi.ReprendreRendezVous);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_serie_saute_les_jours_feries_et_les_heures_deja_ouvertes(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        (await rdv.OuvrirAsync("11:00")).Valeur.Should().Be(new OuvrirCreneaux.Reponse(12, 0));
        (await rdv.OuvrirAsync()).Valeur.Should().Be(new OuvrirCreneaux.Reponse(6, 12));
        (await rdv.OuvrirAsync()).Refus.Should().ContainSingle().Which.Should().BeOfType<OuvrirCreneaux.AucunCreneau>();

        var juillet = await essai.LireAsync(d => new OuvrirCreneaux(d).ExecuteAsync(new(LotGestion.Uai, new(2020, 7, 13), new(2020, 7, 15), new(14, 0), new(15, 0), 60, "Bureau 12", "Mme Exemple, proviseure adjointe"), essai.Proviseure, Ct));
        juillet.Valeur!.Crees.Should().Be(2, "le 14 juillet est férié");
        (await rdv.CreneauxAsync())[0].Debut.Should().Be(new DateTime(2020, 7, 8, 7, 0, 0, DateTimeKind.Utc), "9 h à Paris");
    }

    [Fact]
    public async Task Une_serie_impossible_dit_tout_ce_qui_ne_va_pas()
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        var refus = (await essai.LireAsync(d => new OuvrirCreneaux(d).ExecuteAsync(new(null, new(2020, 7, 10), new(2020, 7, 8), new(12, 0), new(9, 0), 5, " ", ""), essai.Proviseure, Ct))).Refus;

        refus.Cast<OuvrirCreneaux.SaisieInvalide>().Select(r => r.Champ).Should().Equal("Au", "DureeMinutes", "A", "Lieu", "Interlocuteur");
        (await essai.LireAsync(d => new OuvrirCreneaux(d).ExecuteAsync(new("0840001V", new(2020, 7, 8), new(2020, 7, 8), new(9, 0), new(10, 0), 30, "x", "y"), essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await essai.LireAsync(d => new OuvrirCreneaux(d).ExecuteAsync(new(null, new(2020, 7, 8), new(2020, 7, 8), new(9, 0), new(10, 0), 30, "x", "y"), DossiersDEssai.Etablissement(Role.Enseignant, LotGestion.Uai), Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    [Fact]
    public async Task Un_lien_change_perime_ou_d_une_autre_base_n_ouvre_rien()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        var id = (await essai.DossierAsync(0)).Id;
        var jeton = rdv.Liens.Creer(id);

        rdv.Liens.Lire(jeton)!.DossierId.Should().Be(id);
        jeton.Should().MatchRegex("^[0-9a-f]+$").And.NotContain(id.ToString("N")[..8]);
        rdv.Liens.Lire(jeton[..^3] + (jeton[^3] == 'a' ? 'b' : 'a') + jeton[^2..]).Should().BeNull();
        foreach (var faux in (string?[])[null, "", "rien", "é", new string('a', 4000), jeton + "a", jeton + "aa"])
            rdv.Liens.Lire(faux).Should().BeNull();
        new LienDeRendezVous(new EphemeralDataProtectionProvider(), essai.Horloge).Lire(jeton).Should().BeNull();
        essai.Horloge.Advance(TimeSpan.FromDays(LienDeRendezVous.JoursDeValidite).Subtract(TimeSpan.FromMinutes(1)));
        rdv.Liens.Lire(jeton).Should().NotBeNull();
        essai.Horloge.Advance(TimeSpan.FromMinutes(2));
        rdv.Liens.Lire(jeton).Should().BeNull();
    }

    [Fact]
    public async Task Avant_l_embargo_le_lien_ne_dit_rien()
    {
        await using var essai = await DossiersDEssai.CreerAsync();
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(0);

        (await essai.LireAsync(d => new ConsulterRendezVous(d).ExecuteAsync(porteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LienFini>();
        (await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(ReponseAuSuivi.Rappel, porteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LienFini>();
    }

    private sealed record Pas(int Acte, int Choix, int Heures, int Rang);

    private static readonly Gen<Pas> s_pas = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 99], Gen.Int[0, 30], Gen.Int[0, 2], (acte, choix, heures, rang) => new Pas(acte, choix, heures, rang));

    [Fact]
    public async Task Quoi_qu_il_arrive_aux_rendez_vous_le_dossier_a_une_suite_et_un_horaire_au_plus() => await s_pas.List[5, 25].SampleAsync(async histoire =>
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var rdv = new RendezVousDEssai(essai);
        await rdv.OuvrirAsync();
        foreach (var pas in histoire)
        {
            essai.Horloge.Advance(TimeSpan.FromHours(pas.Heures));
            var creneaux = await rdv.CreneauxAsync();
            var creneau = creneaux[pas.Choix % creneaux.Count];
            var porteur = await rdv.PorteurAsync(pas.Rang);
            _ = pas.Acte switch
            {
                < 4 => (await rdv.ReserverAsync(pas.Rang, creneau.Id)).Refus,
                4 => (await essai.LireAsync(d => new AnnulerRendezVous(d).ExecuteAsync(porteur, Ct))).Refus,
                5 => (await essai.LireAsync(d => new RepondreAuSuivi(d).ExecuteAsync(pas.Choix % 2 == 0 ? ReponseAuSuivi.Refus : ReponseAuSuivi.Rappel, porteur, Ct))).Refus,
                6 => (await essai.LireAsync(d => new RetirerCreneau(d).ExecuteAsync(new(creneau.Id, creneau.Version, RendezVousDEssai.Adresse), essai.Proviseure, Ct))).Refus,
                7 => (await essai.LireAsync(d => new EnregistrerEntretien(d).ExecuteAsync(new(porteur.DossierId, null, 0, null, "", "Repasser", [], "", "Appeler", DateOnly.FromDateTime(essai.Horloge.GetUtcNow().UtcDateTime).AddDays(10)), essai.Proviseure, Ct))).Refus,
                _ => (await NoterAbsenceAsync(essai, creneau)).Refus,
            };
            var dossier = await essai.DossierAsync(pas.Rang);
            ActionsDeSuivi.Libelles.Should().ContainKey(dossier.ProchaineAction!);
            dossier.ProchaineDate.Should().NotBeNull();
            (await rdv.CreneauxAsync()).Where(c => c.Etat == EtatCreneau.Reserve).Select(c => c.DossierId).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        }
    }, iter: 5, threads: 1);

    private static Task<Outcome<NoterAbsence.Reponse>> NoterAbsenceAsync(DossiersDEssai essai, CreneauEntretien creneau) =>
        essai.LireAsync(d => new NoterAbsence(d).ExecuteAsync(new(creneau.Id, creneau.Version, RendezVousDEssai.Adresse), essai.Proviseure, Ct));
}
