using AwesomeAssertions;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Parcours.Tests.Documents;
using Rebond.Tests.Resultats;
using Rebond.Web.Socle;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>
/// Every page of the host, found by its routes and not by a list, in the first role allowed to it: no violation of axe-core, no sideways
/// scroll on a phone. Pages whose address needs a value are walked with the values of <see cref="Valeurs"/>.
/// </summary>
[Collection(Navigation.Une)]
public sealed class AccessibiliteTests(NavigateurDeTest navigateur) : IClassFixture<NavigateurDeTest>
{
    private HoteResultats Hote => navigateur.Hote;

    /// <summary>Values for the parameters of addresses, by "page:parameter" then by "parameter". A page whose value is unknown is not walked.</summary>
    private Dictionary<string, string> Valeurs => new()
    {
        ["/Resultats/MonResultat/Index:id"] = Hote.Donnees.AuControle.Id.ToString(),
        ["/Resultats/MonResultat/Pourquoi:id"] = Hote.Donnees.AuControle.Id.ToString(),
        ["/Resultats/Publics/Departement:code"] = "013",
        ["/Resultats/Publication/Detail:examen"] = "bac_pro",
        ["/Resultats/Publication/Detail:groupe"] = "second",
        ["/Messages/Detail:id"] = navigateur.MessageEnEchec.ToString(),
        ["/Messages/Modeles/Modele:code"] = "courrier_candidat",
    };

    /// <summary>Query a page needs to show anything.</summary>
    private static readonly Dictionary<string, string> Requetes = new()
    {
        ["/Resultats/Publics/Liste"] = "?departement=013",
        ["/Catalogue/Choix"] = "?Etablissement.Recherche=marseille&Specialite.Recherche=systemes%20numeriques&valider=1",
        ["/Messages/Index"] = "?file=A_TRAITER",
    };

    /// <summary>Answers that are files or redirects, not pages.</summary>
    private static readonly string[] PasDesPages = ["/Resultats/MonResultat/Releve", "/Resultats/Publics/Recherche"];

    private IEnumerable<(string Page, string Adresse, Role Role)> Pages()
    {
        foreach (var page in Hote.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().DistinctBy(p => p.ViewEnginePath).OrderBy(p => p.ViewEnginePath, StringComparer.Ordinal))
        {
            if (PasDesPages.Contains(page.ViewEnginePath) || Acces.Pour(page.ViewEnginePath) is not { } regle || Adresse(page) is not { } adresse)
                continue;
            yield return (page.ViewEnginePath, adresse + Requetes.GetValueOrDefault(page.ViewEnginePath), regle.Reserve ? regle.Roles[0] : Role.Visiteur);
        }
    }

    private string? Adresse(PageActionDescriptor page)
    {
        var morceaux = (page.AttributeRouteInfo?.Template ?? page.ViewEnginePath).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(morceau =>
        {
            if (!morceau.StartsWith('{'))
                return morceau;
            var nom = morceau.Trim('{', '}').Split(':', '?', '=')[0];
            return Valeurs.GetValueOrDefault($"{page.ViewEnginePath}:{nom}") ?? Valeurs.GetValueOrDefault(nom) ?? (morceau.Contains('?', StringComparison.Ordinal) ? "" : null);
        }).ToList();
        return morceaux.Contains(null) ? null : "/" + string.Join('/', morceaux.Where(m => m!.Length > 0));
    }

    [Theory(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Aucune_page_n_a_de_defaut_d_accessibilite_ni_de_defilement_lateral(int largeur)
    {
        var defauts = new List<string>();
        var vues = 0;
        foreach (var parRole in Pages().GroupBy(p => p.Role))
        {
            var page = await navigateur.OuvrirAsync(parRole.Key, largeur);
            foreach (var (nom, adresse, _) in parRole)
            {
                defauts.AddRange((await ExaminerAsync(page, adresse)).Select(d => $"{nom} ({adresse}, {largeur} px) : {d}"));
                await NavigateurDeTest.CapturerAsync(page, $"{largeur}{nom.Replace('/', '-')}");
                vues++;
            }
        }

        defauts.Should().BeEmpty();
        vues.Should().BeGreaterThan(8);
    }

    private async Task<List<string>> ExaminerAsync(IPage page, string adresse)
    {
        var reponse = await page.GotoAsync(new Uri(Hote.Adresse, adresse).ToString(), new() { WaitUntil = WaitUntilState.Load });
        if (reponse!.Status >= 500)
            return [$"erreur {reponse.Status}"];
        foreach (var deplie in await page.QuerySelectorAllAsync("details:not([open]) > summary"))
            await deplie.ClickAsync();
        var defauts = (await page.RunAxe()).Violations.Select(v => $"{v.Id} : {v.Help} ({string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))})").ToList();
        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            defauts.Add("la page défile de côté");
        return defauts;
    }

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
