using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Parcours.Tests.Documents;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Parcours.Tests.Examen;

/// <summary>The mark grid as a clerk uses it, hands on the keyboard. Each test has a lycée of five candidates of its own.</summary>
[Collection(Navigation.Une)]
public sealed class GrilleAuClavierTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    private const string SansChromium = Imprimerie.SansChromium;
    private static readonly string[] Noms = ["Álvarez-Fictif Zoé", "Benoît-Exemple Luc", "D’Essai Anaïs", "Garcia-Démo Théo", "Müller-Modèle Inès"];
    private static int s_lycees;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string _uai = "";
    private IReadOnlyList<Guid> _ids = [];

    [Fact(Skip = SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Entree_et_les_fleches_parcourent_la_grille()
    {
        var page = await OuvrirGrilleAsync();
        await page.FocusAsync(Case(1, "U11"));

        await page.Keyboard.TypeAsync("12");
        await page.Keyboard.PressAsync("Enter");
        (await FocusAsync(page)).Should().Be("c-2-U11");
        await page.Keyboard.PressAsync("ArrowDown");
        (await FocusAsync(page)).Should().Be("c-3-U11");
        await page.Keyboard.PressAsync("ArrowRight");
        (await FocusAsync(page)).Should().Be("c-3-U12");
        await page.Keyboard.PressAsync("ArrowUp");
        (await FocusAsync(page)).Should().Be("c-2-U12");
        await page.Keyboard.PressAsync("ArrowLeft");
        (await FocusAsync(page)).Should().Be("c-2-U11");
        await page.Keyboard.PressAsync("Shift+Enter");
        (await FocusAsync(page)).Should().Be("c-1-U11");
        await page.Keyboard.TypeAsync("9"); // what is reached is selected: typing replaces
        (await page.InputValueAsync(Case(1, "U11"))).Should().Be("9");
        await page.Keyboard.PressAsync("Escape");
        (await page.InputValueAsync(Case(1, "U11"))).Should().Be("12");
        await page.FocusAsync(Case(5, "U11"));
        await page.Keyboard.PressAsync("Enter");
        (await FocusAsync(page)).Should().Be("c-1-U12", "le bas d’une colonne mène au haut de la suivante");
        (await EtatAsync(page)).Should().Be("1 case modifiée, pas encore enregistrée.");
    }

    [Fact(Skip = SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Une_colonne_de_tableur_se_colle_apres_apercu_s_annule_et_s_enregistre()
    {
        var page = await OuvrirGrilleAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("() => navigator.clipboard.writeText('12,5\\n8\\nABS\\n25\\n\\n11\\n')");
        await page.FocusAsync(Case(1, "U12"));

        await page.Keyboard.PressAsync("Control+V");
        await Assertions.Expect(page.Locator("#apercu-resume")).ToHaveTextAsync("5 cases seront remplies à partir de Álvarez-Fictif Zoé, dont 1 à corriger ; 1 valeur ne trouve pas de case et sera laissée.");
        (await page.InnerTextAsync("#grille-apercu tbody tr:nth-child(4)")).Should().Contain("25 : refusé");
        await page.ClickAsync("text=Remplir les cases");
        (await ColonneAsync(page, "U12")).Should().Equal("12,5", "8", "a", "25", "");
        await page.Keyboard.PressAsync("Control+Z");
        (await ColonneAsync(page, "U12")).Should().Equal("", "", "", "", "");
        await page.Keyboard.PressAsync("Control+V");
        await page.ClickAsync("text=Remplir les cases");
        await page.FillAsync(Case(4, "U12"), "15");
        await EnregistrerAsync(page, "4 notes enregistrées.");

        (await NotesAsync()).Should().Equal("U12:12.5", "U12:8", "U12:ABSENT", "U12:15", "");
    }

    [Fact(Skip = SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task La_virgule_le_point_et_les_mots_des_etats_se_lisent_et_s_ecrivent_comme_la_page()
    {
        var page = await OuvrirGrilleAsync();
        foreach (var (ligne, tape, montre) in ((int, string, string)[])[(1, "12.50", "12,5"), (2, "7,5", "7,5"), (3, "ABS", "a"), (4, "aj", "j"), (5, "Disp", "d")])
        {
            await page.FocusAsync(Case(ligne, "U2"));
            await page.Keyboard.TypeAsync(tape);
            await page.Keyboard.PressAsync("Enter");
            (await page.InputValueAsync(Case(ligne, "U2"))).Should().Be(montre);
            (await page.GetAttributeAsync(Case(ligne, "U2"), "aria-invalid")).Should().BeNull();
        }
        await EnregistrerAsync(page, "5 notes enregistrées.");

        (await NotesAsync()).Should().Equal("U2:12.5", "U2:7.5", "U2:ABSENT", "U2:ABSENT_JUSTIFIE", "U2:DISPENSE");
    }

    [Fact(Skip = SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Un_refus_se_voit_a_sa_case_des_la_frappe_et_reste_apres_l_enregistrement_des_autres()
    {
        var page = await OuvrirGrilleAsync();
        await page.FillAsync(Case(1, "U11"), "14");
        await page.FocusAsync(Case(2, "U11"));
        await page.Keyboard.TypeAsync("21");
        await page.Keyboard.PressAsync("Enter");
        (await page.GetAttributeAsync(Case(2, "U11"), "aria-invalid")).Should().Be("true");
        (await EtatAsync(page)).Should().StartWith("Benoît-Exemple Luc, U11 : « 21 » n’est pas une note de 0 à 20.");

        await EnregistrerAsync(page, "1 note enregistrée, 1 refusée.");

        (await page.InputValueAsync(Case(2, "U11"))).Should().Be("21", "la saisie reste à corriger");
        (await page.GetAttributeAsync(Case(2, "U11"), "title")).Should().Contain("n’est pas une note");
        await page.ClickAsync("#grille-messages a");
        (await FocusAsync(page)).Should().Be("c-2-U11");
        await page.Keyboard.TypeAsync("11");
        await EnregistrerAsync(page, "1 note enregistrée.");
        (await page.Locator("#grille-messages li").CountAsync()).Should().Be(0);
        (await NotesAsync()).Take(2).Should().Equal("U11:14", "U11:11");
    }

    [Fact(Skip = SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Deux_personnes_sur_la_meme_case_la_seconde_est_prevenue_et_confirme()
    {
        var premiere = await OuvrirGrilleAsync();
        var seconde = await OuvrirPageAsync("gestionnaire-adjoint");
        await premiere.FillAsync(Case(3, "U31"), "13");
        await EnregistrerAsync(premiere, "1 note enregistrée.");
        await seconde.FillAsync(Case(3, "U31"), "8");
        await seconde.FillAsync(Case(3, "U32"), "15");
        await EnregistrerAsync(seconde, "1 note enregistrée, 1 à confirmer (modifiée entre-temps).");

        (await seconde.InputValueAsync(Case(3, "U31"))).Should().Be("8", "sa saisie reste à l’écran");
        (await seconde.GetAttributeAsync(Case(3, "U31"), "class")).Should().Contain("examen-conflit");
        (await seconde.InnerTextAsync("#grille-messages")).Should().Contain("Elle vaut maintenant « 13 »");
        (await NotesAsync())[2].Should().Be("U31:13 U32:15");
        await EnregistrerAsync(seconde, "1 note enregistrée.");
        (await NotesAsync())[2].Should().Be("U31:8 U32:15");
    }

    [Fact(Skip = SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Sans_script_la_grille_est_un_formulaire_qui_s_enregistre()
    {
        await EcrireLyceeAsync();
        var page = await OuvrirPageAsync(javaScript: false);
        await page.FillAsync(Case(1, "U11"), "10,5");
        await page.FillAsync(Case(2, "U11"), "vingt");
        await page.ClickAsync("#grille button[type=submit]");

        await Assertions.Expect(page.Locator("#resume-erreurs")).ToContainTextAsync("1 note enregistrée, 1 refusée");
        await Assertions.Expect(page.Locator("#resume-erreurs")).ToContainTextAsync("« vingt » n’est pas une note");
        (await page.InputValueAsync(Case(2, "U11"))).Should().Be("vingt");
        await page.FillAsync(Case(2, "U11"), "abs");
        await page.ClickAsync("#grille button[type=submit]");
        await Assertions.Expect(page.Locator("[role=alert], .fr-alert--success").First).ToContainTextAsync("1 note enregistrée.");
        (await NotesAsync()).Take(2).Should().Equal("U11:10.5", "U11:ABSENT");
    }

    [Fact(Skip = SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Sur_un_telephone_la_grille_montre_une_unite_a_la_fois()
    {
        await EcrireLyceeAsync();
        var page = await site.OuvrirAsync("gestionnaire", largeur: 390);
        await page.GotoAsync(Adresse);
        await page.WaitForURLAsync("**&unite=U11");

        (await page.Locator("#grille tbody tr:first-child input[data-unite]").CountAsync()).Should().Be(1);
        await page.FillAsync(Case(1, "U11"), "16");
        await EnregistrerAsync(page, "1 note enregistrée.");
        (await NotesAsync())[0].Should().Be("U11:16");
    }

    private string Adresse => new Uri(site.Hote.Adresse, $"/examen/grille?session=2020-06&uai={_uai}&specialite={LotGestion.Specialite}").ToString();

    private async Task<IPage> OuvrirGrilleAsync()
    {
        await EcrireLyceeAsync();
        return await OuvrirPageAsync();
    }

    private async Task<IPage> OuvrirPageAsync(string compte = "gestionnaire", bool javaScript = true)
    {
        var page = await site.OuvrirAsync(compte, largeur: 1280, javaScript);
        await page.GotoAsync(Adresse);
        return page;
    }

    private async Task EcrireLyceeAsync()
    {
        var numero = Interlocked.Increment(ref s_lycees);
        _uai = $"01380{numero:00}Z";
        await using var donnees = site.Hote.Ouvrir();
        var jury = new Jury { Session = LotGestion.Session, Code = $"PRO-013-GRILLE-{numero}", Libelle = "Gestion-administration", Examen = TypeExamen.BacPro, Departement = "013" };
        donnees.Add(jury);
        donnees.Add(new Etablissement { Uai = _uai, Nom = "Lycée professionnel Émile-Fictif", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC" });
        var candidats = Noms.Select((nom, i) => LotGestion.UneCandidature(nom, 1000 + (10 * numero) + i, jury.Id, uai: _uai)).ToList();
        donnees.AddRange(candidats);
        await donnees.SaveChangesAsync(Ct);
        _ids = [.. candidats.Select(c => c.Id)];
    }

    /// <summary>As the base writes them, in the order of the list; empty for a candidate without any mark.</summary>
    private async Task<List<string>> NotesAsync()
    {
        await using var donnees = site.Hote.Ouvrir();
        var feuilles = await donnees.Set<FeuilleNotes>().AsNoTracking().Where(f => _ids.Contains(f.CandidatureId)).ToDictionaryAsync(f => f.CandidatureId, f => f.Notes, Ct);
        return [.. _ids.Select(id => feuilles.GetValueOrDefault(id, ""))];
    }

    private static string Case(int ligne, string unite) => $"#c-{ligne}-{unite}";

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.id");

    private static Task<string> EtatAsync(IPage page) => page.InnerTextAsync("#grille-etat");

    private static async Task<List<string>> ColonneAsync(IPage page, string unite)
    {
        List<string> valeurs = [];
        for (var ligne = 1; ligne <= Noms.Length; ligne++)
            valeurs.Add(await page.InputValueAsync(Case(ligne, unite)));
        return valeurs;
    }

    private static async Task EnregistrerAsync(IPage page, string reponse)
    {
        await page.FocusAsync("#grille input[data-unite]");
        await page.Keyboard.PressAsync("Control+S");
        await Assertions.Expect(page.Locator("#grille-etat")).ToHaveTextAsync(reponse);
    }
}
