using System.Net;
using AwesomeAssertions;
using Rebond.Coeur.Socle.Acteurs;
using Xunit;

namespace Rebond.Tests.Resultats;

public sealed class MonResultatTests(HoteResultats hote) : IClassFixture<HoteResultats>
{
    private static readonly CancellationToken Arret = TestContext.Current.CancellationToken;

    private async Task<string> LireAsync(Guid candidature, string suite = "")
    {
        using var client = hote.ClientCandidat(candidature);
        return WebUtility.HtmlDecode(await client.GetStringAsync(suite.Length == 0 ? "/mon-resultat" : $"/mon-resultat/{candidature}{suite}", Arret)).Replace('\u00a0', ' ');
    }

    [Fact]
    public async Task L_admise_lit_sa_decision_sa_mention_et_sa_moyenne()
    {
        (await LireAsync(hote.Donnees.Admise.Id)).Should().Contain("Admis").And.Contain("mention bien").And.Contain("14,00 sur 20").And.Contain("Relevé de notes (PDF)");
    }

    [Fact]
    public async Task Avant_la_publication_le_candidat_lit_quand_et_rien_d_autre()
    {
        var page = await LireAsync(hote.Donnees.SousEmbargo.Id);

        page.Should().Contain("n’est pas encore publié").And.Contain("07/07/2020 à 12 h 30").And.NotContain("Admis<").And.NotContain("17,00");
        using var client = hote.ClientCandidat(hote.Donnees.SousEmbargo.Id);
        (await client.GetAsync($"/mon-resultat/{hote.Donnees.SousEmbargo.Id}/pourquoi", Arret)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await client.GetAsync($"/mon-resultat/{hote.Donnees.SousEmbargo.Id}/releve", Arret)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/pourquoi")]
    [InlineData("/releve")]
    public async Task Le_dossier_d_un_autre_n_existe_pas(string suite)
    {
        using var client = hote.ClientCandidat(hote.Donnees.Ajourne.Id);

        (await client.GetAsync($"/mon-resultat/{hote.Donnees.Admise.Id}{suite}", Arret)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Visiteur)]
    [InlineData(Role.Gestionnaire)]
    [InlineData(Role.PresidentJury)]
    public async Task Nul_autre_qu_un_candidat_n_entre(Role role)
    {
        using var client = hote.Client(role);

        (await client.GetAsync($"/mon-resultat/{hote.Donnees.Admise.Id}", Arret)).StatusCode.Should().BeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Au_controle_on_lit_la_suite_sa_date_et_ce_que_le_jury_a_releve()
    {
        (await LireAsync(hote.Donnees.AuControle.Id)).Should().Contain("l’épreuve de contrôle").And.Contain("10/07/2020 à 18 h");
        (await LireAsync(hote.Donnees.AuControle.Id, "/pourquoi")).Should().Contain("Ce que le jury a relevé").And.Contain("de 8,5 à").And.Contain("Progrès constants");
    }

    [Fact]
    public async Task Pourquoi_montre_le_calcul_qui_se_refait_les_textes_et_la_bascule()
    {
        var page = await LireAsync(hote.Donnees.Ajourne.Id, "/pourquoi");

        page.Should().Contain("Total des points").And.Contain("D337-").And.Contain("Le calcul, étape par étape").And.Contain("Il vous aurait fallu").And.Contain("de plus en «");
    }

    [Fact]
    public async Task L_ajourne_lit_ses_droits()
    {
        (await LireAsync(hote.Donnees.Ajourne.Id)).Should().Contain("Ajourné").And.Contain("vous avez des droits").And.Contain("préparer de nouveau");
    }
}
