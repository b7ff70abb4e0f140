using System.Diagnostics;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Rebond.Tests.Commun;
using Rebond.Web.Tests;
using Xunit;

namespace Rebond.Parcours.Tests.Inscription;

/// <summary>
/// A whole registration on a phone, at the keyboard alone: not one click. From the list of pieces to the signature, with the mistakes, the stop and the other
/// device on the way. A field that Tab does not reach fails the test.
/// </summary>
[Collection(Navigation.Une)]
public sealed partial class InscriptionAuClavierTests : IAsyncLifetime
{
    private const string MotDePasse = "une phrase facile à retenir";
    private const string Courriel = "sami.fictif@exemple.fr";
    private readonly FauxSmtp _smtp = new();
    private Hote _hote = null!;
    private IPlaywright _pilote = null!;
    private IBrowser _navigateur = null!;
    private IPage _page = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>By code of question, or by name of field (a day that is its own month: the date field follows the language of the machine); a question that is not here is « je ne sais pas ».</summary>
    private static readonly Dictionary<string, string> s_reponses = new()
    {
        ["nom"] = "Fictif",
        ["prenoms"] = "Sami",
        ["sexe"] = "M",
        ["naissance"] = "11111988",
        ["lieuNaissance"] = "Marseille",
        ["courriel"] = Courriel,
        ["adresse1"] = "12 rue de l'Essai",
        ["codePostal"] = "13001",
        ["ville"] = "Marseille",
        ["categorie"] = "EXPERIENCE_3_ANS",
        ["nationalitefrancaise"] = "true",
        ["scolarisememesession"] = "false",
        ["anneesexperience"] = "3,5",
        ["languevivante"] = "ANGLAIS",
        ["sessionsanterieures"] = "true",
        ["notesaconserver"] = "false",
        ["dispensesdemandees"] = "false",
        ["epreuvesfacultatives"] = "true",
        ["amenagementdemande"] = "false",
        ["forme"] = "GLOBALE",
    };

