using AwesomeAssertions;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Parcours.Tests.Suivi;

/// <summary>Someone who failed at 17, on a phone, from the link of a message: no account, no script. Then the deputy head, at a desk.</summary>
[Collection(Navigation.Une)]
public sealed class RendezVousAuTelephoneTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Changer_d_heure_tient_en_trois_gestes_sans_compte_et_sans_script()
    {
        var page = await site.OuvrirAsync(null, 390, javaScript: false);
        await page.GotoAsync(Vers(site.Lien));
        (await page.InnerTextAsync("main")).Should().Contain("votre rendez-vous").And.NotContain("Ajourné-Fictif");
        await NavigateurDeTest.CapturerAsync(page, "390-lien-rendez-vous");

        await page.ClickAsync("main details:has(.rebond-heures) > summary");
        await page.ClickAsync(".rebond-heures a:visible");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Vous prenez cette heure");
        await NavigateurDeTest.CapturerAsync(page, "390-lien-confirmer");
        await page.ClickAsync("main form button[type=submit]");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("C’est noté");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).Should().BeFalse("la page ne défile pas de côté");
        await using var donnees = site.Hote.Ouvrir();
        (await donnees.Set<CreneauEntretien>().CountAsync(c => c.Etat == EtatCreneau.Reserve, TestContext.Current.CancellationToken)).Should().Be(1);
    }

    [Theory(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Les_pages_du_lien_et_du_lycee_sont_sans_defaut(int largeur)
    {
        var lui = await site.OuvrirAsync(null, largeur);
        foreach (var (adresse, nom) in new[] { (site.Lien, "lien"), ($"{site.Lien}?creneau={site.CreneauLibre}", "lien-heure"), (site.LienSansDemande, "lien-rien"), ($"{site.Lien}/reinscription", "lien-demande"), ($"{site.LienSansDemande}/reinscription", "lien-demander"), ($"{site.Lien}/classement?uai={SiteHabite.UaiOuvert}", "lien-ordre"), ($"{site.Lien}/donnees", "lien-donnees"), ($"{site.LienResponsable}/donnees", "lien-donnees-parent"), ($"{site.LienResponsable}/reinscription", "lien-demande-parent"), ("/suivi/lien/rien", "lien-perdu") })
            await SansDefautAsync(lui, adresse, $"{largeur}-{nom}");
        var proviseure = await site.OuvrirAsync(CreerComptesDemonstration.Tous.First(t => t.Role == Role.ChefEtablissement).Code, largeur);
        foreach (var (adresse, nom) in new[] { ("/suivi/creneaux", "creneaux"), ($"/suivi/{site.DossierDeSuivi}", "dossier"), ($"/suivi/{site.DossierDeSuivi}/rendez-vous", "rendez-vous"), ($"/suivi/{site.DossierDeSuivi}/entretien", "grille"), ($"/suivi/entretiens/{site.Entretien}", "entretien"), ("/suivi/reinscriptions", "registre"), ($"/suivi/{site.DossierDeSuivi}/reinscription", "decider"), ($"/suivi/{site.DossierDeSuivi}/parcours", "parcours"), ($"/suivi/emploi-du-temps?uai={SiteHabite.UaiOuvert}&specialite={LotGestion.Specialite}", "emploi-du-temps") })
            await SansDefautAsync(proviseure, adresse, $"{largeur}-{nom}");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task L_entretien_s_imprime_sur_une_feuille()
    {
        var proviseure = await site.OuvrirAsync(CreerComptesDemonstration.Tous.First(t => t.Role == Role.ChefEtablissement).Code, 1280);
        await proviseure.GotoAsync(Vers($"/suivi/entretiens/{site.Entretien}"));

        var fichier = await proviseure.RunAndWaitForDownloadAsync(() => proviseure.ClickAsync("form[action*=Imprimer] button, form[action*=imprimer] button"));

        fichier.SuggestedFilename.Should().Be("entretien.pdf");
        var octets = await File.ReadAllBytesAsync((await fichier.PathAsync())!, TestContext.Current.CancellationToken);
        octets.AsSpan(0, 5).ToArray().Should().Equal("%PDF-"u8.ToArray());
        if (Environment.GetEnvironmentVariable("REBOND_CAPTURES") is { Length: > 0 } dossier)
            await File.WriteAllBytesAsync(Path.Combine(dossier, "entretien.pdf"), octets, TestContext.Current.CancellationToken);
    }

    private async Task SansDefautAsync(IPage page, string adresse, string nom)
    {
        await page.GotoAsync(Vers(adresse));
        await NavigateurDeTest.CapturerAsync(page, nom);
        foreach (var deplie in await page.QuerySelectorAllAsync("details:not([open]) > summary"))
            await deplie.ClickAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).Should().BeFalse($"{nom} ne défile pas de côté");
        (await page.RunAxe()).Violations.Select(v => $"{nom} : {v.Id}, {v.Help} ({string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))})").Should().BeEmpty();
    }

    private string Vers(string adresse) => new Uri(site.Hote.Adresse, adresse).ToString();
}
