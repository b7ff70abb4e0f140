using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using AwesomeAssertions.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Cas;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Options;
using Rebond.Web.Pages.Suivi.Simulateur;
using UglyToad.PdfPig;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>The public simulator, read and answered like a person without a script.</summary>
public sealed partial class SimulateurTests : IAsyncLifetime
{
    private const string Adresse = "/suivi/simulateur";
    private Hote _hote = null!;

    private static readonly (string, string)[] s_lyceenAjourne =
    [
        ("STATUT", "LYCEEN"), ("EXAMEN", "BAC_PRO"), ("RESULTAT", "AJOURNE"), ("SESSION", "2026-06"), ("AVANT", "0"), ("MOYENNE", "7,4"), ("FORCE_MAJEURE", "NON"), ("REFUS", "NON"), ("AUTRE_LYCEE", "NON"),
        ("NAISSANCE", "2009-03-03"), ("NATIONALITE", "OUI"), ("HANDICAP", "NON"), ("DIPLOMES", "DNB"), ("EN_FORMATION", "NON"), ("EN_EMPLOI", "NON"), ("FIN_SCOLARITE", "2026-07-03"), ("PAE", "NON"),
    ];

    public async ValueTask InitializeAsync() => _hote = await Hote.DemarrerAsync(horloge: new FakeTimeProvider(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero)));

    public ValueTask DisposeAsync() => _hote.DisposeAsync();

    [Fact]
    public async Task Un_lyceen_de_dix_sept_ans_qui_a_rate_son_bac_lit_son_droit_ou_aller_et_jusqu_a_quand()
    {
        using var lui = _hote.Visiter();

        var (page, posees) = await RepondreAsync(lui, s_lyceenAjourne);

        page.Texte.Should().Contain("Ce que vous pouvez faire").And.Contain("C’est votre droit").And.Contain("Jusqu’au 01/09/2026.").And.Contain("Votre lycée doit vous reprendre")
            .And.Contain("C’est bon : C'est votre première fois.").And.Contain("Code de l'éducation, D331-42 À vérifier").And.Contain("Jusqu'au 02/03/2027, vous devez vous former");
        page.Texte.IndexOf("Revenir dans votre lycée", StringComparison.Ordinal).Should().BeLessThan(page.Texte.IndexOf("Devenir apprenti", StringComparison.Ordinal), "le plus fort en droit vient d’abord");
        posees.Should().Equal(s_lyceenAjourne.Select(r => r.Item1), "on ne demande à un lycéen rien de ce qui regarde un apprenti");
    }

    [Fact]
    public async Task Un_apprenti_que_son_employeur_ne_garde_pas_est_interroge_sur_son_contrat_et_pas_sur_son_lycee()
    {
        using var elle = _hote.Visiter();

        var (page, posees) = await RepondreAsync(elle,
        [
            ("STATUT", "APPRENTI"), ("EXAMEN", "CAP"), ("RESULTAT", "AJOURNE"), ("SESSION", "2026-06"), ("AVANT", "0"), ("RUPTURE", "NON"), ("FIN_CONTRAT", "2026-08-31"), ("DEJA_PROLONGE", "NON"), ("EMPLOYEUR", "NON"),
            ("NOUVEL_EMPLOYEUR", "OUI"), ("NOUVEAU_SIRET", "732 829 320 00075"), ("NAISSANCE", "2007-01-01"),
        ]);

        posees.Should().Contain("NOUVEAU_SIRET").And.Contain("ANNEE_CONTRAT").And.NotContain("REFUS").And.NotContain("AUTRE_LYCEE").And.NotContain("RUPTURE_LE");
        page.Texte.Should().Contain("Trouver un autre employeur").And.Contain("Le numéro SIRET de votre nouvel employeur est faux").And.Contain("Votre employeur ne veut pas. Il en a le droit.");
    }

    [Fact]
    public async Task Qui_ne_sait_rien_arrive_au_bout_et_aucun_droit_ne_lui_est_promis()
    {
        using var personne = _hote.Visiter();

        var (page, posees) = await RepondreAsync(personne, []);

        posees.Should().HaveCountLessThan(12);
        page.Texte.Should().Contain("C’est possible").And.Contain("L’aide de la mission locale").And.Contain("Reste à voir :").And.NotContain("C’est votre droit");
    }

    [Fact]
    public async Task Ne_pas_savoir_si_l_on_a_deja_echoue_n_est_pas_un_premier_echec()
    {
        using var lui = _hote.Visiter();

        var (page, _) = await RepondreAsync(lui, [.. s_lyceenAjourne.Where(r => r.Item1 != "AVANT")]);

        page.Texte.Should().Contain("Nous ne savons pas si c'est votre premier échec.").And.NotContain("Votre lycée doit vous reprendre");
    }

    [Fact]
    public async Task Rien_n_est_garde_ni_dans_l_adresse_ni_dans_un_temoin_ni_dans_un_cache()
    {
        using var lui = _hote.Visiter();

        var (page, _) = await RepondreAsync(lui, s_lyceenAjourne);

        page.Statut.Should().Be(HttpStatusCode.OK);
        page.Vers.Should().BeNull("aucune redirection ne porte les réponses");
        page.Entetes["Cache-Control"].Should().Contain("no-store");
        lui.Cookies.GetCookies(_hote.Adresse).Select(c => c.Name).Should().Equal("rebond.formulaire");
        (await lui.LireAsync(Adresse)).Html.Should().NotContain("2009-03-03");
    }

    [Fact]
    public async Task On_revient_a_la_question_d_avant_et_la_reponse_y_est_encore()
    {
        using var lui = _hote.Visiter();
        await lui.LireAsync(Adresse);
        var examen = await lui.EnvoyerAsync(Adresse, ("question", "STATUT"), ("r.STATUT", "LYCEEN"), ("aller", "suivant"));
        examen.Texte.Should().Contain("Quel était votre examen ?");

        var statut = await lui.EnvoyerAsync(Adresse, [.. Caches(examen), ("aller", "retour")]);

        statut.Texte.Should().Contain("Que faisiez-vous l’année de l’examen ?");
        Coche().IsMatch(statut.Html).Should().BeTrue();
    }

    [Fact]
    public async Task Changer_de_reponse_oublie_ce_qui_n_a_plus_de_sens()
    {
        using var lui = _hote.Visiter();
        var (fin, _) = await RepondreAsync(lui, s_lyceenAjourne);

        var question = await lui.EnvoyerAsync(Adresse, [.. Caches(fin), ("aller", "modifier:STATUT")]);
        var suite = await lui.EnvoyerAsync(Adresse, [.. Caches(question), ("r.STATUT", "APPRENTI"), ("aller", "suivant")]);

        suite.Texte.Should().Contain("Votre contrat a-t-il été arrêté avant la fin ?");
        Caches(suite).Select(c => c.Nom).Should().Contain("r.NAISSANCE").And.NotContain("r.REFUS").And.NotContain("r.AUTRE_LYCEE");
    }

    [Theory]
    [InlineData("NAISSANCE", "le trois mars", "Donnez le jour, le mois et l’année.")]
    [InlineData("MOYENNE", "21", "Écrivez un nombre de 0 à 20")]
    [InlineData("STATUT", "", "Choisissez une réponse.")]
    [InlineData("STATUT", "ROI", "Choisissez une réponse.")]
    [InlineData("DIPLOMES", "AUCUN,CAP", "« Aucun » se coche seul.")]
    public async Task Une_reponse_illisible_dit_quoi_faire_et_ne_perd_rien(string question, string valeur, string phrase)
    {
        using var lui = _hote.Visiter();
        await lui.LireAsync(Adresse);

        var page = await lui.EnvoyerAsync(Adresse, ("question", question), ("r.EXAMEN", "CAP"), ($"r.{question}", valeur), ("aller", "suivant"));

        page.Texte.Should().Contain("Une erreur à corriger").And.Contain(phrase);
        Caches(page).Should().Contain(("r.EXAMEN", "CAP"));
    }

    [Fact]
    public async Task La_feuille_a_garder_tient_sur_une_page_avec_les_textes()
    {
        using var lui = _hote.Visiter();
        await lui.LireAsync(Adresse);
        (await lui.EnvoyerAsync(Adresse, [.. s_lyceenAjourne.Select(r => ($"r.{r.Item1}", r.Item2)), ("aller", "pdf")])).Entetes["Content-Type"].Should().Be("application/pdf");

        // The longest of all the profiles of the repository, with as many answers to recall as there can be.
        var profils = Directory.GetFiles(Path.Combine(Depot(), "jeux", "cas-suivi"), "*.json").Select(f => System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(f))!)
            .Where(f => f["commande"]!.GetValue<string>() == "options").Select(f => ProfilJson.Lire(f["profil"]!.ToJsonString()).Demandes[0].Contenu!)
            .Select(p => new FeuilleOptions(p.Aujourdhui, [.. Questions.Toutes.Take(22).Select(q => $"{q.Court} : Candidat libre, ou cours à distance")], OptionsDeSuivi.Repondre(p), true))
            .OrderByDescending(f => f.Ouvertes.Sum(o => o.Phrase.Length + 100) + f.Reponse.Alertes.Sum(a => a.Phrase.Length + 60)).ToList();
        using var _ = new AssertionScope();
        foreach (var feuille in (FeuilleOptions[])[profils[0], profils[1], profils[profils.Count / 2]])
        {
            var pdf = await _hote.Services.GetRequiredService<ImprimeurPdf>().ImprimerAsync(await _hote.Services.GetRequiredService<Gabarits>().ComposerAsync(FeuilleOptions.Gabarit, feuille), TestContext.Current.CancellationToken);
            using var document = PdfDocument.Open(pdf.Valeur!);
            document.NumberOfPages.Should().Be(1, $"{feuille.Ouvertes.Count()} options, {feuille.Reponse.Alertes.Count} alertes");
            document.GetPage(1).Text.Should().Contain(feuille.Ouvertes.First().Fondement.Article);
        }
    }

    /// <summary>Answers each question asked, "I do not know" when nothing is said of it, up to the result.</summary>
    private static async Task<(Reponse Page, IReadOnlyList<string> Posees)> RepondreAsync(Navigateur navigateur, (string Code, string Valeur)[] reponses)
    {
        var page = await navigateur.LireAsync(Adresse);
        var posees = new List<string>();
        while (Caches(page).FirstOrDefault(c => c.Nom == "question") is { Valeur: { } question })
        {
            posees.Should().NotContain(question, "une question ne revient pas");
            posees.Add(question);
            var valeur = reponses.FirstOrDefault(r => r.Code == question).Valeur;
            page = await navigateur.EnvoyerAsync(Adresse, [.. Caches(page), .. valeur is null ? ((string, string)[])[("aller", "nsp")] : [($"r.{question}", valeur), ("aller", "suivant")]]);
            page.Texte.Should().NotContain("erreur à corriger", question);
        }
        return (page, posees);
    }

    private static List<(string Nom, string Valeur)> Caches(Reponse page) =>
        [.. Cache().Matches(page.Html).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))];

    internal static string Depot()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "Rebond.slnx")))
            dossier = dossier.Parent!;
        return dossier.FullName;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(question|r\\.[A-Z_]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Cache();

    [GeneratedRegex("<input[^>]*checked=\"checked\"[^>]*value=\"LYCEEN\"|<input[^>]*value=\"LYCEEN\"[^>]*checked=\"checked\"")]
    private static partial Regex Coche();
}