    public async ValueTask InitializeAsync()
    {
        if (Imprimerie.ChromiumAbsent)
            return;
        _hote = await Hote.DemarrerAsync(reglages: _smtp.Reglages(cadence: 1));
        await using (var portee = _hote.Services.CreateAsyncScope())
            (await new CreerInscriptionDemonstration(portee.ServiceProvider.GetRequiredService<BaseRebond>()).ExecuteAsync(Acteur.LigneDeCommande, Ct)).EstReussi.Should().BeTrue();
        _pilote = await Playwright.CreateAsync();
        _navigateur = await _pilote.Chromium.LaunchAsync(new() { ExecutablePath = Imprimerie.Trouver(), Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
        _page = await NouvelAppareilAsync();
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task De_la_liste_des_pieces_a_la_signature_sans_souris()
    {
        await DemanderSesPiecesAsync();
        await CreerSonCompteAsync();
        await ActiverAsync("a:has-text('Mes inscriptions')");
        await ActiverAsync("main button:has-text('Commencer mon inscription')");

        // Nothing filled: the summary names the fields, and each line leads to its own.
        await ActiverAsync("button[value=suivant]");
        (await _page.InnerTextAsync("#resume-erreurs")).Should().Contain("3 erreurs à corriger").And.Contain("Nom de famille");
        await ActiverAsync("#resume-erreurs a[href='#prenoms']");
        (await _page.EvaluateAsync<string>("() => document.activeElement.id")).Should().Be("prenoms");

        await RemplirAsync(jusqua: "specialite");
        var adresse = _page.Url;
        var premier = _page;
        // Another device: the address of the form, a password, and everything is there.
        _page = await NouvelAppareilAsync();
        await _page.GotoAsync(adresse);
        await TaperAsync("input[name=Courriel]", Courriel);
        await TaperAsync("input[name=MotDePasse]", MotDePasse);
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync("**/formulaire/specialite**");
        await premier.Context.CloseAsync();
        await ChoisirLaSpecialiteAsync();
        await RemplirAsync(jusqua: null);

        (await _page.InnerTextAsync("h1")).Should().Contain("Vérifiez vos réponses");
        (await _page.InnerTextAsync("main")).Should().Contain("Langue vivante ou langue des signes (italien)").And.Contain("11/11/1988").And.Contain("2021");
        await SansDefilementAsync();
        // Back from the recap to one answer, and to the recap.
        await ActiverAsync("a:has-text('Modifier'):has-text('vous joindre')");
        await TaperAsync("input[name=telephone]", "06 12 34 56 78");
        await ActiverAsync("button[value=suivant]");
        (await _page.InnerTextAsync("main")).Should().Contain("06 12 34 56 78");
        await ActiverAsync("button:has-text('Enregistrer mon inscription')");
        (await _page.InnerTextAsync("main")).Should().Contain("La version 1 de votre inscription est enregistrée").And.Contain("Certificats de travail");

        (await ConfirmationAsync()).Should().Contain("Version 1").And.Contain("Fictif").And.Contain("(italien)");
        await ActiverAsync("main a:has-text('Relire et signer')");
        await ActiverAsync("main form button");
        (await _page.InnerTextAsync("#resume-erreurs")).Should().Contain("Cochez la case pour signer");
        await AtteindreAsync("input[name=Engagement]");
        await _page.Keyboard.PressAsync("Space");
        await ActiverAsync("main form button");

        (await _page.InnerTextAsync("main")).Should().Contain("Votre inscription est signée");
        await SansDefilementAsync();
        await using var donnees = _hote.Ouvrir();
        (await donnees.Set<DossierInscription>().SingleAsync(d => d.Nom == "Fictif", Ct)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Signe && d.NumeroVersion == 1 && d.ModeSignature == ModeSignature.EnLigne && d.Telephone == "06 12 34 56 78");
        (await CourrielAsync("est signée")).Should().Contain("version 1");
    }

    private async Task DemanderSesPiecesAsync()
    {
        await _page.GotoAsync(new Uri(_hote.Adresse, "/inscription").ToString());
        await ActiverAsync("article:has-text('démonstration') a:has-text('Quelles pièces fournir')");
        await ActiverAsync("button[value=commencer]");
        for (var i = 0; i < 40 && await _page.QuerySelectorAsync("button[value=voir]") is null; i++)
        {
            var code = (await _page.GetAttributeAsync("input[name=Question]", "value"))!.ToLowerInvariant();
            if (code is "categorie" or "naissance" or "nationalitefrancaise")
                await RepondreAsync(code);
            else
                await ActiverAsync("button[value=inconnu]");
        }
        await ActiverAsync("button[value=voir]");
        (await _page.InnerTextAsync("main")).Should().Contain("Vos pièces à fournir").And.Contain("Certificats de travail");
        await SansDefilementAsync();
    }

    private async Task CreerSonCompteAsync()
    {
        await _page.GotoAsync(new Uri(_hote.Adresse, "/compte/creer").ToString());
        await TaperAsync("input[name=Nom]", "Sami Fictif");
        await TaperAsync("input[name=Courriel]", Courriel);
        await TaperAsync("input[name=MotDePasse]", MotDePasse);
        await ActiverAsync("main form button");
        (await _page.InnerTextAsync("h1")).Should().Be("Consultez votre messagerie");
        var lien = Lien().Match(await CourrielAsync("/compte/")).Value;
        await _page.GotoAsync(new Uri(_hote.Adresse, new Uri(lien).PathAndQuery).ToString());
        await TaperAsync("input[name=MotDePasse]", MotDePasse);
        await ActiverAsync("main form button");
        if (_page.Url.Contains("/compte/connexion", StringComparison.Ordinal))
        {
            await TaperAsync("input[name=Courriel]", Courriel);
            await TaperAsync("input[name=MotDePasse]", MotDePasse);
            await _page.Keyboard.PressAsync("Enter");
        }
        await _page.WaitForURLAsync("**/accueil**");
    }

    /// <summary>Page after page, until that question or the recap.</summary>
    private async Task RemplirAsync(string? jusqua)
    {
        for (var i = 0; i < 40 && Etape().Match(_page.Url) is { Success: true } etape && etape.Groups[1].Value != jusqua; i++)
        {
            await SansDefilementAsync();
            await RepondreAsync(etape.Groups[1].Value);
        }
    }

    private async Task RepondreAsync(string code)
    {
        var avant = _page.Url + await _page.InnerTextAsync("main");
        switch (code)
        {
            case "sessionsanterieures.liste":
                await TaperAsync("input[name=Valeur]", "2021");
                break;
            case "epreuvesfacultatives.liste":
                await AtteindreAsync("input[name=Facultatives][value=LANGUE]");
                await _page.Keyboard.PressAsync("Space");
                await TaperAsync("input[name='Precisions[LANGUE]']", "italien");
                break;
            default:
                foreach (var champ in await _page.QuerySelectorAllAsync("main .rebond-question input:not([type=hidden]):not([type=radio])"))
                {
                    var nom = (await champ.GetAttributeAsync("name"))!;
                    if (s_reponses.TryGetValue(nom == "Valeur" ? code : nom, out var valeur))
                        await TaperAsync($"input[name='{nom}']", valeur, effacer: await champ.GetAttributeAsync("type") != "date");
                }
                if (await _page.QuerySelectorAsync("main .rebond-question input[type=radio]") is { } radio)
                {
                    var nom = (await radio.GetAttributeAsync("name"))!;
                    if (!s_reponses.TryGetValue(nom == "Valeur" ? code : nom, out var choisi))
                    {
                        (await _page.QuerySelectorAsync("button[value=inconnu]")).Should().NotBeNull($"{code}, champ {nom}");
                        await ActiverAsync("button[value=inconnu]");
                        return;
                    }
                    await CocherAsync(nom, choisi);
                }
                break;
        }
        await ActiverAsync("button[value=suivant]");
        (_page.Url + await _page.InnerTextAsync("main")).Should().NotBe(avant, $"la page {code} avance");
        (await _page.QuerySelectorAllAsync("#resume-erreurs")).Should().BeEmpty($"{code} : {await _page.InnerTextAsync("main")}");
    }

    private async Task ChoisirLaSpecialiteAsync()
    {
        await _page.WaitForSelectorAsync("#Specialite_Recherche[role=combobox]");
        await AtteindreAsync("#Specialite_Recherche");
        await _page.Keyboard.TypeAsync("cuisine");
        await _page.WaitForSelectorAsync("#Specialite_Recherche-liste [role=option]:not([aria-disabled]):has-text('40022106')");
        for (var i = 0; i < 10 && await _page.InputValueAsync("input[type=hidden][name='Specialite.Code']") != "40022106"; i++)
        {
            await _page.Keyboard.PressAsync("ArrowDown");
            var visee = await _page.GetAttributeAsync("#Specialite_Recherche", "aria-activedescendant");
            if ((await _page.InnerTextAsync($"#{visee}")).Contains("40022106", StringComparison.Ordinal))
                await _page.Keyboard.PressAsync("Enter");
        }
        await ActiverAsync("button[value=suivant]");
    }

    /// <summary>Tab goes to the group, the arrows to the answer.</summary>
    private async Task CocherAsync(string nom, string valeur)
    {
        await AtteindreAsync($"input[type=radio][name='{nom}']");
        await _page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 12 && await _page.QuerySelectorAsync($"input[name='{nom}'][value='{valeur}']:checked") is null; i++)
            await _page.Keyboard.PressAsync("ArrowDown");
        (await _page.QuerySelectorAsync($"input[name='{nom}'][value='{valeur}']:checked")).Should().NotBeNull($"{nom} = {valeur}");
    }

    private async Task TaperAsync(string champ, string texte, bool effacer = true)
    {
        await AtteindreAsync(champ);
        if (effacer)
            await _page.Keyboard.PressAsync("Control+A");
        await _page.Keyboard.TypeAsync(texte);
    }

    private async Task ActiverAsync(string cible)
    {
        await AtteindreAsync(cible);
        // An anchor stays on the page; anything else leads to another document, which does not know the mark of this one.
        var reste = (await _page.EvaluateAsync<string?>("() => { window.avant = true; return document.activeElement.getAttribute('href'); }"))?.StartsWith('#') == true;
        await _page.Keyboard.PressAsync("Enter");
        if (!reste)
            await _page.WaitForFunctionAsync("() => !window.avant && document.readyState === 'complete'");
    }

    /// <summary>By Tab alone, from where the focus is; the end of the page leads back to its beginning.</summary>
    private async Task AtteindreAsync(string cible)
    {
        await _page.Locator(cible).First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 10_000 });
        var element = _page.Locator(cible);
        for (var i = 0; i < 300; i++)
        {
            if (await element.EvaluateAllAsync<bool>("es => es.includes(document.activeElement)"))
                return;
            await _page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"La touche Tab n'atteint pas {cible}, sur {_page.Url}.");
    }

