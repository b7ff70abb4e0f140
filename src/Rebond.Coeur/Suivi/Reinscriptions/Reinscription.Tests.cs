using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Entretiens;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Reinscriptions;

public sealed class ReinscriptionTests
{
    private const string Ailleurs = "0130001F";
    private const string Motif = "La classe n’existe plus dans l’établissement depuis cette année.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_premier_echec_a_un_droit_que_le_manque_de_place_ne_ferme_pas(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var demande = await DemanderAsync(essai, 0, premierEchec: true);
        demande.Valeur.Should().Be(new DemanderReinscription.Reponse(true, "REPREPARATION_ORIGINE", new(2020, 7, 17), new(2020, 9, 1)));
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.EchecsAnterieurs == 0 && d.ProchaineAction == ActionsDeSuivi.DeciderReinscription && d.ProchaineDate == new DateOnly(2020, 7, 17));
        (await DemanderAsync(essai, 0, premierEchec: true)).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.DejaDemandee>();

        (await DeciderAsync(essai, 0, DecisionReinscription.Refuser, Motif, FondementRefus.Capacite, lu: true)).Refus.Should().ContainSingle().Which.Phrase.Should().Contain("Le manque de place n’est pas une raison").And.Contain("D331-42");
        (await DeciderAsync(essai, 0, DecisionReinscription.Transmettre, Motif)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderReinscription.DroitDansCeLycee>();
        (await VoeuAsync(essai, 0)).Etat.Should().Be(EtatReinscription.Demandee);

        (await DeciderAsync(essai, 0, DecisionReinscription.Accorder)).Valeur!.Etat.Should().Be(EtatReinscription.Accordee);
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.Etape == EtapeSuivi.SolutionChoisie && d.OptionChoisie == "REPREPARATION_ORIGINE" && d.ProchaineAction == ActionsDeSuivi.VerifierEntree);
        (await essai.JournalAsync()).Select(l => l.Acte).Should().ContainInOrder("REINSCRIPTION_DEMANDEE", "REINSCRIPTION_DECIDEE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_refus_s_ecrit_apres_avoir_lu_le_droit_et_dit_les_recours(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var rdv = new RendezVousDEssai(essai);
        await rdv.EcrireAdresseAsync(0);
        await DemanderAsync(essai, 0, premierEchec: true);

        (await DeciderAsync(essai, 0, null)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderReinscription.DecisionNecessaire>();
        (await DeciderAsync(essai, 0, DecisionReinscription.Refuser, "non")).Refus.Select(r => r.Code).Should().Equal("FONDEMENT_NECESSAIRE", "MOTIF_INSUFFISANT", "DROIT_A_LIRE");
        (await DeciderAsync(essai, 0, DecisionReinscription.Refuser, Motif, FondementRefus.FormationFermee, lu: true)).Valeur.Should().Be(new DeciderReinscription.Reponse(EtatReinscription.Refusee, true));

        (await VoeuAsync(essai, 0)).Should().Match<DemandeReinscription>(v => v.DroitLuLe == DossiersDEssai.Embargo.AddHours(1) && v.Motif == Motif && v.FondementRefus == FondementRefus.FormationFermee && v.DroitOpposable);
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.SuivrePlan && d.ProchaineDate == new DateOnly(2020, 7, 9));
        var message = (await rdv.MessagesAsync())[^1];
        message.Corps.Should().Contain(Motif).And.Contain("DASEN").And.Contain("tribunal administratif");
        message.Confidentiel.Should().BeTrue();
        (await essai.JournalAsync()).Should().NotContain(l => $"{l.Apres}{l.Motif}".Contains("classe", StringComparison.Ordinal), "le motif est avec la décision");

        // A head who changes his mind: the no becomes a yes.
        (await DeciderAsync(essai, 0, DecisionReinscription.Accorder)).Valeur!.Etat.Should().Be(EtatReinscription.Accordee);
    }

    [Fact]
    public async Task Seul_le_chef_de_l_etablissement_repond()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await DemanderAsync(essai, 0, premierEchec: true);

        foreach (var acteur in (Acteur[])[DossiersDEssai.Etablissement(Role.VieScolaire, LotGestion.Uai), DossiersDEssai.Dec])
            (await DeciderAsync(essai, 0, DecisionReinscription.Accorder, acteur: acteur)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await DeciderAsync(essai, 0, DecisionReinscription.Accorder, acteur: DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V"))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    [Fact]
    public async Task Sans_droit_la_commission_peut_etre_saisie_et_sa_reponse_notee()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        (await DemanderAsync(essai, 0, premierEchec: null)).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.PremierEchecADire>("le droit n’est pas le même");
        (await DemanderAsync(essai, 0, premierEchec: false, autres: [Ailleurs])).Valeur.Should().Match<DemanderReinscription.Reponse>(r => !r.DroitOpposable && r.Option == "REPREPARATION_PLACE");

        (await DeciderAsync(essai, 0, DecisionReinscription.Transmettre, "court")).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderReinscription.MotifInsuffisant>();
        (await DeciderAsync(essai, 0, DecisionReinscription.Transmettre, "Plus de place ici ; élève sérieux, à affecter près de chez lui.")).Valeur!.Etat.Should().Be(EtatReinscription.Transmise);
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.AttendreCommission && d.ProchaineDate == new DateOnly(2020, 7, 22));

        var (id, version) = ((await essai.DossierAsync(0)).Id, (await VoeuAsync(essai, 0)).Version);
        var place = await essai.LireAsync(d => new NoterCommission(d).ExecuteAsync(new(id, version, Ailleurs, RendezVousDEssai.Adresse), essai.Proviseure, Ct));
        place.Valeur!.Etat.Should().Be(EtatReinscription.Affectee);
        (await essai.DossierAsync(0)).OptionChoisie.Should().Be("REPREPARATION_AUTRE");
    }

    [Fact]
    public async Task Un_autre_lycee_non_demande_se_justifie_et_un_non_de_la_personne_laisse_son_droit_entier()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await DemanderAsync(essai, 0, premierEchec: true);

        (await DeciderAsync(essai, 0, DecisionReinscription.ProposerAilleurs, accueil: LotGestion.Uai)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderReinscription.AutreEtablissement>();
        (await DeciderAsync(essai, 0, DecisionReinscription.ProposerAilleurs, accueil: Ailleurs)).Refus.Select(r => r.Code).Should().Equal("MOTIF_INSUFFISANT", "DROIT_A_LIRE");
        (await DeciderAsync(essai, 0, DecisionReinscription.ProposerAilleurs, Motif, accueil: Ailleurs, lu: true)).Valeur!.Etat.Should().Be(EtatReinscription.ProposeeAilleurs);
        (await VoeuAsync(essai, 0)).ProposeAilleursSansDemande.Should().BeTrue();
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(0);
        (await essai.LireAsync(d => new ConsulterReinscription(d).ExecuteAsync(porteur, Ct))).Valeur!.Ecrite!.Suite.Should().Contain("Vous pouvez dire non : votre place est dans votre lycée.");

        (await essai.LireAsync(d => new RepondreAProposition(d).ExecuteAsync(new(false), porteur, Ct))).Valeur!.Etat.Should().Be(EtatReinscription.Demandee);
        (await essai.DossierAsync(0)).ProchaineAction.Should().Be(ActionsDeSuivi.DeciderReinscription);
        (await DeciderAsync(essai, 0, DecisionReinscription.Refuser, Motif, FondementRefus.Capacite, lu: true)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderReinscription.CapaciteNonOpposable>();
    }

    [Fact]
    public async Task Un_autre_lycee_qu_il_demande_ne_demande_pas_de_justification()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await DemanderAsync(essai, 0, premierEchec: true, sien: false, autres: [Ailleurs]);

        (await DeciderAsync(essai, 0, DecisionReinscription.ProposerAilleurs, accueil: Ailleurs)).Valeur!.Etat.Should().Be(EtatReinscription.ProposeeAilleurs);
        (await VoeuAsync(essai, 0)).ProposeAilleursSansDemande.Should().BeFalse();
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(0);
        (await essai.LireAsync(d => new RepondreAProposition(d).ExecuteAsync(new(true), porteur, Ct))).Valeur!.Etat.Should().Be(EtatReinscription.Accordee);
        (await essai.DossierAsync(0)).OptionChoisie.Should().Be("REPREPARATION_AUTRE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_registre_nomme_qui_attend_encore_le_jour_de_la_rentree(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        await DemanderAsync(essai, 0, premierEchec: true);
        await DemanderAsync(essai, 1, premierEchec: false);
        await DeciderAsync(essai, 1, DecisionReinscription.Refuser, Motif, FondementRefus.Capacite, lu: true);

        (await RegistreAsync(essai)).Should().Match<ConsulterRegistre.Reponse>(r => r.Total == 2 && r.SansReponse == 1 && r.DroitsSansReponse == 1 && r.RentreePassee == 0 && r.Rentree.Jour == new DateOnly(2020, 9, 1));
        essai.Horloge.SetUtcNow(new DateTimeOffset(2020, 9, 1, 6, 0, 0, TimeSpan.Zero));
        var registre = await RegistreAsync(essai);
        registre.RentreePassee.Should().Be(1);
        registre.Lignes[0].Should().Match<ConsulterRegistre.Ligne>(l => l.EnRetard && l.JoursDAttente == 56 && l.Dossier.CandidatureId == essai.Candidatures[0]);
        registre.Lignes[1].EnRetard.Should().BeFalse("un refus écrit est une réponse");
        (await essai.LireAsync(d => new ConsulterRegistre(d).ExecuteAsync(1, DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V"), Ct))).Valeur!.Total.Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_ordre_se_refait_de_son_seul_tableau(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        await DemanderAsync(essai, 0, premierEchec: true);
        await DemanderAsync(essai, 1, premierEchec: false);
        await DemanderAsync(essai, 2, premierEchec: false);
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(2);
        var place = new ClasserDemandes.Place(LotGestion.Uai, LotGestion.Specialite, new(2020, 9, 1));

        var ordre = (await essai.LireAsync(d => new ClasserDemandes(d).ExecuteAsync(place, porteur, Ct))).Valeur!;

        // Anyone, with the table and the published rule: the right, then the lowest mean (cross product), then minors, then the draw.
        var lignes = ordre.Csv().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).ToList();
        var refait = lignes.OrderBy(l => l[2] == "DROIT_DANS_SON_ETABLISSEMENT" ? 0 : l[2] == "ANCIEN_DE_LA_PLACE" ? 1 : 2)
            .ThenBy(l => (decimal)long.Parse(l[3], CultureInfo.InvariantCulture) / long.Parse(l[4], CultureInfo.InvariantCulture)).ThenBy(l => l[5] == "OUI" ? 0 : 1).ThenBy(l => Tirage($"2020-09-01|{LotGestion.Specialite}|{l[1]}"));
        refait.Select(l => l[1]).Should().Equal(lignes.Select(l => l[1]));
        lignes.Should().OnlyContain(l => long.Parse(l[6], CultureInfo.InvariantCulture) == Tirage($"2020-09-01|{LotGestion.Specialite}|{l[1]}"));
        var numeros = new List<string>();
        for (var rang = 0; rang < 3; rang++)
            numeros.Add(NumeroAnonyme.De((await essai.DossierAsync(rang)).Id));
        ordre.Lignes.Select(l => l.Numero).Should().Equal(numeros, "6 a un droit, 7 est plus loin de la réussite que 8,25");
        ordre.Csv().Should().NotContain("Fictif");

        var autre = await new RendezVousDEssai(essai).PorteurAsync(1);
        await essai.LireAsync(d => new RetirerDemande(d).ExecuteAsync(autre, Ct));
        (await essai.LireAsync(d => new ClasserDemandes(d).ExecuteAsync(place, autre, Ct))).Refus.Should().ContainSingle("qui ne demande plus cette place n’en lit plus l’ordre");
        (await essai.LireAsync(d => new ClasserDemandes(d).ExecuteAsync(place, DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V"), Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await essai.LireAsync(d => new ClasserDemandes(d).ExecuteAsync(place, essai.Proviseure, Ct))).Valeur!.Lignes.Should().HaveCount(2);
    }

    [Fact]
    public async Task Une_demande_retiree_se_refait_avec_d_autres_voeux()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await DemanderAsync(essai, 0, premierEchec: true, autres: [Ailleurs]);
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(0);

        (await essai.LireAsync(d => new RetirerDemande(d).ExecuteAsync(porteur, Ct))).EstReussi.Should().BeTrue();
        (await essai.LireAsync(d => new RetirerDemande(d).ExecuteAsync(porteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<SansDemande>();
        (await DemanderAsync(essai, 0, premierEchec: null, sien: false, autres: ["0139999X"])).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.EtablissementInconnu>();
        (await DemanderAsync(essai, 0, premierEchec: null, sien: false)).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.AucunVoeu>();
        (await DemanderAsync(essai, 0, premierEchec: null, sien: false, autres: [Ailleurs])).Valeur!.Option.Should().Be("REPREPARATION_AUTRE");
        (await VoeuAsync(essai, 0)).Voeux.Select(v => (v.Rang, v.Uai)).Should().Equal((1, Ailleurs));
    }

    private static long Tirage(string texte) => long.Parse(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(texte)))[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static async Task<Outcome<DemanderReinscription.Reponse>> DemanderAsync(DossiersDEssai essai, int rang, bool? premierEchec, bool sien = true, string[]? autres = null)
    {
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(rang);
        return await essai.LireAsync(d => new DemanderReinscription(d).ExecuteAsync(new(premierEchec, sien, autres ?? [], autres is null ? null : "Le trajet est trop long."), porteur, Ct));
    }

    private static async Task<Outcome<DeciderReinscription.Reponse>> DeciderAsync(DossiersDEssai essai, int rang, DecisionReinscription? decision, string? motif = null, FondementRefus? fondement = null, bool lu = false, string? accueil = null, Acteur? acteur = null)
    {
        var (id, version) = ((await essai.DossierAsync(rang)).Id, (await VoeuAsync(essai, rang)).Version);
        return await essai.LireAsync(d => new DeciderReinscription(d).ExecuteAsync(new(id, version, decision, motif, fondement, accueil, lu, RendezVousDEssai.Adresse), acteur ?? essai.Proviseure, Ct));
    }

    private static async Task<DemandeReinscription> VoeuAsync(DossiersDEssai essai, int rang)
    {
        var id = (await essai.DossierAsync(rang)).Id;
        return await essai.LireAsync(d => d.Set<DemandeReinscription>().AsNoTracking().Include(v => v.Voeux.OrderBy(x => x.Rang)).SingleAsync(v => v.DossierId == id, Ct));
    }

    private static async Task<ConsulterRegistre.Reponse> RegistreAsync(DossiersDEssai essai) => (await essai.LireAsync(d => new ConsulterRegistre(d).ExecuteAsync(1, essai.Proviseure, Ct))).Valeur!;
}
