using AwesomeAssertions;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Parcours.Tests.Documents;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>What axe-core does not see: the map at the keyboard, the main journeys without a script.</summary>
[Collection(Navigation.Une)]
public sealed class AccessibiliteTests(NavigateurDeTest navigateur) : IClassFixture<NavigateurDeTest>
{
    private HoteResultats Hote => navigateur.Hote;

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task La_carte_se_parcourt_et_s_ouvre_au_clavier()
    {
        var page = await navigateur.OuvrirAsync(largeur: 1280);
        await page.GotoAsync(new Uri(Hote.Adresse, "/resultats").ToString());
        await page.FocusAsync(".rebond-recherche button");

        var noms = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            noms.Add(await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
        }
        noms.Should().Satisfy(n => n.StartsWith("Bouches-du-Rhône"), n => n.StartsWith("Vaucluse"), n => n.StartsWith("Alpes-de-Haute-Provence"), n => n.StartsWith("Hautes-Alpes"));
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement.querySelector('path')).strokeWidth")).Should().Be("5px", "le focus se voit");
        await NavigateurDeTest.CapturerAsync(page, "carte-focus");

        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), "**/resultats/departement/005");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Sans_script_on_cherche_un_admis_et_on_telecharge_son_releve()
    {
        var visiteur = await navigateur.OuvrirAsync();
        await visiteur.Context.RouteAsync("**/*.js", r => r.AbortAsync());
        await visiteur.GotoAsync(new Uri(Hote.Adresse, "/resultats").ToString());
        await visiteur.FillAsync("#nom", "admis-1");
        await visiteur.Keyboard.PressAsync("Enter");
        await visiteur.WaitForSelectorAsync("text=noms trouvés");
        visiteur.Url.Should().NotContain("admis-1");
        await NavigateurDeTest.CapturerAsync(visiteur, "390-recherche");

        var candidat = await navigateur.OuvrirAsync(Role.Candidat);
        await candidat.GotoAsync(new Uri(Hote.Adresse, "/mon-resultat").ToString());
        var telechargement = await candidat.RunAndWaitForDownloadAsync(() => candidat.ClickAsync("text=Relevé de notes (PDF)"));

        telechargement.SuggestedFilename.Should().Be("releve-de-notes-2020-06.pdf");
    }
}