    private async Task<string> ConfirmationAsync()
    {
        await AtteindreAsync("main a[href$='/confirmation']");
        var document = await _page.RunAndWaitForDownloadAsync(() => _page.Keyboard.PressAsync("Enter"));
        using var pdftotext = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", (await document.PathAsync())!, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        return await pdftotext.StandardOutput.ReadToEndAsync(Ct);
    }

    private async Task SansDefilementAsync() =>
        (await _page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).Should().BeFalse($"{_page.Url} ne défile pas de côté");

    /// <summary>The text of the last message that holds these words, once the server has it.</summary>
    private async Task<string> CourrielAsync(string mots)
    {
        for (var i = 0; i < 200; i++)
        {
            foreach (var (_, octets) in _smtp.Recus.Reverse())
                if ((await MimeMessage.LoadAsync(new MemoryStream(octets), Ct)) is { TextBody: { } texte, Subject: var sujet } && $"{sujet}\n{texte}".Contains(mots, StringComparison.Ordinal))
                    return texte;
            await Task.Delay(100, Ct);
        }
        throw new TimeoutException($"Aucun courriel ne dit « {mots} ».");
    }

    private async Task<IPage> NouvelAppareilAsync() =>
        await (await _navigateur.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce })).NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        if (_navigateur is not null)
            await _navigateur.DisposeAsync();
        _pilote?.Dispose();
        if (_hote is not null)
            await _hote.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    [GeneratedRegex("/formulaire/([^/?#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Etape();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Lien();
}
