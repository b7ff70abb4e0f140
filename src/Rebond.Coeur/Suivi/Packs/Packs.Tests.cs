using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Entretiens;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Packs;

public sealed class PacksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_pack_dit_le_droit_les_unites_gardees_et_remplit_la_demande(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        await NoterAsync(essai, 0, ("U11", 12m), ("U12", 10m), ("U2", 9.5m));

        var pack = (await LireAsync(essai, 0, essai.Proviseure)).Valeur!;

        pack.Droit.Etat.Should().Be(EtatOption.Droit);
        pack.Acquises.Select(u => (u.Code, u.Note.ToString(), u.DerniereSession.ToString())).Should().Equal(("U11", "12", "2025-06"), ("U12", "10", "2025-06"));
        pack.Demande!.Sujet.Should().Be("Demande d’affectation en terminale dans le cadre d’une re-préparation à l’examen");
        pack.Demande.Corps.Should().Contain("Je m’appelle Zoé Álvarez-Fictif").And.Contain("01/03/2002").And.Contain("baccalauréat professionnel Gestion administration, session de juin 2020").And.Contain("Lycée professionnel Émile-Fictif, Marseille (0130001A)");
        (await essai.JournalAsync()).Should().ContainSingle(l => l.Acte == "SUIVI_PACKS_IMPRIMES").Which.Objet.Should().Be($"suivi:{pack.Dossier.Id}");
    }

    [Fact]
    public async Task Le_candidat_lit_le_sien_sans_trace_et_jamais_celui_d_un_autre()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var zoe = Candidat(essai.Candidatures[0]);

        (await LireAsync(essai, 0, zoe)).EstReussi.Should().BeTrue();
        (await LireAsync(essai, 1, zoe)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await LireAsync(essai, 0, DossiersDEssai.Etablissement(Role.Enseignant, LotGestion.Uai))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await essai.JournalAsync()).Should().NotContain(l => l.Acte == "SUIVI_PACKS_IMPRIMES");
        await using var avant = await DossiersDEssai.CreerAsync();
        (await LireAsync(avant, 0, Candidat(avant.Candidatures[0]))).Refus.Should().ContainSingle("avant l’embargo, rien n’existe").Which.Should().BeOfType<Introuvable>();
    }

    [Fact]
    public async Task Un_nom_vide_bloque_le_pack_au_lieu_d_imprimer_une_demande_a_trous()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await essai.LireAsync(d => d.Set<DossierSuivi>().Where(s => s.CandidatureId == essai.Candidatures[0]).ExecuteUpdateAsync(s => s.SetProperty(x => x.Nom, "").SetProperty(x => x.Prenoms, " "), Ct));

        (await LireAsync(essai, 0, essai.Proviseure)).Refus.Should().ContainSingle().Which.Should().BeOfType<ModeleMessage.ChampsVides>().Which.Phrase.Should().Contain("« nom »");
        (await essai.LireAsync(d => new LirePacks(d).ExecuteAsync(LotGestion.Uai, 1, essai.Proviseure, Ct))).Refus.Should().ContainSingle("une demande à trous n’est remise à personne");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_etablissement_imprime_tous_les_siens_meme_qui_ne_veut_pas_etre_appele(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var premier = await essai.DossierAsync(0);
        await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(premier.Id, 0, CanalContact.Telephone, ResultatContact.RefuseLAide), essai.Proviseure, Ct));

        (await essai.LireAsync(d => new LirePacks(d).ListerAsync(essai.Proviseure, Ct))).Valeur!.Should().Equal(new LirePacks.Lot(LotGestion.Uai, "Lycée professionnel Émile-Fictif, Marseille", 3));
        var packs = (await essai.LireAsync(d => new LirePacks(d).ExecuteAsync(LotGestion.Uai, 1, essai.Proviseure, Ct))).Valeur!;
        packs.Select(p => p.Dossier.CandidatureId).Should().Equal(essai.Candidatures.Take(3).Select(id => (Guid?)id));
        (await essai.JournalAsync()).Should().ContainSingle(l => l.Acte == "SUIVI_PACKS_IMPRIMES").Which.Apres.Should().Be("packs:3");

        var ailleurs = DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V");
        (await essai.LireAsync(d => new LirePacks(d).ExecuteAsync(LotGestion.Uai, 1, ailleurs, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LirePacks.AucunPack>();
        (await essai.LireAsync(d => new LirePacks(d).ExecuteAsync(LotGestion.Uai, 2, essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<LirePacks.AucunPack>();
    }

    [Fact]
    public async Task L_academie_recrit_la_demande_avec_apercu_et_le_pack_suit()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var revise = await essai.LireAsync(d => new ReviserModele(d).ExecuteAsync(new(PackRebond.ModeleDemande, "1", "Demande de l’académie", "{nom}, de {etablissement}, demande une place.", "mots de l’académie"), DossiersDEssai.Dec, Ct));
        revise.EstReussi.Should().BeTrue(string.Join(' ', revise.Refus.Select(r => r.Phrase)));

        (await LireAsync(essai, 0, essai.Proviseure)).Valeur!.Demande.Should().Be(new TexteCompose("Demande de l’académie", "Zoé Álvarez-Fictif, de Lycée professionnel Émile-Fictif, Marseille (0130001A), demande une place."));
        foreach (var apercu in MessagesDePack.Apercus)
        {
            (await essai.LireAsync(d => apercu.Composer(d, "0220000001", DossiersDEssai.Dec, Ct))).EstReussi.Should().BeTrue(apercu.Modele);
            (await essai.LireAsync(d => apercu.Composer(d, "0220000004", DossiersDEssai.Dec, Ct))).Refus.Should().ContainSingle("celui-là est admis").Which.Should().BeOfType<Introuvable>();
        }
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_demande_deja_faite_est_dans_le_pack_avec_ses_voeux_et_une_demande_retiree_n_y_est_plus(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        (await LireAsync(essai, 0, essai.Proviseure)).Valeur!.Faite.Should().BeNull();
        var lui = await new RendezVousDEssai(essai).PorteurAsync(0);
        await essai.LireAsync(d => new DemanderReinscription(d).ExecuteAsync(new(true, true, ["0130001F"], "Le trajet est trop long."), lui, Ct));

        var faite = (await LireAsync(essai, 0, essai.Proviseure)).Valeur!.Faite!;
        faite.Should().Match<DemandeFaite>(f => f.DansSonLycee && f.Ailleurs && f.AutreSpecialite == null && f.Demande.RaisonAilleurs == "Le trajet est trop long." && f.Demande.DemandeeLe == DossiersDEssai.Embargo.AddHours(1));
        faite.Voeux.Should().HaveCount(2).And.HaveElementAt(0, "Lycée professionnel Émile-Fictif, Marseille").And.NotContain("0130001F");
        (await essai.LireAsync(d => new LirePacks(d).ExecuteAsync(LotGestion.Uai, 1, essai.Proviseure, Ct))).Valeur!.Count(p => p.Faite is not null).Should().Be(1, "les autres n’ont rien demandé");

        await essai.LireAsync(d => new RetirerDemande(d).ExecuteAsync(lui, Ct));
        (await LireAsync(essai, 0, essai.Proviseure)).Valeur!.Faite.Should().BeNull();
        await essai.LireAsync(d => new DemanderReinscription(d).ExecuteAsync(new(null, true, [], AutreSpecialite: "40022106"), lui, Ct));
        (await LireAsync(essai, 0, essai.Proviseure)).Valeur!.Faite.Should().Match<DemandeFaite>(f => !f.DansSonLycee && !f.Ailleurs && f.AutreSpecialite!.Contains("Cuisine") && f.Voeux[0].EndsWith("en " + f.AutreSpecialite));
    }

    internal static Acteur Candidat(Guid candidature, Guid? compte = null) => new(compte, "candidat", Role.Candidat, [new(TypePerimetre.Candidature, candidature.ToString())]);

    private static async Task<Outcome<PackRebond>> LireAsync(DossiersDEssai essai, int rang, Acteur acteur)
    {
        var id = (await essai.DossierAsync(rang)).Id;
        return await essai.LireAsync(d => new LirePack(d).ExecuteAsync(id, acteur, Ct));
    }

    /// <summary>Other marks in the case of the decision, which stays what it is.</summary>
    private static Task<int> NoterAsync(DossiersDEssai essai, int rang, params (string Unite, decimal Note)[] notes) => essai.LireAsync(async d =>
    {
        var decision = await d.Set<DecisionCandidat>().SingleAsync(x => x.CandidatureId == essai.Candidatures[rang], Ct);
        var cas = CasDeDecision.Lire(decision.Cas);
        var unites = cas.Unites.ToDictionary(u => u.Key, u => u.Value);
        foreach (var (unite, note) in notes)
            unites[unite] = EtatUnite.Notee(Note.De(note));
        var ecrit = CasDeDecision.Ecrire("1", cas with { Unites = unites });
        return await d.Set<DecisionCandidat>().Where(x => x.CandidatureId == decision.CandidatureId).ExecuteUpdateAsync(x => x.SetProperty(y => y.Cas, ecrit), Ct);
    });
}
