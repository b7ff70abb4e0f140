using AwesomeAssertions;
using Rebond.Coeur.Resultats;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ArreterDecisionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Ce_que_le_jury_ne_decide_plus_est_retire_et_sa_ligne_le_dit(Moteur moteur)
    {
        await using var jury = await ProposeAsync(moteur);
        var quatre = (await jury.DecisionsAsync())[..4];

        (await ArreterAsync(jury, quatre)).Should().Be(0, "les quatre autres n'ont pas changé");

        (await jury.DecisionsAsync()).Should().BeEquivalentTo(quatre);
        (await jury.JournalAsync(ArreterDecisions.ActePropose)).Should().HaveCount(2);
        (await jury.JournalAsync(ArreterDecisions.ActePropose))[^1].Apres.Should().StartWith("decisions=4 ").And.EndWith(EmpreinteDecisions.Calculer(quatre));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Rien_de_change_rien_d_ecrit_ni_au_journal(Moteur moteur)
    {
        await using var jury = await ProposeAsync(moteur);

        (await ArreterAsync(jury, await jury.DecisionsAsync())).Should().Be(0);

        (await jury.JournalAsync(ArreterDecisions.ActePropose)).Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_acte_du_journal_dit_arretees_seulement_quand_toutes_le_sont(Moteur moteur)
    {
        await using var jury = await ProposeAsync(moteur);
        var decisions = await jury.DecisionsAsync();
        decisions.ForEach(d => d.Etat = EtatDecision.Arretee);
        decisions[0].Etat = EtatDecision.Proposee;
        await ArreterAsync(jury, decisions);
        (await jury.JournalAsync(ArreterDecisions.ActeArrete)).Should().BeEmpty();

        decisions[0].Etat = EtatDecision.Arretee;
        (await ArreterAsync(jury, decisions)).Should().Be(1);
        (await jury.JournalAsync(ArreterDecisions.ActeArrete)).Should().ContainSingle().Which.Apres.Should().EndWith(EmpreinteDecisions.Calculer(decisions));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_transaction_abandonnee_ne_laisse_ni_decision_ni_ligne(Moteur moteur)
    {
        await using var jury = await ProposeAsync(moteur);
        var avant = await jury.DecisionsAsync();
        var autres = await jury.DecisionsAsync();
        autres.ForEach(d => d.Decision = Decision.Ajourne);
        await using (var donnees = jury.Lot.Base.Ouvrir())
        {
            await using var transaction = await donnees.OuvrirActeQuiEngageAsync(Ct);
            (await new ArreterDecisions(donnees).ArreterAsync(ArreterDecisions.Lot.De(jury.Id, autres), GroupeEpreuves.Premier, LotGestion.Gestionnaire(), Ct)).Should().Be(5);
            await donnees.SaveChangesAsync(Ct);
        }
        (await jury.DecisionsAsync()).Should().BeEquivalentTo(avant);
        (await jury.JournalAsync(ArreterDecisions.ActePropose)).Should().ContainSingle();
    }

    [Fact]
    public void L_empreinte_ne_depend_pas_de_l_ordre_et_change_au_moindre_octet()
    {
        var decisions = Enumerable.Range(0, 50).Select(i => new DecisionCandidat
        {
            CandidatureId = Guid.NewGuid(),
            Groupe = GroupeEpreuves.Premier,
            Session = LotGestion.Session,
            JuryId = Guid.Empty,
            Etat = EtatDecision.Arretee,
            Decision = Decision.Admis,
            Mention = Mention.Bien,
            MoyennePoints = i,
            MoyenneCoefficients = 26,
            Cas = new string('é', 200 * i),
        }).ToList();
        var empreinte = EmpreinteDecisions.Calculer(decisions);

        EmpreinteDecisions.Calculer(Enumerable.Reverse(decisions)).Should().Be(empreinte);
        // Written out as the format says, without the writer: a journal of another day must still match.
        var texte = string.Concat(decisions.OrderBy(d => d.CandidatureId.ToString("N"), StringComparer.Ordinal)
            .Select(d => $"{d.CandidatureId:N}|Arretee|ADMIS|BIEN|{d.MoyennePoints}/26|False|False|{d.Cas.Length}:{d.Cas}\n"));
        empreinte.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(texte))));
        decisions[49].Cas = decisions[49].Cas[..^1] + "e";
        EmpreinteDecisions.Calculer(decisions).Should().NotBe(empreinte);
    }

    private static async Task<JuryEnDeliberation> ProposeAsync(Moteur moteur)
    {
        var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.DelibererSessionAsync();
        return jury;
    }

    private static async Task<int> ArreterAsync(JuryEnDeliberation jury, List<DecisionCandidat> decisions)
    {
        var ecrites = 0;
        await jury.EcrireAsync(async d => ecrites = await new ArreterDecisions(d).ArreterAsync(ArreterDecisions.Lot.De(jury.Id, decisions), GroupeEpreuves.Premier, LotGestion.Gestionnaire(), Ct));
        return ecrites;
    }
}
