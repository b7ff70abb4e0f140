using AwesomeAssertions;
using Microsoft.Playwright;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Xunit;

namespace Rebond.Parcours.Tests.Inscription;

/// <summary>The text of a campaign is kept as it is typed: a closed browser loses nothing.</summary>
[Collection(Navigation.Une)]
public sealed class BrouillonDeCampagneTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    private string Editeur => new Uri(site.Hote.Adresse, $"/inscription/campagnes/{CampagneHabitee.Campagne}/modifier").ToString();

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Ce_qui_est_tape_se_retrouve_sur_un_autre_poste_sans_avoir_ete_enregistre()
    {
        var ici = await site.OuvrirAsync("gestionnaire", 1280);
        await ici.GotoAsync(Editeur);
        var texte = await ici.InputValueAsync("#Texte") + "\n// relu au téléphone";
        await ici.FillAsync("#Texte", texte);
        await Assertions.Expect(ici.Locator("[data-rebond-etat]")).ToContainTextAsync("Votre brouillon est gardé depuis", new() { Timeout = 20_000 });
        // A second time: the version answered by the first is the one sent.
        await ici.FillAsync("#Motif", "Relecture de la notice");
        var apres = await ici.InputValueAsync("[name=VersionBrouillon] >> nth=0");
        await Assertions.Expect(ici.Locator("[name=VersionBrouillon]").First).Not.ToHaveValueAsync(apres, new() { Timeout = 20_000 });
        await ici.Context.CloseAsync();

        var ailleurs = await site.OuvrirAsync("gestionnaire", 390);
        await ailleurs.GotoAsync(Editeur);

        (await ailleurs.InputValueAsync("#Texte")).Should().Be(texte);
        (await ailleurs.InputValueAsync("#Motif")).Should().Be("Relecture de la notice");
        await ailleurs.ClickAsync("text=Abandonner ce brouillon");
        await ailleurs.WaitForSelectorAsync("text=brouillon est abandonné");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Sans_reseau_le_texte_reste_a_l_ecran_et_la_page_le_dit()
    {
        var page = await site.OuvrirAsync("gestionnaire", 1280);
        await page.GotoAsync(Editeur);
        await page.Context.RouteAsync("**/*", r => r.AbortAsync());

        await page.FillAsync("#Motif", "Tapé dans le train");

        await Assertions.Expect(page.Locator("[data-rebond-etat]")).ToContainTextAsync("votre texte reste à l’écran", new() { Timeout = 20_000 });
        (await page.InputValueAsync("#Motif")).Should().Be("Tapé dans le train");
    }
}
