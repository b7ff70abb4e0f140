using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class RejouerSessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chaque_decision_arretee_se_rejoue_a_l_identique_et_rien_n_est_ecrit(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        var lignes = await jury.LireAsync(d => d.Set<LigneJournal>().CountAsync(Ct));

        var reponse = (await RejouerAsync(jury)).Valeur!;

        (reponse.Decisions, reponse.Identiques).Should().Be((5, 5));
        reponse.Differentes.Should().BeEmpty();
        (await jury.LireAsync(d => d.Set<LigneJournal>().CountAsync(Ct))).Should().Be(lignes);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_decision_changee_en_base_se_voit_deux_fois_par_le_droit_et_par_le_journal(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        await FalsifierAsync(jury, d => d.Where(x => x.CandidatureId == jury.Lot.Ids[0]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Decision, Decision.Admis), Ct));

        var differentes = (await RejouerAsync(jury)).Valeur!.Differentes;

        differentes.Should().HaveCount(2);
        differentes[0].Should().Match<RejouerSession.Difference>(x => x.Decision == $"{jury.Lot.Ids[0]}/PREMIER" && x.Arretee.StartsWith("ADMIS ") && x.Rejouee.StartsWith("AJOURNE "));
        differentes[1].Decision.Should().Be($"jury:{jury.Id}/PREMIER");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_decision_et_son_cas_changes_ensemble_ne_trompent_pas_l_empreinte_du_journal(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        // The case of the admitted candidate given to the one who failed, decision included: coherent for the law.
        var bon = (await jury.DecisionsAsync())[4];
        await FalsifierAsync(jury, d => d.Where(x => x.CandidatureId == jury.Lot.Ids[0]).ExecuteUpdateAsync(x => x
            .SetProperty(y => y.Decision, bon.Decision).SetProperty(y => y.Mention, bon.Mention).SetProperty(y => y.Cas, bon.Cas)
            .SetProperty(y => y.MoyennePoints, bon.MoyennePoints).SetProperty(y => y.MoyenneCoefficients, bon.MoyenneCoefficients), Ct));

        (await RejouerAsync(jury)).Valeur!.Differentes.Should().ContainSingle().Which.Decision.Should().Be($"jury:{jury.Id}/PREMIER");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_cas_illisible_est_une_difference_pas_une_panne(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        await FalsifierAsync(jury, d => d.Where(x => x.CandidatureId == jury.Lot.Ids[2]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Cas, "{"), Ct));

        (await RejouerAsync(jury)).Valeur!.Differentes.Should().Contain(x => x.Rejouee == "cas illisible");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_decision_otee_et_toutes_les_decisions_otees_se_voient(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        await FalsifierAsync(jury, d => d.Where(x => x.CandidatureId == jury.Lot.Ids[2]).ExecuteDeleteAsync(Ct));
        (await RejouerAsync(jury)).Valeur!.Differentes.Should().ContainSingle().Which.Rejouee.Should().StartWith("decisions=4 ");

        await FalsifierAsync(jury, d => d.ExecuteDeleteAsync(Ct));
        (await RejouerAsync(jury)).Valeur!.Differentes.Should().ContainSingle().Which.Rejouee.Should().Be("aucune décision arrêtée");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Des_decisions_arretees_sans_ligne_au_journal_se_voient(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        await jury.LireAsync(d => d.Set<LigneJournal>().ExecuteDeleteAsync(Ct));

        (await RejouerAsync(jury)).Valeur!.Differentes.Should().ContainSingle().Which.Arretee.Should().Be("aucune ligne au journal");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_jury_rouvert_dans_les_formes_n_est_pas_une_difference(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        var version = await jury.VersionAsync();
        (await jury.LireAsync(d => new RouvrirJury(d).ExecuteAsync(new(jury.Id, version, "Une erreur matérielle à corriger"), LotGestion.Gestionnaire(), Ct))).EstReussi.Should().BeTrue();

        (await RejouerAsync(jury)).Valeur!.Should().BeEquivalentTo(new { Decisions = 0, Differentes = Array.Empty<object>() });
    }

    [Fact]
    public async Task Sans_decision_arretee_il_n_y_a_rien_a_rejouer()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        (await RejouerAsync(jury)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
    }

    [Theory]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "013", "INTERDIT")]
    [InlineData(Role.PresidentJury, TypePerimetre.Jury, "*", "INTERDIT")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "12", "INTROUVABLE")]
    public async Task Seul_un_gestionnaire_de_cette_academie_rejoue(Role role, TypePerimetre type, string code, string attendu)
    {
        await using var jury = await DelibereAsync(Moteur.Sqlite);
        (await RejouerAsync(jury, new Acteur(Guid.NewGuid(), "autre", role, [new(type, code)]))).Refus.Should().ContainSingle().Which.Code.Should().Be(attendu);
    }

    private static async Task<JuryEnDeliberation> DelibereAsync(Moteur moteur)
    {
        var jury = await JuryEnDeliberation.CreerAsync(moteur);
        (await jury.DelibererSessionAsync()).EstReussi.Should().BeTrue();
        return jury;
    }

    private static Task<int> FalsifierAsync(JuryEnDeliberation jury, Func<IQueryable<DecisionCandidat>, Task<int>> changer) => jury.LireAsync(d => changer(d.Set<DecisionCandidat>()));

    private static Task<Outcome<RejouerSession.Reponse>> RejouerAsync(JuryEnDeliberation jury, Acteur? acteur = null) =>
        jury.LireAsync((BaseRebond d) => new RejouerSession(d).ExecuteAsync(new(LotGestion.Session), acteur ?? LotGestion.Gestionnaire(), Ct));
}
