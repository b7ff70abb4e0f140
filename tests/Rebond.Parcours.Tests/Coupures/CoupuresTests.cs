using System.Globalization;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Parcours.Tests.Coupures;

/// <summary>
/// The power goes off at any moment of an act that binds: all of it stays, or nothing, and doing it again ends it. REBOND_GRAINE plays the
/// same moments again.
/// </summary>
public class CoupuresTests(ITestOutputHelper journal)
{
    private const int Coupures = 25;
    private const int EssaisAuPlus = 120;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_deliberation_tuee_a_tout_moment_laisse_tout_ou_rien_et_se_refait(Moteur moteur)
    {
        await using var coupee = await BaseCoupee.CreerAsync(moteur);
        string[] deliberer = ["session", "deliberer", "--session", "2020", "--json"];
        var (rien, tout) = (0, 0);

        await TuerAsync(coupee, deliberer, async moment =>
        {
            var etat = await coupee.LireDeliberationAsync();
            etat.Should().Match<BaseCoupee.Deliberation>(e => e == coupee.Rien || e == coupee.Tout, moment);
            (await coupee.VerifierJournalAsync()).Should().BeEmpty(moment);
            (rien, tout) = etat == coupee.Rien ? (rien + 1, tout) : (rien, tout + 1);
            if (etat == coupee.Tout)
                await coupee.OublierAsync();
        });
        journal.WriteLine($"{rien} coupures ont tout laissé à faire, {tout} sont venues après l'écriture.");
        rien.Should().BePositive("aucune coupure n'est tombée avant la fin de l'acte");

        (await coupee.Commande.JusquAuBoutAsync(Ct, deliberer)).Code.Should().Be(0);
        (await coupee.Commande.JusquAuBoutAsync(Ct, deliberer)).Sortie.Should().Contain("\"ecrites\": 0", "deux fois ne fait rien de plus");
        (await coupee.LireDeliberationAsync()).Should().Be(coupee.Tout);
        (await coupee.Commande.JusquAuBoutAsync(Ct, "session", "rejouer", "--session", "2020", "--json")).Should().Match<CommandeTuee.Fin>(f => f.Code == 0 && f.Sortie.Contains("\"differentes\": []"));
        (await coupee.Commande.JusquAuBoutAsync(Ct, "journal", "verifier", "--json")).Code.Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_publication_tuee_a_tout_moment_ne_laisse_jamais_une_signature_sans_sa_ligne(Moteur moteur)
    {
        await using var coupee = await BaseCoupee.CreerAsync(moteur);
        (await coupee.Commande.JusquAuBoutAsync(Ct, "session", "deliberer", "--session", "2020")).Code.Should().Be(0);
        await coupee.RetenirAsync();
        string[] publier = ["session", "publier", "--session", "2020", "--embargo", "2020-07-07T10:00", "--json"];
        var signees = new List<int>();

        await TuerAsync(coupee, publier, async moment =>
        {
            var etat = await coupee.LireSignaturesAsync();
            etat.Should().OnlyContain(p => p.LignesPremiere == (p.Premiere ? 1 : 0) && p.LignesSeconde == (p.Seconde ? 1 : 0) && (p.Premiere || !p.Seconde), moment);
            (await coupee.VerifierJournalAsync()).Should().BeEmpty(moment);
            signees.Add(etat.Sum(p => (p.Premiere ? 1 : 0) + (p.Seconde ? 1 : 0)));
            if (signees[^1] == 6)
                await coupee.OublierAsync(garderDeliberation: true);
        });
        journal.WriteLine($"Signatures trouvées après chaque coupure : {string.Join(' ', signees)}.");
        signees.Should().Contain(n => n < 6, "aucune coupure n'est tombée avant la fin de l'acte");

        if (signees[^1] < 6)
            (await coupee.Commande.JusquAuBoutAsync(Ct, publier)).Should().Match<CommandeTuee.Fin>(f => f.Code == 0, "ce qui restait à signer se signe");
        else
            (await coupee.Commande.JusquAuBoutAsync(Ct, publier)).Code.Should().Be(0);
        (await coupee.LireSignaturesAsync()).Should().HaveCount(3).And.OnlyContain(p => p.Premiere && p.Seconde);
        (await coupee.Commande.JusquAuBoutAsync(Ct, publier)).Should().Match<CommandeTuee.Fin>(f => f.Code == 1 && f.Sortie.Contains("déjà ses deux signatures"), "une publication faite ne se refait pas");
        (await coupee.Commande.JusquAuBoutAsync(Ct, "journal", "verifier")).Code.Should().Be(0);
    }

    /// <summary>Kills the command until enough kills found it running; the moments are drawn between the end of its start-up and its end.</summary>
    private async Task TuerAsync(BaseCoupee coupee, string[] commande, Func<string, Task> verifier)
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("REBOND_GRAINE"), CultureInfo.InvariantCulture, out var voulue) ? voulue : Random.Shared.Next();
        journal.WriteLine($"Graine des coupures : {graine} (REBOND_GRAINE={graine} rejoue les mêmes moments).");
        var hasard = new Random(graine);
        var duree = TimeSpan.FromSeconds(2);
        for (var (essai, tuees) = (1, 0); tuees < Coupures; essai++)
        {
            Assert.True(essai <= EssaisAuPlus, $"{EssaisAuPlus} essais n'ont pas suffi à tuer {Coupures} fois la commande (graine {graine}).");
            var delai = duree * (0.25 + (0.75 * hasard.NextDouble()));
            var fin = await coupee.Commande.TuerApresAsync(delai, Ct, commande);
            if (fin.Tuee)
                tuees++;
            else
                Assert.True(fin.Code == 0, $"La commande refaite après une coupure devait réussir (graine {graine}, essai {essai}) : code {fin.Code}, {fin.Sortie}");
            // Slower or faster than thought: the draw follows what the machine shows.
            duree = fin.Tuee ? duree * 1.02 : (duree + fin.Duree) / 2;
            await verifier(string.Create(CultureInfo.InvariantCulture, $"graine {graine}, essai {essai}, coupure à {delai.TotalMilliseconds:0} ms"));
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
