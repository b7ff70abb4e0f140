using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class DelibererSessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task En_demonstration_les_decisions_sont_arretees_les_jurys_clos_et_une_ligne_par_jury_porte_leur_empreinte(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);

        var reponse = (await jury.DelibererSessionAsync()).Valeur!;

        reponse.Should().BeEquivalentTo(new { Etat = EtatDecision.Arretee, Candidats = 5, Ecrites = 5, SansJury = 0 });
        reponse.Decisions.Should().Equal(new Dictionary<string, int> { ["ADMIS"] = 3, ["AJOURNE"] = 1, ["CONTROLE"] = 1 });
        reponse.ParDepartement.Should().ContainKey("013").WhoseValue.Should().Equal(reponse.Decisions);
        var decisions = await jury.DecisionsAsync();
        decisions.Select(d => d.Decision).Should().Equal(Decision.Ajourne, Decision.Controle, Decision.Admis, Decision.Admis, Decision.Admis);
        decisions.Should().OnlyContain(d => d.Etat == EtatDecision.Arretee && d.JuryId == jury.Id && !d.Provisoire);
        (await jury.LireAsync(d => d.Set<Jury>().SingleAsync(Ct))).Should().Match<Jury>(j => j.Etat == EtatJury.Clos && j.ClosLe != null);
        var ligne = (await jury.JournalAsync(ArreterDecisions.ActeArrete)).Should().ContainSingle().Subject;
        ligne.Objet.Should().Be($"jury:{jury.Id}/PREMIER");
        ligne.Apres.Should().StartWith("decisions=5 ").And.EndWith(EmpreinteDecisions.Calculer(decisions));
        (await jury.LireAsync(d => new VerifierJournal(d).ExecuteAsync(null, Ct))).Ruptures.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Pour_de_vrais_candidats_ce_sont_des_propositions_et_un_livret_ferme_fait_attendre(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();

        var fermes = (await jury.DelibererSessionAsync()).Valeur!;

        fermes.Etat.Should().Be(EtatDecision.Proposee);
        fermes.Decisions.Should().Equal(new Dictionary<string, int> { ["ADMIS"] = 3, ["CONTROLE"] = 1, ["EN_ATTENTE"] = 1 }, "nul ne peut être ajourné sans que son livret ait été ouvert");
        (await jury.DecisionsAsync()).Should().OnlyContain(d => d.Etat == EtatDecision.Proposee);
        (await jury.LireAsync(d => d.Set<Jury>().SingleAsync(Ct))).Etat.Should().Be(EtatJury.EnDeliberation);
        (await jury.JournalAsync(ArreterDecisions.ActePropose)).Should().ContainSingle();
        (await jury.JournalAsync(ArreterDecisions.ActeArrete)).Should().BeEmpty();

        await jury.OuvrirLivretAsync(0);
        (await jury.DelibererSessionAsync()).Valeur!.Should().BeEquivalentTo(new { Ecrites = 1 });
        (await jury.DecisionsAsync())[0].Decision.Should().Be(Decision.Ajourne);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_candidat_sans_livret_n_attend_pas_qu_on_l_ouvre(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.LireAsync(d => d.Set<Candidature>().Where(c => c.Id == jury.Lot.Ids[0]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Categorie, Categorie.ExCandidat), Ct));

        await jury.DelibererSessionAsync();

        (await jury.DecisionsAsync())[0].Decision.Should().Be(Decision.Ajourne);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Refaire_n_ecrit_que_ce_qui_a_change_et_le_journal_ne_dit_que_cela(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.DelibererSessionAsync();

        (await jury.DelibererSessionAsync()).Valeur!.Should().BeEquivalentTo(new { Candidats = 5, Ecrites = 0 });
        (await jury.JournalAsync(ArreterDecisions.ActePropose)).Should().ContainSingle();

        await jury.EcrireAsync(async d => (await d.Set<FeuilleNotes>().SingleAsync(f => f.CandidatureId == jury.Lot.Ids[4], Ct)).Notes = "U12:17");
        (await jury.DelibererSessionAsync()).Valeur!.Ecrites.Should().Be(1);
        (await jury.DecisionsAsync())[4].Decision.Should().Be(Decision.EnAttente);
        (await jury.JournalAsync(ArreterDecisions.ActePropose)).Should().HaveCount(2).And.OnlyContain(l => l.Apres!.StartsWith("decisions=5 "));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Ce_qu_un_jury_a_clos_est_compte_et_n_est_jamais_refait(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.OuvrirLivretAsync(0);
        await jury.CloreAsync();
        var avant = await jury.DecisionsAsync();
        // Someone went around the lock of the closed jury: the decision stays what the jury closed.
        await jury.LireAsync(d => d.Set<FeuilleNotes>().ExecuteUpdateAsync(f => f.SetProperty(x => x.Notes, "U12:20"), Ct));

        (await jury.DelibererSessionAsync()).Valeur!.Should().BeEquivalentTo(new { Candidats = 5, Ecrites = 0 });

        (await jury.DecisionsAsync()).Should().BeEquivalentTo(avant);
        (await jury.JournalAsync(ArreterDecisions.ActePropose)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_note_relevee_par_le_jury_compte_dans_la_decision_et_dans_son_cas(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.ReleverAsync(1, "U31", "10", "14,5");

        await jury.DelibererSessionAsync();

        (await jury.DecisionsAsync())[1].Should().Match<DecisionCandidat>(d => d.Decision == Decision.Admis && d.Cas.Contains("\"U31\":{\"note\":14.5}"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_candidat_sans_aucune_note_attend_au_lieu_de_disparaitre(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        var oublie = LotGestion.UneCandidature("Oublié-Exemple Paul", 6, jury.Id);
        await jury.EcrireAsync(d => Task.FromResult(d.Add(oublie)));

        var reponse = (await jury.DelibererSessionAsync()).Valeur!;

        reponse.Candidats.Should().Be(6);
        reponse.Decisions.Should().ContainKey("EN_ATTENTE").WhoseValue.Should().Be(1);
        (await jury.DecisionsAsync()).Should().ContainSingle(d => d.CandidatureId == oublie.Id).Which.Decision.Should().Be(Decision.EnAttente);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_candidat_sans_jury_n_est_decide_par_personne_et_la_reponse_le_dit(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(d => Task.FromResult(d.Add(LotGestion.UneCandidature("Sans-Jury Exemple", 77))));

        (await jury.DelibererSessionAsync()).Valeur!.Should().BeEquivalentTo(new { Candidats = 5, SansJury = 1 });
        (await jury.DecisionsAsync()).Should().HaveCount(5);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_propositions_suivent_les_candidats_repartis_en_sous_jurys(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.EcrireAsync(async d =>
        {
            (await d.Set<Jury>().SingleAsync(Ct)).Etat = EtatJury.Constitue;
            (await d.Set<Candidature>().SingleAsync(c => c.Id == jury.Lot.Ids[4], Ct)).Uai = "0130002B";
        });
        await jury.DelibererSessionAsync();
        var version = await jury.VersionAsync();
        (await jury.LireAsync(d => new CreerSousJurys(d).ExecuteAsync(new(jury.Id, version, [[LotGestion.Uai], ["0130002B"]]), LotGestion.Gestionnaire(), Ct))).EstReussi.Should().BeTrue();

        (await jury.DelibererSessionAsync()).Valeur!.Should().BeEquivalentTo(new { Candidats = 5, Ecrites = 5 });

        var decisions = await jury.DecisionsAsync();
        decisions.Should().HaveCount(5).And.NotContain(d => d.JuryId == jury.Id);
        decisions.CountBy(d => d.JuryId).Select(c => c.Value).Should().BeEquivalentTo([4, 1]);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_second_groupe_ne_prend_que_ceux_que_le_premier_y_envoie(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(async d => (await d.Set<FeuilleNotes>().SingleAsync(f => f.CandidatureId == jury.Lot.Ids[1], Ct)).Controle = "INTERROGATION1:8 INTERROGATION2:7");
        await jury.DelibererSessionAsync();

        (await jury.DelibererSessionAsync(GroupeEpreuves.Second)).Valeur!.Should().BeEquivalentTo(new { Groupe = GroupeEpreuves.Second, Candidats = 1, Ecrites = 1 });

        (await jury.DecisionsAsync(GroupeEpreuves.Second)).Should().ContainSingle().Which.Should().Match<DecisionCandidat>(d => d.CandidatureId == jury.Lot.Ids[1] && d.Decision == Decision.Admis);
        (await jury.DecisionsAsync()).Should().HaveCount(5, "le premier groupe ne bouge pas");
        (await jury.JournalAsync(ArreterDecisions.ActeArrete)).Select(l => l.Objet).Should().Equal($"jury:{jury.Id}/PREMIER", $"jury:{jury.Id}/SECOND");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_second_groupe_avant_le_premier_est_refuse_et_rien_n_est_ecrit(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);

        (await jury.DelibererSessionAsync(GroupeEpreuves.Second)).Refus.Should().ContainSingle().Which.Code.Should().Be("PREMIER_GROUPE_NON_ARRETE");

        (await jury.DecisionsAsync(GroupeEpreuves.Second)).Should().BeEmpty();
        (await jury.LireAsync(d => d.Set<LigneJournal>().CountAsync(Ct))).Should().Be(0);
    }

    [Fact]
    public async Task Une_session_inconnue_ou_un_examen_sans_candidat_est_introuvable()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        (await jury.DelibererSessionAsync(session: SessionExamen.Juin(2019))).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
        (await jury.DelibererSessionAsync(examen: TypeExamen.BacGeneral)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
        (await jury.DecisionsAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "013", "INTERDIT")]
    [InlineData(Role.Pilotage, TypePerimetre.Academie, "02", "INTERDIT")]
    [InlineData(Role.Administrateur, TypePerimetre.Academie, "*", "INTERDIT")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "12", "INTROUVABLE")]
    public async Task Seul_un_gestionnaire_de_toute_cette_academie_delibere_une_session(Role role, TypePerimetre type, string code, string attendu)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        (await jury.DelibererSessionAsync(acteur: new Acteur(Guid.NewGuid(), "autre", role, [new(type, code)]))).Refus.Should().ContainSingle().Which.Code.Should().Be(attendu);
        (await jury.DecisionsAsync()).Should().BeEmpty();
    }
}
