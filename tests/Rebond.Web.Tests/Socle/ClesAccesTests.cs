using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.Playwright;
using Rebond.Coeur.Socle.Acteurs;
using Xunit;

namespace Rebond.Web.Tests.Socle;

/// <summary>Passkeys need a browser: Chromium with a virtual authenticator, over the real pages and the real script.</summary>
public sealed partial class ClesAccesTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task Une_cle_ajoutee_ouvre_ensuite_la_session_sans_mot_de_passe_et_supprimee_ne_l_ouvre_plus()
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium n'est pas installé : ce test est sauté (paquet Debian « chromium »).");
        await using var hote = await Hote.DemarrerAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var navigateur = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await navigateur.NewPageAsync();
        var outils = await page.Context.NewCDPSessionAsync(page);
        await outils.SendAsync("WebAuthn.enable");
        await outils.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });

        await page.GotoAsync($"{hote.Adresse}");
        await page.ClickAsync("button[value=administrateur]");
        await page.GotoAsync($"{hote.Adresse}compte/cles");
        await page.FillAsync("#NomCle", "mon ordinateur");
        await page.ClickAsync("text=Ajouter une clé d’accès");
        await page.WaitForSelectorAsync("text=La clé d’accès est ajoutée");
        await page.ClickAsync("text=Se déconnecter");
        await page.GotoAsync($"{hote.Adresse}compte/connexion");
        await page.ClickAsync("text=Utiliser une clé d’accès");
        await page.WaitForURLAsync(Accueil());
        (await page.InnerTextAsync(".rebond-session")).Should().Contain("Administratrice de démonstration");

        await page.GotoAsync($"{hote.Adresse}compte/cles");
        await page.ClickAsync("text=Supprimer");
        await page.WaitForSelectorAsync("text=La clé d’accès est supprimée");
        await page.ClickAsync("text=Se déconnecter");
        await page.GotoAsync($"{hote.Adresse}compte/connexion");
        await page.ClickAsync("text=Utiliser une clé d’accès");
        await page.WaitForSelectorAsync("text=La connexion par clé d’accès n’a pas abouti");
    }

    [Theory]
    [InlineData("true"), InlineData("n’importe quoi"), InlineData("{}"), InlineData("[]"), InlineData("null")]
    public async Task Une_reponse_que_personne_n_a_demandee_ou_illisible_est_refusee_en_clair(string reponse)
    {
        await using var hote = await Hote.DemarrerAsync();
        using var visiteur = hote.Visiter();
        using var elle = await hote.SeConnecterAsync(Role.Administrateur);
        foreach (var demander in new[] { false, true })
        {
            await visiteur.LireAsync("/compte/connexion");
            await elle.LireAsync("/compte/cles");
            if (demander)
            {
                (await visiteur.EnvoyerAsync("/compte/cleacces?handler=Options")).Statut.Should().Be(HttpStatusCode.OK);
                (await elle.EnvoyerAsync("/compte/cles?handler=Options")).Statut.Should().Be(HttpStatusCode.OK);
            }
            var entree = await visiteur.EnvoyerAsync("/compte/cleacces", ("reponse", reponse));
            entree.Statut.Should().Be(HttpStatusCode.Unauthorized);
            entree.Texte.Should().Contain("La connexion par clé d’accès n’a pas abouti");
            (await elle.EnvoyerAsync("/compte/cles?handler=Ajouter", ("NomCle", "clé"), ("reponse", reponse))).Texte.Should().Contain("La clé d’accès n’a pas été ajoutée");
        }
    }

    [GeneratedRegex("/accueil$")]
    private static partial Regex Accueil();
}
