using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Xunit;

namespace Rebond.Parcours.Tests.Inscription;

/// <summary>Two hundred envelopes: the reception with the keyboard alone, as a scanner and a hand would do it.</summary>
[Collection(Navigation.Une)]
public sealed class ReceptionAuClavierTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    [Theory(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Une_enveloppe_se_recoit_sans_souris_et_la_suivante_est_prete(bool javaScript)
    {
        var ct = TestContext.Current.CancellationToken;
        var etat = javaScript ? EtatDossier.Signe : EtatDossier.Recu;
        DossierInscription dossier;
        await using (var donnees = site.Hote.Ouvrir())
            dossier = await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.Etat == etat && d.Courriel != null && d.Courriel.StartsWith("dossier")).OrderBy(d => d.Id).FirstAsync(ct);
        var page = await site.OuvrirAsync("gestionnaire", 1280, javaScript);
        await page.GotoAsync(new Uri(site.Hote.Adresse, "/inscription/guichet/reception").ToString());

        // The scanner types into the field that has the focus, then Enter.
        await AFocusAsync(page, "input[name=Saisie]");
        await page.Keyboard.TypeAsync($"{dossier.Numero}/{dossier.NumeroVersion}");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/inscription/guichet/reception/{dossier.Id}?**");
        await AFocusAsync(page, "input[name=Cachet]");
        await page.Keyboard.PressAsync("Tab");
        if (javaScript)
            await page.Keyboard.PressAsync("2");
        else
            await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("input[name=Pieces]:checked")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/inscription/guichet/reception?recu=**");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"{dossier.Numero}, ");
        (await page.InnerTextAsync("main")).Should().Contain("reçu");
        // Ready for the next one.
        await AFocusAsync(page, "input[name=Saisie]");
        await using var apres = site.Hote.Ouvrir();
        (await apres.Set<EnvoiDossier>().CountAsync(e => e.DossierId == dossier.Id && e.NumeroVersionLu == dossier.NumeroVersion && e.RecuPar == site.Comptes["gestionnaire"], ct)).Should().Be(1);
    }

    /// <summary>The browser gives the focus a page asks for when it draws it, which may come after the load: a key pressed before goes elsewhere.</summary>
    private static Task AFocusAsync(IPage page, string champ) => Assertions.Expect(page.Locator(champ)).ToBeFocusedAsync();
}
