using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Dossiers;

public sealed class SuivreUnDossierTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly DateOnly Jour = new(2020, 7, 7);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Avant_l_embargo_aucun_dossier_n_existe_pour_personne(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.CreerAsync(moteur);
        var dossier = await essai.DossierAsync(0);

        (await ListerAsync(essai, DossiersDEssai.Dec)).EnTout.Should().Be(0);
        (await essai.LireAsync(d => new ConsulterDossier(d).ExecuteAsync(dossier.Id, DossiersDEssai.Dec, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();

        essai.Horloge.SetUtcNow(DossiersDEssai.Embargo);
        (await ListerAsync(essai, DossiersDEssai.Dec)).EnTout.Should().Be(3);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chacun_ne_voit_que_les_siens_et_la_DEC_suit_les_candidats_libres(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur, (d, ids) => d.Set<Candidature>().Where(c => c.Id == ids[2]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Categorie, Categorie.ExCandidat), Ct));

        (await ListerAsync(essai, essai.Proviseure)).Personnes.Select(p => p.Dossier.CandidatureId).Should().BeEquivalentTo([(Guid?)essai.Candidatures[0], essai.Candidatures[1]]);
        (await ListerAsync(essai, DossiersDEssai.Etablissement(Role.VieScolaire, LotGestion.Uai))).EnTout.Should().Be(2);
        (await ListerAsync(essai, DossiersDEssai.Etablissement(Role.ChefEtablissement, "0130002B"))).EnTout.Should().Be(0);
        (await ListerAsync(essai, DossiersDEssai.Dec)).EnTout.Should().Be(3);
        (await ListerAsync(essai, LotGestion.Gestionnaire(TypePerimetre.Departement, "084"))).EnTout.Should().Be(0);
        (await ListerAsync(essai, LotGestion.Gestionnaire(code: "03"))).EnTout.Should().Be(0);
        (await essai.LireAsync(d => new ListerDossiers(d).ExecuteAsync(new(), 1, DossiersDEssai.Etablissement(Role.Enseignant, LotGestion.Uai), Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_liste_met_devant_le_mineur_puis_qui_n_a_jamais_repondu(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur, (d, ids) => d.Set<Candidature>().Where(c => c.Id == ids[2]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Naissance, new DateOnly(2002, 7, 8)), Ct));
        await ContacterAsync(essai, 0, ResultatContact.NouveauProjet);

        var liste = await ListerAsync(essai, essai.Proviseure);

        liste.Personnes.Select(p => p.Dossier.CandidatureId).Should().Equal(essai.Candidatures[2], essai.Candidatures[1], essai.Candidatures[0]);
        liste.Personnes.Select(p => p.Mineur).Should().Equal(true, false, false);
        (await ListerAsync(essai, essai.Proviseure, ListerDossiers.Vue.JamaisJoints)).Total.Should().Be(2);
        (await ListerAsync(essai, essai.Proviseure, ListerDossiers.Vue.AFaire)).Total.Should().Be(0);
        essai.Horloge.Advance(TimeSpan.FromDays(5));
        (await ListerAsync(essai, essai.Proviseure, ListerDossiers.Vue.AFaire)).Personnes.Should().HaveCount(2).And.OnlyContain(p => p.JoursDeRetard == 2);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Qui_demande_un_appel_ou_attend_un_rendez_vous_passe_devant_le_mineur_et_un_contrat_signe_derriere(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur, (d, ids) => d.Set<Candidature>().Where(c => c.Id == ids[0] || c.Id == ids[1]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Naissance, new DateOnly(2003, 7, 8)), Ct));
        async Task<List<Guid?>> OrdreAsync(ListerDossiers.Vue vue = ListerDossiers.Vue.SansSolution) => [.. (await ListerAsync(essai, essai.Proviseure, vue)).Personnes.Select(p => p.Dossier.CandidatureId)];
        var (mineur, contrat, majeur) = (essai.Candidatures[0], essai.Candidatures[1], essai.Candidatures[2]);
        await ContacterAsync(essai, 1, ResultatContact.NouveauContrat);
        (await OrdreAsync()).Should().Equal(mineur, majeur, contrat);
        (await OrdreAsync(ListerDossiers.Vue.Prioritaires)).Should().Equal([mineur], "un mineur qui a un contrat n’est plus à appeler d’abord");

        var rdv = new Coeur.Tests.Suivi.Entretiens.RendezVousDEssai(essai);
        var porteur = await rdv.PorteurAsync(2);
        await essai.LireAsync(d => new Coeur.Suivi.Entretiens.RepondreAuSuivi(d).ExecuteAsync(Coeur.Suivi.Entretiens.ReponseAuSuivi.Rappel, porteur, Ct));
        (await OrdreAsync()).Should().Equal(majeur, mineur, contrat);
        (await OrdreAsync(ListerDossiers.Vue.Prioritaires)).Should().Equal(majeur, mineur);

        await rdv.OuvrirAsync();
        var creneau = (await rdv.CreneauxAsync())[0];
        await rdv.ReserverAsync(2, creneau.Id);
        (await OrdreAsync(ListerDossiers.Vue.Prioritaires)).Should().Equal([mineur], "il a son rendez-vous");
        await essai.LireAsync(d => new Coeur.Suivi.Entretiens.AnnulerRendezVous(d).ExecuteAsync(porteur, Ct));
        (await OrdreAsync(ListerDossiers.Vue.Prioritaires)).Should().Equal([majeur, mineur], "il en attend un autre");
        await ContacterAsync(essai, 2, ResultatContact.RefuseLAide);
        (await OrdreAsync(ListerDossiers.Vue.Prioritaires)).Should().Equal([mineur], "qui dit non n’est pas appelé");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Trois_tentatives_sans_reponse_font_un_injoignable_jamais_un_dossier_clos(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        (await ContacterAsync(essai, 0, ResultatContact.InjoignableApresRelances)).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.InjoignableTropTot>();

        await ContacterAsync(essai, 0, ResultatContact.ContacteSansReponse);
        await ContacterAsync(essai, 0, ResultatContact.ContacteSansReponse);
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => !d.Injoignable && d.ProchaineAction == ActionsDeSuivi.Rappeler && d.ProchaineDate == Jour.AddDays(3));
        (await ContacterAsync(essai, 0, ResultatContact.ContacteSansReponse)).Valeur!.Injoignable.Should().BeTrue();

        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.EstOuvert && d.Relances == 3 && d.PremierContactLe == null && d.ProchaineAction == ActionsDeSuivi.ChercherCoordonnees);
        (await ListerAsync(essai, essai.Proviseure, ListerDossiers.Vue.Injoignables)).Total.Should().Be(1);

        await CompleterAsync(essai, 0, telephone: "06 00 00 00 01");
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => !d.Injoignable && d.TelephoneVerifie == "0600000001" && d.Telephone == null && d.ProchaineAction == ActionsDeSuivi.Rappeler);
    }

    [Fact]
    public async Task Un_refus_d_etre_suivi_est_respecte_et_la_personne_seule_le_leve()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await ContacterAsync(essai, 0, ResultatContact.NeSouhaitePasDeContact);

        (await ContacterAsync(essai, 0, ResultatContact.ContacteSansReponse)).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.RefuseDEtreSuivi>();
        (await ChoisirAsync(essai, 0, "MISSION_LOCALE")).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.RefuseDEtreSuivi>();
        (await ListerAsync(essai, essai.Proviseure)).Personnes[^1].Dossier.CandidatureId.Should().Be(essai.Candidatures[0], "qui refuse n’est pas à appeler");

        (await ContacterAsync(essai, 0, ResultatContact.NouveauProjet, aSonInitiative: true)).EstReussi.Should().BeTrue();
        (await essai.DossierAsync(0)).RefuseAccompagnement.Should().BeFalse();
    }

    [Fact]
    public async Task Un_refus_n_est_verifie_qu_une_fois()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await ContacterAsync(essai, 0, ResultatContact.RefuseLAide);
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.VerifierRefus && d.ProchaineDate == Jour.AddDays(90));

        essai.Horloge.Advance(TimeSpan.FromDays(90));
        (await ContacterAsync(essai, 0, ResultatContact.ContacteSansReponse)).EstReussi.Should().BeTrue();

        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.RefuseAccompagnement && d.ProchaineAction == ActionsDeSuivi.Situation6Mois && d.ProchaineDate == new DateOnly(2021, 1, 7));
    }

    [Fact]
    public async Task Une_solution_qui_ne_tient_pas_ramene_la_personne_parmi_les_sans_solution()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        (await MettreEnPlaceAsync(essai, 0)).Refus.Should().ContainSingle().Which.Should().BeOfType<MettreEnPlace.SansSolution>();
        (await ChoisirAsync(essai, 0, "RIEN")).Refus.Should().ContainSingle().Which.Should().BeOfType<ChoisirSolution.SolutionInconnue>();
        (await ChoisirAsync(essai, 0, "REPREPARATION_ORIGINE")).EstReussi.Should().BeTrue();
        (await MettreEnPlaceAsync(essai, 0)).EstReussi.Should().BeTrue();
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.Etape == EtapeSuivi.EnPlace && d.ProchaineAction == ActionsDeSuivi.Situation6Mois);

        (await ReleverAsync(essai, 0, 6, SituationPersonne.SansSolution)).Refus.Should().ContainSingle().Which.Should().BeOfType<ReleverSituation.TropTot>();
        essai.Horloge.SetUtcNow(new DateTime(2021, 1, 7, 10, 0, 0, DateTimeKind.Utc));
        (await ReleverAsync(essai, 0, 7, SituationPersonne.EnEmploi)).Refus.Should().ContainSingle().Which.Should().BeOfType<ReleverSituation.MoisInconnu>();
        (await ReleverAsync(essai, 0, 6, SituationPersonne.SansSolution)).EstReussi.Should().BeTrue();
        (await ReleverAsync(essai, 0, 6, SituationPersonne.EnEmploi)).Refus.Should().ContainSingle().Which.Should().BeOfType<ReleverSituation.DejaRelevee>();

        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.Etape == EtapeSuivi.Contacte && d.OptionChoisie == null && d.ProchaineAction == ActionsDeSuivi.SuivrePlan);
        (await ListerAsync(essai, essai.Proviseure)).Total.Should().Be(3);
    }

    [Fact]
    public async Task On_ne_clot_qu_avec_un_motif_et_un_dossier_clos_ne_change_plus()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        (await CloreAsync(essai, 0, null)).Refus.Should().ContainSingle().Which.Should().BeOfType<CloreDossier.MotifNecessaire>();
        (await CloreAsync(essai, 0, MotifDeCloture.FinDuSuivi)).Refus.Should().ContainSingle().Which.Should().BeOfType<CloreDossier.SuiviNonFini>();

        (await CloreAsync(essai, 0, MotifDeCloture.Demenagement)).EstReussi.Should().BeTrue();

        (await ContacterAsync(essai, 0, ResultatContact.NouveauProjet)).Refus.Should().ContainSingle().Which.Should().BeOfType<DossierClos>();
        (await ListerAsync(essai, essai.Proviseure, ListerDossiers.Vue.Clos)).Total.Should().Be(1);
    }

    [Fact]
    public async Task Le_suivi_finit_sur_une_solution_constatee_a_douze_mois()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        essai.Horloge.SetUtcNow(new DateTime(2021, 7, 8, 10, 0, 0, DateTimeKind.Utc));
        await ReleverAsync(essai, 0, 12, SituationPersonne.EnFormation);

        (await CloreAsync(essai, 0, MotifDeCloture.FinDuSuivi)).EstReussi.Should().BeTrue();
    }

    [Fact]
    public async Task Une_saisie_impossible_est_refusee_en_disant_quoi_faire()
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        (await ContacterAsync(essai, 0, ResultatContact.RendezVousPris)).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.RendezVousInvalide>();
        (await ContacterAsync(essai, 0, ResultatContact.RendezVousPris, rendezVous: Jour.AddDays(-1))).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.RendezVousInvalide>();
        (await ContacterAsync(essai, 0, ResultatContact.Autre)).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.ObservationNecessaire>();
        (await ContacterAsync(essai, 0, ResultatContact.Autre, observation: new string('x', 1001))).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.ObservationTropLongue>();
        (await ContacterAsync(essai, 0, ResultatContact.ContacteSansReponse, entretien: true)).Refus.Should().ContainSingle().Which.Should().BeOfType<AjouterContact.EntretienImpossible>();
        (await CompleterAsync(essai, 0, telephone: "12", courriel: "rien", echecs: "x")).Refus.Should().HaveCount(3).And.AllBeOfType<CompleterDossier.SaisieInvalide>();
        (await essai.DossierAsync(0)).Version.Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Celui_qui_a_lu_avant_un_autre_ne_l_ecrase_pas(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        await ContacterAsync(essai, 0, ResultatContact.NouveauProjet);

        (await ContacterAsync(essai, 0, ResultatContact.NouveauContrat, version: 0)).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
    }

    [Fact]
    public async Task Le_journal_garde_chaque_acte_sans_le_nom_de_personne()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await ContacterAsync(essai, 0, ResultatContact.Autre, observation: "Álvarez-Fictif rappellera");
        await CompleterAsync(essai, 0, telephone: "0600000001");

        var lignes = (await essai.JournalAsync()).Where(l => l.Acte.StartsWith("SUIVI_", StringComparison.Ordinal)).ToList();

        lignes.Select(l => l.Acte).Should().Equal("SUIVI_OUVERT", "SUIVI_CONTACT", "SUIVI_COMPLETE");
        lignes.Should().NotContain(l => $"{l.Objet}{l.Avant}{l.Apres}{l.Motif}".Contains("lvarez", StringComparison.OrdinalIgnoreCase) || $"{l.Avant}{l.Apres}".Contains("0600", StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_fiche_tire_les_options_de_la_decision_et_dit_celles_que_change_un_echec_plus_ancien()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var id = (await essai.DossierAsync(0)).Id;

        var inconnu = (await essai.LireAsync(d => new ConsulterDossier(d).ExecuteAsync(id, essai.Proviseure, Ct))).Valeur!;
        inconnu.Options[CodeOption.RepreparationOrigine].Etat.Should().Be(EtatOption.Droit);
        inconnu.SiDejaEchoue.Should().ContainKey(CodeOption.RepreparationOrigine);

        await CompleterAsync(essai, 0, echecs: "1");
        var second = (await essai.LireAsync(d => new ConsulterDossier(d).ExecuteAsync(id, essai.Proviseure, Ct))).Valeur!;
        second.Options[CodeOption.RepreparationOrigine].Etat.Should().NotBe(EtatOption.Droit);
        second.SiDejaEchoue.Should().BeEmpty();
    }

    private static async Task<ListerDossiers.Reponse> ListerAsync(DossiersDEssai essai, Acteur acteur, ListerDossiers.Vue vue = ListerDossiers.Vue.SansSolution) =>
        (await essai.LireAsync(d => new ListerDossiers(d).ExecuteAsync(new(vue), 1, acteur, Ct))).Valeur!;

    private static async Task<Outcome<AjouterContact.Reponse>> ContacterAsync(DossiersDEssai essai, int rang, ResultatContact resultat, DateOnly? rendezVous = null, string? observation = null, bool entretien = false, bool aSonInitiative = false, int? version = null)
    {
        var lu = await essai.DossierAsync(rang);
        return await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(lu.Id, version ?? lu.Version, CanalContact.Telephone, resultat, observation, rendezVous, entretien, aSonInitiative), essai.Proviseure, Ct));
    }

    private static async Task<Outcome<CompleterDossier.Reponse>> CompleterAsync(DossiersDEssai essai, int rang, string? telephone = null, string? courriel = null, string? echecs = null)
    {
        var lu = await essai.DossierAsync(rang);
        return await essai.LireAsync(d => new CompleterDossier(d).ExecuteAsync(new(lu.Id, lu.Version, telephone, courriel, null, null, echecs), essai.Proviseure, Ct));
    }

    private static async Task<Outcome<ChoisirSolution.Reponse>> ChoisirAsync(DossiersDEssai essai, int rang, string solution)
    {
        var lu = await essai.DossierAsync(rang);
        return await essai.LireAsync(d => new ChoisirSolution(d).ExecuteAsync(new(lu.Id, lu.Version, solution), essai.Proviseure, Ct));
    }

    private static async Task<Outcome<MettreEnPlace.Reponse>> MettreEnPlaceAsync(DossiersDEssai essai, int rang)
    {
        var lu = await essai.DossierAsync(rang);
        return await essai.LireAsync(d => new MettreEnPlace(d).ExecuteAsync(new(lu.Id, lu.Version), essai.Proviseure, Ct));
    }

    private static async Task<Outcome<ReleverSituation.Reponse>> ReleverAsync(DossiersDEssai essai, int rang, int mois, SituationPersonne situation)
    {
        var lu = await essai.DossierAsync(rang);
        return await essai.LireAsync(d => new ReleverSituation(d).ExecuteAsync(new(lu.Id, lu.Version, mois, situation), essai.Proviseure, Ct));
    }

    private static async Task<Outcome<CloreDossier.Reponse>> CloreAsync(DossiersDEssai essai, int rang, MotifDeCloture? motif)
    {
        var lu = await essai.DossierAsync(rang);
        return await essai.LireAsync(d => new CloreDossier(d).ExecuteAsync(new(lu.Id, lu.Version, motif), essai.Proviseure, Ct));
    }
}
