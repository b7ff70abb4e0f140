using AwesomeAssertions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Xunit;

namespace Rebond.Parcours.Tests.Suivi;

/// <summary>The public pages after a failure, on a phone and with the keyboard alone.</summary>
[Collection(Navigation.Une)]
public sealed class SuiviAuClavierTests(NavigateurDeTest navigateur) : IClassFixture<NavigateurDeTest>
{
    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Le_simulateur_se_parcourt_au_clavier_jusqu_au_resultat_et_chaque_genre_de_question_est_sans_defaut()
    {
        var page = await navigateur.OuvrirAsync();
        await page.GotoAsync(new Uri(navigateur.Hote.Adresse, "/suivi/simulateur").ToString());
        var vus = new HashSet<string>();
        for (var i = 0; i < 30 && await page.Locator("input[name=question]").CountAsync() > 0; i++)
        {
            var genre = await page.EvaluateAsync<string>("() => { const c = document.querySelector('main form').querySelector('input:not([type=hidden]), select'); return c.type; }");
            if (vus.Add(genre))
                await SansDefautAsync(page, genre);
            if (genre is "radio" or "select-one")
            {
                await AllerAsync(page, "main form input[type=radio], main form select");
                await page.Keyboard.PressAsync(genre == "radio" ? "Space" : "ArrowDown");
            }
            await AllerAsync(page, genre is "radio" or "select-one" ? "button[value=suivant]" : "button[value=nsp]");
            await EnvoyerAsync(page, () => page.Keyboard.PressAsync("Enter"));
        }

        vus.Should().Contain(["radio", "select-one", "date", "checkbox", "text"]);
        (await page.InnerTextAsync("h1")).Should().Be("Ce que vous pouvez faire");
        foreach (var deplie in await page.QuerySelectorAllAsync("details:not([open]) > summary"))
            await deplie.ClickAsync();
        await SansDefautAsync(page, "résultat");
        new Uri(page.Url).PathAndQuery.Should().Be("/suivi/simulateur");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Les_curseurs_se_deplacent_aux_fleches_et_la_conclusion_suit()
    {
        var page = await navigateur.OuvrirAsync();
        await page.GotoAsync(new Uri(navigateur.Hote.Adresse, "/suivi/notes-a-conserver").ToString());
        await page.SelectOptionAsync("#reglement", "GA-2012");
        await page.SelectOptionAsync("#session", "2019-06");
        await EnvoyerAsync(page, () => page.ClickAsync("button[value=notes]"));
        await SansDefautAsync(page, "notes à écrire");
        foreach (var champ in await page.QuerySelectorAllAsync("input[name^='n.']"))
            await champ.FillAsync("9");
        await page.FillAsync("[id='n_U11']", "12");
        await page.SelectOptionAsync("#stages", "OUI");
        await EnvoyerAsync(page, () => page.Locator("button[value=calculer]:visible").Last.ClickAsync());
        await EnvoyerAsync(page, () => page.ClickAsync("button[value=essayer]:not([aria-hidden])"));
        var avant = await page.InnerTextAsync("#effet");

        await AllerAsync(page, "input[type=range]");
        for (var i = 0; i < 6; i++)
            await page.Keyboard.PressAsync("ArrowRight");

        await page.WaitForFunctionAsync("avant => document.querySelector('#effet').innerText !== avant", avant);
        (await page.InnerTextAsync("#effet")).Should().Contain("de moyenne");
        await SansDefautAsync(page, "curseurs");
    }

    /// <summary>Sends the form and waits for the page that answers it.</summary>
    private static async Task EnvoyerAsync(IPage page, Func<Task> geste)
    {
        await page.EvaluateAsync("() => document.documentElement.dataset.avant = '1'");
        await geste();
        await page.WaitForFunctionAsync("() => document.readyState === 'complete' && !document.documentElement.dataset.avant");
    }

    /// <summary>Tabs to an element, as someone who has no mouse.</summary>
    private static async Task AllerAsync(IPage page, string vers)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", vers))
                return;
        }
        throw new InvalidOperationException($"{vers} ne s'atteint pas au clavier.");
    }

    private static async Task SansDefautAsync(IPage page, string ou)
    {
        await NavigateurDeTest.CapturerAsync(page, $"390-suivi-{ou.Replace(' ', '-')}");
        // Who sticks out is named: a yes or no would not say what to mend.
        (await page.EvaluateAsync<string>("() => { const l = document.documentElement.clientWidth; return document.documentElement.scrollWidth <= l ? '' : [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > l).map(e => e.outerHTML.slice(0, 120)).join(' ; '); }")).Should().BeEmpty($"{ou} ne défile pas de côté");
        string.Join('\n', (await page.RunAxe()).Violations.Select(v => $"{v.Id} : {v.Help} ({string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))})")).Should().BeEmpty(ou);
    }
}
