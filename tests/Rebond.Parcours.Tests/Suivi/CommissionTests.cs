using AwesomeAssertions;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Xunit;

namespace Rebond.Parcours.Tests.Suivi;

/// <summary>The pages of a sitting at a desk and on a phone, and its papers.</summary>
[Collection(Navigation.Une)]
public sealed class CommissionTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    [Theory(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Les_pages_de_la_commission_sont_sans_defaut(int largeur)
    {
        var (ouverte, arretee) = ($"/suivi/commission/{site.Commission.Ouverte}", $"/suivi/commission/{site.Commission.Arretee}");
        var elle = await site.OuvrirAsync(CreerComptesDemonstration.Tous.First(t => t.Role == Role.Commission).Code, largeur);
        foreach (var adresse in new[] { "/suivi/commission", ouverte, $"{ouverte}/places", $"{ouverte}/places/importer", $"{ouverte}/dossiers", $"{ouverte}/dossiers/{site.Commission.LigneADecider}", $"{ouverte}/dossiers/{site.Commission.LigneProposee}", $"{ouverte}/arreter", arretee, $"{arretee}/dossiers", $"{arretee}/dossiers/{site.Commission.LignePlacee}", $"{arretee}/attente" })
            await SansDefautAsync(elle, adresse);
        var lui = await site.OuvrirAsync(null, largeur);
        var liens = site.Hote.Services.GetRequiredService<LienDeRendezVous>();
        await SansDefautAsync(lui, $"{liens.Chemin(site.Commission.EnAttente)}/reinscription");
        await SansDefautAsync(lui, $"{liens.Chemin(site.Commission.Placee)}/reinscription");
    }

    [Theory(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    [InlineData("Lettres", "lettres-de-decision.pdf")]
    [InlineData("Releve", "releve-de-decisions.pdf")]
    public async Task Les_decisions_s_impriment(string quoi, string nom)
    {
        var elle = await site.OuvrirAsync(CreerComptesDemonstration.Tous.First(t => t.Role == Role.Commission).Code, 1280);
        await elle.GotoAsync(Vers($"/suivi/commission/{site.Commission.Arretee}"));

        var fichier = await elle.RunAndWaitForDownloadAsync(() => elle.ClickAsync($"form[action*={quoi} i] button"));

        fichier.SuggestedFilename.Should().Be(nom);
        (await File.ReadAllBytesAsync((await fichier.PathAsync())!, TestContext.Current.CancellationToken)).AsSpan(0, 5).ToArray().Should().Equal("%PDF-"u8.ToArray());
    }

    private async Task SansDefautAsync(IPage page, string adresse)
    {
        (await page.GotoAsync(Vers(adresse)))!.Status.Should().Be(200, adresse);
        await NavigateurDeTest.CapturerAsync(page, $"{page.ViewportSize!.Width}{adresse.Replace('/', '-')}");
        foreach (var deplie in await page.QuerySelectorAllAsync("details:not([open]) > summary"))
            await deplie.ClickAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).Should().BeFalse($"{adresse} ne défile pas de côté");
        (await page.RunAxe()).Violations.Select(v => $"{adresse} : {v.Id}, {v.Help} ({string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))})").Should().BeEmpty();
    }

    private string Vers(string adresse) => new Uri(site.Hote.Adresse, adresse).ToString();
}
