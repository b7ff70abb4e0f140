using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Sceaux;
using Xunit;

namespace Rebond.Tests.Resultats;

public sealed class PagesPubliquesTests(HoteResultats hote) : IClassFixture<HoteResultats>
{
    private static readonly CancellationToken Arret = TestContext.Current.CancellationToken;

    private async Task<string> LireAsync(string adresse) => WebUtility.HtmlDecode(await hote.Client().GetStringAsync(adresse, Arret));

    private async Task<string> ChercherAsync(string nom)
    {
        var reponse = await hote.Client().PostAsync("/resultats/recherche", new FormUrlEncodedContent([new("nom", nom)]), Arret);
        reponse.StatusCode.Should().Be(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync(Arret));
    }

    [Fact]
    public async Task Le_calendrier_dit_ce_qui_est_publie_et_l_heure_de_Paris_de_ce_qui_ne_l_est_pas()
    {
        var page = await LireAsync("/resultats");

        page.Should().Contain("résultats publiés").And.Contain("publication le 07/07/2020 à 12\u00a0h\u00a030").And.Contain("dans 90 minutes").And.Contain("publication le 10/07/2020 à 18\u00a0h");
    }

    [Fact]
    public async Task Un_admis_qui_y_consent_se_trouve_par_les_premieres_lettres_avec_accents_ou_sans()
    {
        (await ChercherAsync("admisé")).Should().Contain("ADMISE-FICTIVE").And.Contain("mention bien");
    }

    [Theory]
    [InlineData("SECRET-FICTIF")]
    [InlineData("CONTROLE-FICTIF")]
    [InlineData("AJOURNE-FICTIF")]
    [InlineData("EMBARGO-FICTIF")]
    public async Task Ni_refus_de_paraitre_ni_ajourne_ni_embargo_ne_se_distinguent_d_un_inconnu(string nom)
    {
        var page = await ChercherAsync(nom);

        page.Should().Contain("Aucun nom trouvé");
        page.Replace(nom, "INCONNU", StringComparison.Ordinal).Should().Be(await ChercherAsync("INCONNU"));
    }

    [Fact]
    public async Task Une_lettre_ne_suffit_pas_a_chercher() => (await ChercherAsync("A")).Should().Contain("au moins les deux premières lettres");

    [Fact]
    public async Task Aucun_nom_cherche_ne_se_lit_dans_les_journaux()
    {
        await ChercherAsync("NOM-TRES-PARTICULIER");

        hote.Journaux.Texte.Should().Contain("/resultats/recherche").And.NotContain("NOM-TRES-PARTICULIER");
    }

    [Fact]
    public async Task La_liste_d_un_etablissement_est_paginee_et_partageable_sans_nom_dans_l_adresse()
    {
        var premiere = await LireAsync($"/resultats/liste?etablissement={DonneesResultats.Uai}");
        var departement = await LireAsync("/resultats/liste?departement=013");

        premiere.Should().Contain("ADMIS-10-FICTIF").And.NotContain("SECRET-FICTIF").And.NotContain("EMBARGO-FICTIF");
        departement.Should().Contain("30 noms");
        (await hote.Client().GetAsync("/resultats/liste", Arret)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task La_carte_a_quatre_departements_et_la_meme_chose_en_liste()
    {
        var page = await LireAsync("/resultats");

        foreach (var nom in (string[])["Bouches-du-Rhône", "Vaucluse", "Alpes-de-Haute-Provence", "Hautes-Alpes"])
            page.Should().Contain($"aria-label=\"{nom} :").And.Contain($">{nom} :");
    }

    [Fact]
    public async Task L_embargo_tombe_a_la_seconde_meme_si_la_page_est_en_memoire()
    {
        await using var seul = new HoteResultats();
        await seul.InitializeAsync();
        using var client = seul.Client();
        seul.Horloge.Maintenant = DonneesResultats.EmbargoGeneral.AddSeconds(-1);
        var avant = await client.GetStringAsync("/resultats/liste?departement=013&examen=BAC_GENERAL", Arret);
        seul.Horloge.Maintenant = DonneesResultats.EmbargoGeneral;

        var apres = await client.GetStringAsync("/resultats/liste?departement=013&examen=BAC_GENERAL", Arret);

        avant.Should().NotContain("EMBARGO-FICTIF");
        apres.Should().Contain("EMBARGO-FICTIF");
    }

    [Fact]
    public async Task Sans_seconde_signature_rien_ne_parait_apres_l_heure()
    {
        await using var seul = new HoteResultats();
        await seul.InitializeAsync();
        await using (var donnees = seul.Ouvrir())
            await donnees.Set<Publication>().ExecuteUpdateAsync(p => p.SetProperty(x => x.SecondeSignature, (DateTime?)null), Arret);

        (await seul.Client().GetStringAsync("/resultats/liste?departement=013", Arret)).Should().Contain("Aucun nom");
    }

    [Fact]
    public async Task Les_statistiques_ont_un_dessin_un_tableau_et_un_fichier()
    {
        var page = await LireAsync("/resultats/statistiques");
        var csv = await hote.Client().GetStringAsync("/resultats/statistiques/reussite-bac-pro", Arret);

        page.Should().Contain("Voir les chiffres").And.Contain("<caption>Mentions des admis</caption>").And.Contain("France, juillet 2020").And.Contain("90,7 %");
        // 62 admitted of 64 decided.
        csv.Should().Contain("Gestion-administration;96,9");
        page.Should().NotContain("reussite-bac-general", "le bac général est sous embargo");
    }

    [Fact]
    public async Task Un_releve_se_verifie_par_son_code_et_plus_apres_une_correction()
    {
        await using var seul = new HoteResultats();
        await seul.InitializeAsync();
        string code;
        await using (var portee = seul.Services.CreateAsyncScope())
        await using (var donnees = seul.Ouvrir())
        {
            var decision = await donnees.Set<DecisionCandidat>().SingleAsync(d => d.CandidatureId == seul.Donnees.Admise.Id, Arret);
            code = (await portee.ServiceProvider.GetRequiredService<ScellerReleves>().ExecuteAsync([(seul.Donnees.Admise, decision)], Arret))[0];
        }
        using var client = seul.Client();

        var bon = WebUtility.HtmlDecode(await client.GetStringAsync($"/verifier/{code.ToLowerInvariant()}", Arret));
        bon.Should().Contain("authentique").And.Contain("ADMISE-FICTIVE").And.Contain("01/05/2002").And.Contain("mention bien").And.Contain("Spécimen");
        bon.Should().NotContain(seul.Donnees.Admise.NumeroAnonymat);

        var faux = code[0] == '0' ? "1" + code[1..] : "0" + code[1..];
        (await client.GetStringAsync($"/verifier/{faux}", Arret)).Should().NotContain("ADMISE-FICTIVE");

        await using (var donnees = seul.Ouvrir())
            await donnees.Set<DecisionCandidat>().Where(d => d.CandidatureId == seul.Donnees.Admise.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Mention, Regles.Vocabulaire.Mention.TresBien), Arret);
        WebUtility.HtmlDecode(await client.GetStringAsync($"/verifier/{code}", Arret)).Should().Contain("n’est plus valable").And.NotContain("ADMISE-FICTIVE");
    }
}
