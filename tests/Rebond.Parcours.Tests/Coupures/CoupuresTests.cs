using System.Diagnostics;
using System.Globalization;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Parcours.Tests.Coupures;

/// <summary>
/// The process dies at any moment of an act that binds: all of it stays, or nothing, and doing it again ends it. Half of the kills are spread over
/// the whole life of the command, start-up included; the other half wait until it is inside the transaction, so that the middle is really hit
/// whatever the speed of the machine. REBOND_GRAINE plays the same draws again.
/// </summary>
public class CoupuresTests(ITestOutputHelper journal)
{
    private const int Deliberations = 20;
    private const int Publications = 8;
    private static readonly string[] Deliberer = ["session", "deliberer", "--session", "2020", "--json"];
    private static readonly string[] Publier = ["session", "publier", "--session", "2020", "--embargo", "2020-07-07T10:00", "--json"];

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_deliberation_tuee_a_tout_moment_laisse_tout_ou_rien_et_se_refait(Moteur moteur)
    {
        await using var coupee = await BaseCoupee.CreerAsync(moteur);
        var (duree, acte) = await ChronometrerAsync(coupee, Deliberer);
        (await coupee.LireDeliberationAsync()).Should().Be(coupee.Tout);
        await coupee.OublierAsync();
        var (rien, tout) = (0, 0);

        var pendant = await TuerAsync(coupee, Deliberer, Deliberations, duree, acte, async moment =>
        {
            var etat = await coupee.LireDeliberationAsync();
            (etat == coupee.Rien || etat == coupee.Tout).Should().BeTrue($"tout ou rien, or {etat} ; {moment}");
            await coupee.VerifierEntiereAsync(moment);
            (rien, tout) = etat == coupee.Rien ? (rien + 1, tout) : (rien, tout + 1);
            if (etat == coupee.Rien)
                return;
            await coupee.RejouerAsync(moment);
            await coupee.OublierAsync();
        });
        journal.WriteLine($"{Deliberations} coupures, dont {pendant} pendant l'acte. Trouvé ensuite : {rien} fois rien, {tout} fois tout.");
        rien.Should().BePositive("aucune coupure n'est tombée avant la fin de l'acte");
        pendant.Should().BePositive("aucune coupure n'est tombée pendant l'acte");

        (await coupee.Commande.JusquAuBoutAsync(Ct, Deliberer)).Code.Should().Be(0);
        (await coupee.LireDeliberationAsync()).Should().Be(coupee.Tout);
        (await coupee.Commande.JusquAuBoutAsync(Ct, Deliberer)).Sortie.Should().Contain("\"ecrites\": 0", "deux fois ne fait rien de plus");
        (await coupee.LireDeliberationAsync()).Should().Be(coupee.Tout);
        (await coupee.Commande.JusquAuBoutAsync(Ct, "session", "rejouer", "--session", "2020", "--json")).Should().Match<CommandeTuee.Fin>(f => f.Code == 0 && f.Sortie.Contains("\"differentes\": []"));
        (await coupee.Commande.JusquAuBoutAsync(Ct, "journal", "verifier", "--json")).Code.Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_publication_tuee_a_tout_moment_ne_laisse_jamais_une_signature_sans_sa_ligne(Moteur moteur)
    {
        await using var coupee = await BaseCoupee.CreerAsync(moteur);
        (await coupee.Commande.JusquAuBoutAsync(Ct, Deliberer)).Code.Should().Be(0);
        await coupee.RetenirAsync();
        var (duree, acte) = await ChronometrerAsync(coupee, Publier);
        var toutes = (await coupee.LireSignaturesAsync()).Sum(p => p.Nombre);
        toutes.Should().Be(6, "deux personnes pour chacun des trois examens");
        var completes = await coupee.LireSignaturesAsync();
        completes.Sum(p => p.Suivis).Should().BePositive("la seconde signature ouvre des dossiers de suivi");
        await coupee.OublierAsync(garderDeliberation: true);
        var signees = new List<int>();

        var pendant = await TuerAsync(coupee, Publier, Publications, duree, acte, async moment =>
        {
            var etat = await coupee.LireSignaturesAsync();
            etat.Should().OnlyContain(p => p.LignesPremiere == (p.Premiere ? 1 : 0) && p.LignesSeconde == (p.Seconde ? 1 : 0) && (p.Premiere || !p.Seconde)
                && p.Suivis == p.SuivisJournalises && (p.Seconde || p.Suivis == 0), moment);
            await coupee.VerifierEntiereAsync(moment);
            signees.Add(etat.Sum(p => p.Nombre));
            if (signees[^1] == toutes)
                await coupee.OublierAsync(garderDeliberation: true);
        });
        journal.WriteLine($"{Publications} coupures, dont {pendant} pendant une signature. Signatures trouvées après chacune : {string.Join(' ', signees)}.");
        signees.Should().Contain(n => n < toutes, "aucune coupure n'est tombée avant la fin de l'acte");
        pendant.Should().BePositive("aucune coupure n'est tombée pendant une signature");

        (await coupee.Commande.JusquAuBoutAsync(Ct, Publier)).Should().Match<CommandeTuee.Fin>(f => f.Code == 0, "ce qui restait à signer se signe");
        (await coupee.LireSignaturesAsync()).Should().Equal(completes, "comme si rien ne s’était passé");
        (await coupee.Commande.JusquAuBoutAsync(Ct, Publier)).Should().Match<CommandeTuee.Fin>(f => f.Code == 1 && f.Sortie.Contains("déjà ses deux signatures"), "une publication faite ne se refait pas");
        (await coupee.Commande.JusquAuBoutAsync(Ct, "journal", "verifier")).Code.Should().Be(0);
    }

    /// <summary>An undisturbed run: how long the command lives, and how long after its act began.</summary>
    private async Task<(TimeSpan Duree, TimeSpan Acte)> ChronometrerAsync(BaseCoupee coupee, string[] commande)
    {
        var (montre, debutActe) = (Stopwatch.StartNew(), TimeSpan.Zero);
        var fin = await coupee.Commande.TuerAsync(async (processus, mort) =>
        {
            await coupee.Temoin.AttendreDebutAsync(processus, mort);
            debutActe = montre.Elapsed;
            await CommandeTuee.Jamais(processus, mort);
        }, coupee.Temoin.EstDansLActeAsync, Ct, commande);
        Assert.True(fin.Code == 0, fin.Sortie);
        Assert.True(debutActe > TimeSpan.Zero, "L'acte n'a pas été vu commencer : le témoin ne regarde pas le bon verrou.");
        journal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Sans coupure : {montre.Elapsed.TotalMilliseconds:0} ms, dont {(montre.Elapsed - debutActe).TotalMilliseconds:0} depuis le début de l'acte."));
        return (montre.Elapsed, montre.Elapsed - debutActe);
    }

    /// <returns>How many kills found the command inside its act.</returns>
    private async Task<int> TuerAsync(BaseCoupee coupee, string[] commande, int coupures, TimeSpan duree, TimeSpan acte, Func<string, Task> verifier)
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("REBOND_GRAINE"), CultureInfo.InvariantCulture, out var voulue) ? voulue : Random.Shared.Next();
        journal.WriteLine($"Graine des coupures : {graine} (REBOND_GRAINE={graine} rejoue les mêmes tirages).");
        var hasard = new Random(graine);
        var (tuees, pendant) = (0, 0);
        for (var essai = 0; tuees < coupures; essai++)
        {
            Assert.True(essai < 4 * coupures, $"{essai} essais n'ont pas suffi à tuer {coupures} fois la commande (graine {graine}).");
            // One draw in each slice of the time, so that no part of it is left out.
            var part = (essai / 2 % (coupures / 2) + hasard.NextDouble()) / (coupures / 2);
            var dansLActe = essai % 2 == 1;
            var delai = part * (dansLActe ? acte : duree);
            var fin = await coupee.Commande.TuerAsync(async (processus, mort) =>
            {
                if (dansLActe)
                    await coupee.Temoin.AttendreDebutAsync(processus, mort);
                await Task.Delay(delai, mort);
            }, coupee.Temoin.EstDansLActeAsync, Ct, commande);
            var moment = string.Create(CultureInfo.InvariantCulture, $"graine {graine}, essai {essai}, {delai.TotalMilliseconds:0} ms après le début {(dansLActe ? "de l'acte" : "du programme")}");
            Assert.True(fin.Tuee || fin.Code == 0, $"La commande refaite après une coupure devait réussir ({moment}) : code {fin.Code}, {fin.Sortie}");
            (tuees, pendant) = (tuees + (fin.Tuee ? 1 : 0), pendant + (fin.Pendant ? 1 : 0));
            await verifier(moment);
        }
        return pendant;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
