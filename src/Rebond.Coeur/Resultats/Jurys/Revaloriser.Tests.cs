using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats.Jurys;

public sealed class RevaloriserTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_ligne_signee_est_journalisee_et_la_note_de_l_examinateur_reste(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);

        (await jury.ReleverAsync(1, "U12", "9.5", "10,5")).Valeur!.Apres.Should().Be(Note.De(10.5m));

        await using var donnees = jury.Lot.Base.Ouvrir();
        NotesEnTexte.Lire(await jury.Lot.NotesAsync(1))["U12"].Note.Should().Be(Note.De(9.5m));
        var ligne = await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "NOTE_REVALORISEE", Ct);
        (ligne.Avant, ligne.Apres, ligne.Motif).Should().Be(("U12:9.5", "U12:10.5", "Progrès constants attestés"));
    }

    [Fact]
    public async Task Baisser_egaler_sortir_du_pas_ou_se_taire_est_refuse_et_toutes_les_raisons_sont_dites()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        (await jury.ReleverAsync(1, "U12", "9.5", "9")).Refus.Should().ContainSingle().Which.Code.Should().Be("NOTE_NON_RELEVEE");
        (await jury.ReleverAsync(1, "U12", "9.5", "9.5")).Refus.Should().ContainSingle().Which.Code.Should().Be("NOTE_NON_RELEVEE");
        (await jury.ReleverAsync(1, "U12", "9.5", "10,25")).Refus.Should().ContainSingle().Which.Code.Should().Be("PAS_DE_NOTE");
        (await jury.ReleverAsync(1, "ZZ", "9.5", "12")).Refus.Should().ContainSingle().Which.Code.Should().Be("UNITE_NON_RELEVABLE");
        (await jury.ReleverAsync(1, "U12", "9.5", "25", "court")).Refus.Select(r => r.Code).Should().Equal("NOTE_ILLISIBLE", "MOTIF_INSUFFISANT");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_membres_relevent_la_meme_note_le_second_est_prevenu(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        var deux = await Task.WhenAll(jury.ReleverAsync(1, "U12", "9.5", "10"), jury.ReleverAsync(1, "U12", "9.5", "11"));

        deux.Count(o => o.EstReussi).Should().Be(1);
        deux.Single(o => !o.EstReussi).Refus.Should().ContainSingle().Which.Code.Should().Be("MODIFIE_ENTRE_TEMPS");
        (await jury.LireAsync(d => d.Set<RevalorisationJury>().CountAsync(Ct))).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_ligne_retiree_reste_avec_sa_date_et_ne_compte_plus(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        var premiere = (await jury.ReleverAsync(1, "U12", "9.5", "10")).Valeur!.Id;
        var seconde = (await jury.ReleverAsync(1, "U12", "10", "11")).Valeur!.Id;

        (await RetirerAsync(jury, premiere)).Refus.Should().ContainSingle().Which.Code.Should().Be("LIGNE_SUIVIE");
        (await RetirerAsync(jury, seconde)).EstReussi.Should().BeTrue();
        (await RetirerAsync(jury, seconde)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEJA_RETIREE");
        (await RetirerAsync(jury, premiere)).EstReussi.Should().BeTrue();

        var vue = (await jury.LireAsync(d => new ConsulterCandidatAnonyme(d).ExecuteAsync(new(jury.Id, "ANON0002"), jury.Membre, Ct))).Valeur!;
        vue.Revalorisations.Should().HaveCount(2).And.OnlyContain(l => l.RetireeLe != null);
        vue.Moyenne.Should().Be("9,50");
    }

    [Fact]
    public async Task Hors_du_jury_hors_deliberation_et_sans_role_rien_ne_se_releve()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        await using var donnees = jury.Lot.Base.Ouvrir();
        var demande = new Revaloriser.Demande(jury.Id, "ANON0002", "U12", "9.5", "12", "Motif assez long");
        (await new Revaloriser(donnees).ExecuteAsync(demande, JuryEnDeliberation.AutrePresident, Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        (await new Revaloriser(donnees).ExecuteAsync(demande, LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("INTERDIT");
        await jury.Lot.CloreJuryAsync();
        (await jury.ReleverAsync(1, "U12", "9.5", "12")).Refus.Should().ContainSingle().Which.Code.Should().Be("DELIBERATION_FERMEE");
    }

    [Fact]
    public async Task Simuler_montre_l_autre_decision_et_n_ecrit_rien()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        var simulation = (await jury.LireAsync(d => new SimulerRevalorisation(d).ExecuteAsync(new(jury.Id, "ANON0002", new Dictionary<string, string> { ["U31"] = "14,5", ["U12"] = "" }), jury.Membre, Ct))).Valeur!;

        simulation.Avant.Decision.Should().NotBe(Decision.Admis);
        simulation.Apres.Decision.Should().Be(Decision.Admis);
        (await jury.LireAsync(d => d.Set<RevalorisationJury>().CountAsync(Ct))).Should().Be(0);
        (await jury.LireAsync(d => d.Set<LigneJournal>().CountAsync(Ct))).Should().Be(0);
    }

    private static Task<Rebond.Coeur.Socle.Outcome<RetirerRevalorisation.Reponse>> RetirerAsync(JuryEnDeliberation jury, Guid ligne) =>
        jury.LireAsync(d => new RetirerRevalorisation(d).ExecuteAsync(new(jury.Id, "ANON0002", ligne), jury.Membre, Ct));
}
