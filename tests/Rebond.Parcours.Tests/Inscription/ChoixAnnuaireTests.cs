using AwesomeAssertions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Xunit;

namespace Rebond.Parcours.Tests.Inscription;

/// <summary>The fields that search a directory, with their script, at the keyboard and on a phone. The clock of this host says July 2020.</summary>
[Collection(Navigation.Une)]
public sealed class ChoixAnnuaireTests(NavigateurDeTest navigateur) : IClassFixture<NavigateurDeTest>
{
    private async Task<IPage> OuvrirAsync(int largeur = 390)
    {
        var page = await navigateur.OuvrirAsync(largeur: largeur);
        await page.GotoAsync(new Uri(navigateur.Hote.Adresse, "/catalogue/choix").ToString());
        await page.WaitForSelectorAsync("#Etablissement_Recherche[role=combobox]");
        return page;
    }

    /// <summary>The list of the whole text, not of its first letters.</summary>
    private static Task<IJSHandle> UneReponseAsync(IPage page) => page.WaitForFunctionAsync("() => [...document.querySelectorAll('[role=status]')].some((e) => e.textContent.startsWith('1 réponse.'))");

    private static Task<string> RetenuAsync(IPage page, string champ) => page.InputValueAsync($"input[type=hidden][name='{champ}']");

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task On_choisit_un_lycee_au_clavier_seul()
    {
        var page = await OuvrirAsync();
        await page.FocusAsync("#Etablissement_Recherche");
        await page.Keyboard.TypeAsync("thiers mars");
        await UneReponseAsync(page);
        (await page.GetAttributeAsync("#Etablissement_Recherche", "aria-expanded")).Should().Be("true");

        await page.Keyboard.PressAsync("ArrowDown");
        var visee = await page.GetAttributeAsync("#Etablissement_Recherche", "aria-activedescendant");
        (await page.GetAttributeAsync($"#{visee}", "aria-selected")).Should().Be("true");
        (await page.RunAxe()).Violations.Select(v => $"{v.Id} : {v.Nodes[0].Html}").Should().BeEmpty("la liste est ouverte");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).Should().BeFalse();
        await NavigateurDeTest.CapturerAsync(page, "390-annuaire-ouvert");

        await page.Keyboard.PressAsync("Enter");
        (await RetenuAsync(page, "Etablissement.Uai")).Should().Be("0130040Y");
        (await page.InputValueAsync("#Etablissement_Recherche")).Should().Be("Lycée Thiers, Marseille (13)");
        (await page.GetAttributeAsync("#Etablissement_Recherche", "aria-expanded")).Should().Be("false");

        await page.Keyboard.PressAsync("Backspace");
        (await RetenuAsync(page, "Etablissement.Uai")).Should().BeEmpty("le texte ne dit plus ce qui était choisi");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Une_specialite_fermee_s_explique_et_ne_se_choisit_pas()
    {
        var page = await OuvrirAsync(1280);
        await page.FocusAsync("#Specialite_Recherche");
        await page.Keyboard.TypeAsync("400-33402 T");
        await UneReponseAsync(page);
        var fermee = await page.WaitForSelectorAsync("#Specialite_Recherche-liste [role=option][aria-disabled=true]");
        (await fermee!.InnerTextAsync()).Should().Contain("Restauration").And.Contain("Fermée : la dernière session était 2013").And.Contain("Remplacée par");
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.RunAxe()).Violations.Select(v => $"{v.Id} : {v.Nodes[0].Html}").Should().BeEmpty();
        await NavigateurDeTest.CapturerAsync(page, "1280-annuaire-fermee");
        await page.Keyboard.PressAsync("Enter");
        (await RetenuAsync(page, "Specialite.Code")).Should().BeEmpty();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        (await RetenuAsync(page, "Specialite.Code")).Should().Be("40022106");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Ce_qui_est_choisi_part_avec_le_formulaire_et_revient()
    {
        var page = await OuvrirAsync();
        await ChoisirAsync("#Etablissement_Recherche", "ferney voltaire", "Lycée international, Ferney-Voltaire (01)");
        await ChoisirAsync("#Specialite_Recherche", "cuisine", "40022106");
        await page.ClickAsync("button[name=valider]");
        await page.WaitForSelectorAsync("text=Retenu : Lycée international, Ferney-Voltaire (01) ; Cuisine.");
        (await RetenuAsync(page, "Etablissement.Uai")).Should().Be("0010072Y");
        (await page.InputValueAsync("#Specialite_Recherche")).Should().Be("Cuisine");
        (await page.QuerySelectorAllAsync("input[type=radio]")).Should().BeEmpty();

        async Task ChoisirAsync(string champ, string texte, string attendu)
        {
            await page.FocusAsync(champ);
            await page.Keyboard.TypeAsync(texte);
            await page.ClickAsync($"{champ}-liste [role=option]:not([aria-disabled]):has-text('{attendu}')");
        }
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Quand_l_annuaire_ne_repond_pas_le_bouton_revient()
    {
        var page = await OuvrirAsync();
        await page.Context.RouteAsync("**/api/etablissements**", r => r.AbortAsync());
        (await page.QuerySelectorAsync("[data-rebond-champ='Etablissement.Uai'] button")).Should().BeNull();
        await page.FocusAsync("#Etablissement_Recherche");
        await page.Keyboard.TypeAsync("thiers");
        await page.ClickAsync("[data-rebond-champ='Etablissement.Uai'] button");
        await page.WaitForSelectorAsync("label:has-text('Lycée Thiers, Marseille (13)')");
        (await page.QuerySelectorAllAsync("[data-rebond-champ='Etablissement.Uai'] input[type=radio]")).Should().NotBeEmpty();
        await page.CheckAsync("input[type=radio][value='0130040Y']", new() { Force = true });
    }
}
