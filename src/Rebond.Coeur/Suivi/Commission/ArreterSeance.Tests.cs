using AwesomeAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Xunit;
using static Rebond.Coeur.Tests.Suivi.Commission.CommissionDEssai;

namespace Rebond.Coeur.Tests.Suivi.Commission;

public sealed class ArreterSeanceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chaque_proposition_devient_une_decision_dite_avec_sa_raison_et_ses_recours(Moteur moteur)
    {
        await using var essai = await ArreteeAsync(moteur);

        (await essai.DemandeAsync("Albe")).Should().Match<DemandeReinscription>(d => d.Etat == EtatReinscription.Affectee && d.UaiAccueil == Ici);
        (await essai.DemandeAsync("Dune")).Etat.Should().Be(EtatReinscription.SansPlace);
        (await essai.DossierAsync("Bora")).Should().Match<DossierSuivi>(d => d.Etape == EtapeSuivi.SolutionChoisie && d.OptionChoisie == "REPREPARATION_AUTRE" && d.ProchaineAction == ActionsDeSuivi.VerifierEntree);
        (await essai.DossierAsync("Albe")).OptionChoisie.Should().Be("REPREPARATION_ORIGINE");
        (await essai.DossierAsync("Dune")).ProchaineAction.Should().Be(ActionsDeSuivi.SuivrePlan);

        var messages = await essai.LireAsync(d => d.Set<Message>().AsNoTracking().ToListAsync(Ct));
        messages.Should().HaveCount(4);
        messages.Single(m => m.Coordonnees == "dune@exemple.fr").Corps.Should().Contain("La commission n’a pas trouvé de place").And.Contain("avant le 10/09/2026").And.Contain("Nous n’avons pas vérifié ces délais");
        (await essai.JournalAsync()).Count(l => l.Acte == "REINSCRIPTION_COMMISSION").Should().Be(4);
        (await essai.SeanceAsync()).Etat.Should().Be(EtatSeance.Arretee);
        var dossiers = await essai.LireAsync(d => d.Set<DossierSuivi>().AsNoTracking().ToListAsync(Ct));
        dossiers.Should().OnlyContain(d => d.ProprietaireCode.Length > 0 && d.ProchaineDate != null && d.ProchaineAction != null, "personne n’attend personne");
        var lettres = (await essai.LireAsync(d => new LireDecisions(d).ExecuteAsync(essai.Seance, LireDecisions.Document.Lettres, Secretaire, Ct))).Valeur!;
        lettres.Decisions.Should().HaveCount(4).And.OnlyContain(d => d.Ecrite != null);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_seance_inachevee_ne_s_arrete_pas_et_ne_touche_personne(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await ProposerAffectationTests.PeuplerAsync(essai);

        (await essai.ArreterAsync()).Refus.Should().ContainSingle().Which.Should().BeOfType<ArreterSeance.PasDeProposition>();
        await essai.ProposerAsync();
        (await essai.ArreterAsync(confirme: false)).Refus.Should().ContainSingle().Which.Should().BeOfType<ArreterSeance.ConfirmationNecessaire>();
        await essai.CapacitesAsync((Pres, "1"));
        (await essai.ArreterAsync()).Refus.Should().ContainSingle().Which.Should().BeOfType<ArreterSeance.PropositionPerimee>();
        (await essai.LireAsync(d => new ArreterSeance(d).ExecuteAsync(new(essai.Seance, 0, true, _ => ""), Rectorat, Ct))).Refus[0].Should().BeOfType<Interdit>();
        (await essai.LireAsync(d => new LireDecisions(d).ExecuteAsync(essai.Seance, LireDecisions.Document.Releve, Secretaire, Ct))).Refus[0].Should().BeOfType<LireDecisions.PasEncoreArretee>();
        (await essai.LireAsync(d => d.Set<DemandeReinscription>().AsNoTracking().ToListAsync(Ct))).Should().OnlyContain(d => d.Etat == EtatReinscription.Transmise);
        (await essai.LireAsync(d => d.Set<Message>().CountAsync(Ct))).Should().Be(0);
    }

    [Fact]
    public async Task Une_seance_arretee_ne_bouge_plus()
    {
        await using var essai = await ArreteeAsync();

        (await essai.ProposerAsync()).Refus.Should().ContainSingle().Which.Should().BeOfType<SeanceArretee>();
        (await essai.DeciderAsync("Dune", GenreDecision.SansPlace)).Refus.Should().ContainSingle().Which.Should().BeOfType<SeanceArretee>();
        (await essai.LireAsync(d => new SaisirCapacites(d).ExecuteAsync(new(essai.Seance, []), Secretaire, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<SeanceArretee>();
    }

    [Fact]
    public async Task La_reponse_d_une_commission_ne_se_note_pas_a_la_main_pendant_sa_seance()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await ProposerAffectationTests.PeuplerAsync(essai);
        var demande = await essai.DemandeAsync("Albe");
        var chef = new Acteur(null, "chef", Role.ChefEtablissement, [new(TypePerimetre.Etablissement, Ici)]);

        (await essai.LireAsync(d => new NoterCommission(d).ExecuteAsync(new(demande.DossierId, demande.Version, null, _ => ""), chef, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<DansUneSeance>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_place_laissee_va_au_suivant_de_la_liste_d_attente(Moteur moteur)
    {
        await using var essai = await ArreteeAsync(moteur);
        var pres = (await AttenteAsync(essai)).Places.Single(p => p.Uai == Pres);
        pres.Should().Match<ConsulterAttente.PlaceAttendue>(p => p.Libres == 0 && p.Attente.Count == 1);
        pres.Attente[0].Should().Match<ConsulterAttente.EnAttente>(a => a.Nom.StartsWith("ALBE") && a.Actuelle == "Lycée Ici, Marseille");
        (await ServirAsync(essai, "Albe", Pres)).Refus.Should().ContainSingle().Which.Should().BeOfType<ServirAttente.AucunePlaceLibre>();

        var porteur = await PorteurAsync(essai, "Cade");
        (await essai.LireAsync(d => new LaisserSaPlace(d).ExecuteAsync(porteur, Ct))).EstReussi.Should().BeTrue();
        (await essai.LireAsync(d => new LaisserSaPlace(d).ExecuteAsync(porteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LaisserSaPlace.SansPlaceALaisser>();
        (await essai.DossierAsync("Cade")).Should().Match<DossierSuivi>(d => d.OptionChoisie == null && d.ProchaineAction == ActionsDeSuivi.SuivrePlan && d.ProchaineDate != null);
        (await AttenteAsync(essai)).Libres.Should().Be(1);

        (await ServirAsync(essai, "Albe", Pres)).Valeur!.Prevenu.Should().BeTrue();
        (await essai.DemandeAsync("Albe")).Should().Match<DemandeReinscription>(d => d.Etat == EtatReinscription.Affectee && d.UaiAccueil == Pres && d.Motif!.Contains("le suivant sur la liste"));
        (await AttenteAsync(essai)).Places.Should().NotContain(p => p.Uai == Pres);
        (await essai.JournalAsync()).Select(l => l.Acte).Should().Contain(["COMMISSION_PLACE_LIBEREE", "COMMISSION_ATTENTE_SERVIE"]);
    }

    [Fact]
    public async Task Servir_un_autre_que_le_suivant_s_ecrit()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await essai.TransmettreAsync("Albe", Ici, 500, droit: false, Pres);
        await essai.TransmettreAsync("Bora", Ici, 600, droit: false, Pres);
        await essai.TransmettreAsync("Cade", Ici, 700, droit: false, Pres);
        await essai.OuvrirAsync((Pres, "1"));
        await essai.ProposerAsync();
        await essai.ArreterAsync();
        var ligne = await essai.LigneAsync("Albe");
        (await essai.LireAsync(d => new LaisserSaPlace(d).ExecuteAsync(new(essai.Seance, ligne.Id, null), Secretaire, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LaisserSaPlace.RaisonNecessaire>();
        (await essai.LireAsync(d => new LaisserSaPlace(d).ExecuteAsync(new(essai.Seance, ligne.Id, RaisonDeDepart.PasVenu), Secretaire, Ct))).EstReussi.Should().BeTrue();

        (await ServirAsync(essai, "Cade", Pres)).Refus.Should().ContainSingle().Which.Should().BeOfType<ServirAttente.PasLeSuivant>().Which.Numero.Should().Be((await essai.LigneAsync("Bora")).Numero);
        (await ServirAsync(essai, "Cade", Pres, Motif)).EstReussi.Should().BeTrue();
        (await essai.DemandeAsync("Cade")).Motif.Should().Contain(Motif);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_voeu_refuse_a_la_main_a_sa_liste_d_attente_dans_l_ordre_sauf_s_il_y_renonce(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await essai.TransmettreAsync("Albe", Ici, 500, droit: false, Pres, Ici);
        await essai.TransmettreAsync("Bora", Ici, 400, droit: false, Pres, Ici);
        await essai.TransmettreAsync("Cade", Ici, 600, droit: false, Pres, Ici);
        await essai.TransmettreAsync("Dune", Ici, 700, droit: false, Pres);
        await essai.TransmettreAsync("Elba", Ici, 450, droit: false, Pres, Ici);
        await essai.TransmettreAsync("Fane", Ici, 300, droit: false, $"{Pres}/{Accueil}", Ici);
        await essai.OuvrirAsync((Pres, "0"), (Ici, "10"));
        await essai.DeciderAsync("Albe", GenreDecision.Exclure, Pres);
        await essai.DeciderAsync("Bora", GenreDecision.Imposer, Ici);
        await essai.DeciderAsync("Dune", GenreDecision.SansPlace);
        (await essai.DeciderAsync("Elba", GenreDecision.Retirer, "0130001F")).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderALaMain.PasUnVoeu>();
        (await essai.DeciderAsync("Elba", GenreDecision.Retirer, Pres)).EstReussi.Should().BeTrue();
        await essai.DeciderAsync("Fane", GenreDecision.Exclure, Pres, specialite: Accueil);
        await essai.ProposerAsync();
        (await essai.LigneAsync("Elba")).MotifCandidat.Should().Contain("Lycée Près, Marseille : vous y avez renoncé").And.NotContain("écarté");
        (await essai.ArreterAsync()).EstReussi.Should().BeTrue();

        var places = (await AttenteAsync(essai)).Places;
        places.Single(p => p.Uai == Pres && p.Specialite == Vente).Attente.Select(a => a.Nom[..4]).Should().Equal(["BORA", "ALBE", "CADE", "DUNE"], "la moyenne la plus basse d’abord ; Elba a renoncé");
        places.Single(p => p.Uai == Pres && p.Specialite == Accueil).Attente.Should().ContainSingle().Which.Nom.Should().StartWith("FANE", "un vœu que rien ne calcule, refusé à la main");
        places.Should().NotContain(p => p.Uai == Ici, "chacun y est, ou ne l’a pas demandé");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_personne_lit_sa_decision_et_son_rang_d_attente(Moteur moteur)
    {
        await using var essai = await ArreteeAsync(moteur);
        var porteur = await PorteurAsync(essai, "Dune");

        (await essai.LireAsync(d => new ConsulterMaDecision(d).ExecuteAsync(porteur, Ct))).Valeur.Should().BeEquivalentTo(new { Issue = IssueCommission.SansPlace, PeutLaisser = false, Attentes = new[] { new { Nom = "Lycée Ici, Marseille", Rang = 1 } } });
        var ecrite = (await essai.LireAsync(d => new ConsulterReinscription(d).ExecuteAsync(porteur, Ct))).Valeur!.Ecrite!;
        ecrite.Phrase.Should().Contain("Lycée Ici, Marseille");
        ecrite.Suite.Should().Contain(s => s.Contains("tribunal administratif avant le 10/09/2026"));
    }

    private static async Task<CommissionDEssai> ArreteeAsync(Moteur moteur = Moteur.Sqlite)
    {
        var essai = await CommissionDEssai.CreerAsync(moteur);
        await ProposerAffectationTests.PeuplerAsync(essai);
        await essai.ProposerAsync();
        (await essai.ArreterAsync()).Valeur.Should().Be(new ArreterSeance.Reponse(3, 1, 4, 0));
        return essai;
    }

    private static async Task<Porteur> PorteurAsync(CommissionDEssai essai, string nom)
    {
        var liens = new LienDeRendezVous(new EphemeralDataProtectionProvider(), essai.Horloge);
        return liens.Lire(liens.Creer((await essai.DossierAsync(nom)).Id))!;
    }

    private static async Task<ConsulterAttente.Reponse> AttenteAsync(CommissionDEssai essai) => (await essai.LireAsync(d => new ConsulterAttente(d).ExecuteAsync(essai.Seance, Secretaire, Ct))).Valeur!;

    private static async Task<Outcome<ServirAttente.Reponse>> ServirAsync(CommissionDEssai essai, string nom, string uai, string? motif = null)
    {
        var ligne = await essai.LigneAsync(nom);
        return await essai.LireAsync(d => new ServirAttente(d).ExecuteAsync(new(essai.Seance, ligne.Id, uai, Vente, motif, id => $"https://rebond.exemple/{id:N}"), Secretaire, Ct));
    }
}
