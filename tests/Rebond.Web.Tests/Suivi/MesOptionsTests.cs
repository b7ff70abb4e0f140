using System.Net;
using AwesomeAssertions;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>What a candidate whose result is published finds already written.</summary>
public sealed class MesOptionsTests(HoteResultats hote) : IClassFixture<HoteResultats>
{
    private static readonly CancellationToken Arret = TestContext.Current.CancellationToken;

    private async Task<string> LireAsync(Guid candidature, string adresse)
    {
        using var client = hote.ClientCandidat(candidature);
        return new Reponse(HttpStatusCode.OK, await client.GetStringAsync(adresse, Arret), null, new Dictionary<string, string>()).Texte;
    }

    [Fact]
    public async Task L_ajourne_va_de_son_resultat_a_ses_options_ou_ne_manque_que_ce_que_nous_ne_savons_pas()
    {
        var sien = hote.Donnees.Ajourne.Id;
        using (var client = hote.ClientCandidat(sien))
            (await client.GetStringAsync("/mon-resultat", Arret)).Should().Contain($"href=\"/mes-options/{sien}\"").And.Contain("href=\"/suivi/notes-a-conserver\"");

        var page = await LireAsync(sien, $"/mes-options/{sien}");

        page.Should().Contain("Élève d’un lycée").And.Contain("Je n’ai pas eu l’examen").And.Contain("01/05/2002").And.Contain("Moyenne 6")
            .And.Contain("Revenir dans votre lycée").And.Contain("Où aller : Lycée professionnel Exemple, à Marseille.")
            .And.Contain("Nous ne savons pas si c'est votre premier échec.", "une base qui commence ne prouve pas un premier échec").And.Contain("Répondre à d’autres questions");
    }

    [Fact]
    public async Task Ses_notes_publiees_sont_deja_ecrites()
    {
        var page = await LireAsync(hote.Donnees.Ajourne.Id, "/suivi/notes-a-conserver");

        page.Should().Contain("Elles viennent de votre résultat.").And.Contain("Votre moyenne : 6,00").And.Contain("6 : on ne garde que 10 ou plus.");
    }

    [Fact]
    public async Task Avant_la_publication_rien_de_lui_ne_se_lit()
    {
        var lui = hote.Donnees.SousEmbargo.Id;

        (await LireAsync(lui, $"/mes-options/{lui}")).Should().Contain("Votre résultat n’est pas encore là.").And.NotContain("J’ai eu l’examen");
        (await LireAsync(lui, "/suivi/notes-a-conserver")).Should().NotContain("Ce sont vos notes").And.Contain("Écrire mes notes");
    }

    [Fact]
    public async Task Les_options_d_un_autre_n_existent_pas()
    {
        using var client = hote.ClientCandidat(hote.Donnees.Ajourne.Id);

        (await client.GetAsync($"/mes-options/{hote.Donnees.Admise.Id}", Arret)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Role.Visiteur)]
    [InlineData(Role.Gestionnaire)]
    [InlineData(Role.ChefEtablissement)]
    public async Task Nul_autre_qu_un_candidat_n_entre(Role role)
    {
        using var client = hote.Client(role);

        (await client.GetAsync($"/mes-options/{hote.Donnees.Ajourne.Id}", Arret)).StatusCode.Should().BeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Redirect);
    }
}
