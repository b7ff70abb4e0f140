using System.Net;
using System.Text.Json;
using AwesomeAssertions;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle.Acteurs;
using Xunit;

namespace Rebond.Web.Tests.Inscription;

public sealed class AnnuairesTests
{
    private static readonly FakeTimeProvider Novembre2025 = new(new DateTimeOffset(2025, 11, 20, 8, 0, 0, TimeSpan.Zero));

    private static JsonElement Json(Reponse reponse) => JsonDocument.Parse(reponse.Html).RootElement;

    private static string Chemin(params (string Nom, string Valeur)[] champs) => "/catalogue/choix?" + string.Join('&', champs.Select(c => $"{c.Nom}={Uri.EscapeDataString(c.Valeur)}"));

    [Fact]
    public async Task N_importe_qui_cherche_un_lycee()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var visiteur = hote.Visiter();
        var reponse = await visiteur.LireAsync("/api/etablissements?q=thiers%20marseille");
        reponse.Statut.Should().Be(HttpStatusCode.OK);
        reponse.Entetes["Content-Type"].Should().StartWith("application/json");
        var premier = Json(reponse).GetProperty("resultats")[0];
        premier.GetProperty("valeur").GetString().Should().Be("0130040Y");
        premier.GetProperty("libelle").GetString().Should().Be("Lycée Thiers, Marseille (13)");
        premier.GetProperty("detail").GetString().Should().Be("Public, général et technologique, 0130040Y");
        premier.GetProperty("choisissable").GetBoolean().Should().BeTrue();
        Json(await visiteur.LireAsync("/api/etablissements?q=marseille")).GetProperty("resultats").GetArrayLength().Should().Be(20);
        Json(await visiteur.LireAsync("/api/etablissements?q=marseille")).GetProperty("total").GetInt32().Should().BeGreaterThan(50);
        Json(await visiteur.LireAsync("/api/etablissements")).GetProperty("total").GetInt32().Should().Be(0);
        Json(await visiteur.LireAsync("/api/etablissements?q=" + new string('a', 2_000))).GetProperty("total").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task La_reponse_est_gardee_pour_le_suivant_connecte_ou_non()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var visiteur = hote.Visiter();
        (await visiteur.LireAsync("/api/etablissements?q=gap")).Entetes.Should().NotContainKey("Age");
        (await visiteur.LireAsync("/api/etablissements?q=gap")).Entetes.Should().ContainKey("Age");
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);
        var connecte = await candidat.LireAsync("/api/etablissements?q=gap");
        connecte.Entetes.Should().ContainKey("Age");
        connecte.Entetes.Should().NotContainKey("Set-Cookie");
        Json(connecte).GetProperty("total").GetInt32().Should().BeGreaterThan(3);
        (await visiteur.LireAsync("/api/etablissements?q=briancon")).Entetes.Should().NotContainKey("Age", "une autre demande est une autre réponse");
    }

    [Fact]
    public async Task Qui_demande_trop_souvent_est_arrete()
    {
        await using var hote = await Hote.DemarrerAsync(reglages: ("Rebond:RecherchesParMinute", "3"));
        using var visiteur = hote.Visiter();
        for (var i = 0; i < 3; i++)
            (await visiteur.LireAsync($"/api/etablissements?q=lycee{i}")).Statut.Should().Be(HttpStatusCode.OK);
        (await visiteur.LireAsync("/api/specialites?q=cuisine")).Statut.Should().Be(HttpStatusCode.TooManyRequests);
        (await visiteur.LireAsync("/sante")).Statut.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Une_specialite_fermee_est_expliquee_a_la_session_demandee()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: Novembre2025);
        using var visiteur = hote.Visiter();
        var fermee = Json(await visiteur.LireAsync("/api/specialites?q=25408")).GetProperty("resultats")[0];
        fermee.GetProperty("choisissable").GetBoolean().Should().BeFalse();
        fermee.GetProperty("detail").GetString().Should().StartWith("Bac professionnel, 40025408. Fermée : la dernière session était 2025.");
        Json(await visiteur.LireAsync("/api/specialites?q=25408&ajourne=true")).GetProperty("resultats")[0].GetProperty("choisissable").GetBoolean().Should().BeTrue("la session supplémentaire est pour lui");
        Json(await visiteur.LireAsync("/api/specialites?q=25408&session=2024")).GetProperty("resultats")[0].GetProperty("choisissable").GetBoolean().Should().BeTrue();
        Json(await visiteur.LireAsync("/api/specialites?q=gestion&examen=BAC_TECHNOLOGIQUE")).GetProperty("resultats").EnumerateArray().Should().OnlyContain(r => r.GetProperty("detail").GetString()!.StartsWith("Bac technologique"));
        (await visiteur.LireAsync("/api/specialites?q=x&session=demain")).Statut.Should().Be(HttpStatusCode.BadRequest);
        (await visiteur.LireAsync("/api/specialites?q=x&examen=CAP")).Statut.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Sans_script_on_cherche_puis_on_choisit_dans_la_liste()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: Novembre2025);
        using var visiteur = hote.Visiter();
        var vide = await visiteur.LireAsync("/catalogue/choix");
        vide.Statut.Should().Be(HttpStatusCode.OK);
        vide.Html.Should().NotContain("fr-input-group--error", "rien n'a encore été jugé").And.NotContain("type=\"radio\"").And.NotContain("<dsfr-").And.Contain("name=\"Etablissement.Recherche\"").And.Contain("name=\"chercher\" value=\"Etablissement\"");

        var cherche = await visiteur.LireAsync(Chemin(("Etablissement.Recherche", "thiers"), ("chercher", "Etablissement")));
        cherche.Titre.Should().NotStartWith("Erreur");
        cherche.Html.Should().Contain("name=\"Etablissement.Uai\"").And.Contain("value=\"0130040Y\"");
        cherche.Texte.Should().Contain("Lycée Thiers, Marseille (13)").And.Contain("Public, général et technologique");

        var choisi = await visiteur.LireAsync(Chemin(("Etablissement.Recherche", "thiers"), ("Etablissement.Uai", "0130040Y"), ("Specialite.Recherche", "assp"), ("Specialite.Code", "40033007"), ("valider", "1")));
        choisi.Texte.Should().Contain("Retenu : Lycée Thiers, Marseille (13) ; Accompagnement soins et services à la personne.");
    }

    [Fact]
    public async Task Sans_choix_ou_avec_un_choix_faux_l_erreur_mene_au_champ()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: Novembre2025);
        using var visiteur = hote.Visiter();
        var vide = await visiteur.LireAsync(Chemin(("valider", "1")));
        vide.Titre.Should().StartWith("Erreur : ");
        vide.Html.Should().Contain("href=\"#Etablissement_Uai\"").And.Contain("id=\"Etablissement_Uai\"").And.Contain("href=\"#Specialite_Code\"").And.Contain("id=\"Specialite_Code\"");
        vide.Texte.Should().Contain("Établissement : cherchez, puis choisissez une réponse dans la liste.").And.Contain("Spécialité ou série : cherchez");

        (await visiteur.LireAsync(Chemin(("Etablissement.Uai", "0000000A"), ("Specialite.Code", "40033007"), ("valider", "1")))).Texte.Should().NotContain("Retenu");
        var rien = await visiteur.LireAsync(Chemin(("Etablissement.Recherche", "<b>xyz</b>"), ("chercher", "Etablissement")));
        rien.Texte.Should().Contain("Aucune réponse pour « <b>xyz</b> »");

        var fermee = await visiteur.LireAsync(Chemin(("Specialite.Recherche", "25513"), ("Specialite.Code", "40025513"), ("valider", "1")));
        fermee.Texte.Should().NotContain("Retenu").And.Contain("Fermée : la dernière session était 2025. Remplacée par « Cybersécurité, Informatique et réseaux, Electronique »");
    }

    [Fact]
    public async Task En_production_la_page_d_essai_n_existe_pas_et_l_annuaire_repond()
    {
        await using var hote = await Hote.DemarrerAsync("Production");
        using var visiteur = hote.Visiter();
        (await visiteur.LireAsync("/catalogue/choix")).Statut.Should().Be(HttpStatusCode.NotFound);
        (await visiteur.LireAsync("/api/etablissements?q=gap")).Statut.Should().Be(HttpStatusCode.OK);
    }
}
