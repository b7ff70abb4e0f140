using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;
using Xunit;

namespace Rebond.Web.Tests.Socle;

/// <summary>What the host answers whoever asks: headers, errors, health, and what exists in Development only.</summary>
public sealed class HoteTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/compte/connexion")]
    [InlineData("/une/page/qui/n/existe/pas")]
    [InlineData("/sante")]
    [InlineData("/css/rebond.css")]
    [InlineData("/dsfr/dsfr.min.css")]
    public async Task Chaque_reponse_porte_les_entetes_de_securite(string chemin)
    {
        await using var hote = await Hote.DemarrerAsync();
        using var navigateur = hote.Visiter();
        var entetes = (await navigateur.LireAsync(chemin)).Entetes;
        entetes["Content-Security-Policy"].Should().Be(EntetesSecurite.Politique).And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        entetes["X-Content-Type-Options"].Should().Be("nosniff");
        entetes["Referrer-Policy"].Should().Be("same-origin");
        entetes.Should().NotContainKey("Server");
    }

    [Fact]
    public async Task Une_page_inconnue_est_une_page_404_en_francais_pour_tous()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var visiteur = hote.Visiter();
        using var connecte = await hote.SeConnecterAsync(Role.Pilotage);
        foreach (var navigateur in (Navigateur[])[visiteur, connecte])
        {
            var page = await navigateur.LireAsync("/une/page/qui/n/existe/pas");
            page.Statut.Should().Be(HttpStatusCode.NotFound);
            page.Titre.Should().Be("Page introuvable – Rebond");
        }
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Une_panne_donne_une_reference_et_rien_de_la_machine(string environnement)
    {
        await using var hote = await Hote.DemarrerAsync(environnement);
        await using (var donnees = hote.Ouvrir())
            await donnees.Database.ExecuteSqlRawAsync("alter table socle_utilisateur rename to ailleurs", TestContext.Current.CancellationToken);
        using var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");
        var page = await navigateur.EnvoyerAsync("/compte/connexion", ("Courriel", "a@exemple.fr"), ("MotDePasse", "x"));

        page.Statut.Should().Be(HttpStatusCode.InternalServerError);
        page.Texte.Should().Contain("Référence à donner à l’assistance").And.NotContain("Exception").And.NotContain("socle_utilisateur").And.NotContain("   at ");
        page.Entetes.Should().ContainKey("Content-Security-Policy");
    }

    [Fact]
    public async Task La_sante_dit_si_la_base_repond()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var navigateur = hote.Visiter();
        var sante = await navigateur.LireAsync("/sante");
        sante.Statut.Should().Be(HttpStatusCode.OK);
        sante.Html.Should().Be("en service");
    }

    [Fact]
    public async Task Une_demonstration_dit_le_jour_ou_elle_vit_et_aucune_autre_horloge_n_est_acceptee_en_production()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: new HorlogeDecalee(-400));
        using var visiteur = hote.Visiter();
        (await visiteur.LireAsync("/")).Texte.Should().Contain($"Ici, nous sommes le {DateTime.UtcNow.AddDays(-400).JourAParis():dd/MM/yyyy}.");
        await using var ordinaire = await Hote.DemarrerAsync();
        using var autre = ordinaire.Visiter();
        (await autre.LireAsync("/")).Texte.Should().NotContain("nous sommes le");

        await FluentActions.Awaiting(() => Hote.DemarrerAsync("Production", reglages: (HorlogeDecalee.Reglage, "-400"))).Should().ThrowAsync<InvalidOperationException>().WithMessage("*ne sert qu'à une démonstration*");
    }

    [Fact]
    public async Task En_production_ni_connexion_de_demonstration_ni_catalogue()
    {
        await using var hote = await Hote.DemarrerAsync("Production");
        using var navigateur = hote.Visiter();
        (await navigateur.LireAsync("/compte/connexion")).Texte.Should().NotContain("Données de démonstration");
        foreach (var (code, _, _) in CreerComptesDemonstration.Tous)
        {
            var refus = await navigateur.EnvoyerAsync("/compte/demonstration", ("compte", code));
            refus.Statut.Should().Be(HttpStatusCode.NotFound);
            refus.Entetes.GetValueOrDefault("Set-Cookie", "").Should().NotContain("rebond=");
        }
        (await navigateur.LireAsync("/")).Html.Should().NotContain("/compte/demonstration");
        (await navigateur.LireAsync("/catalogue")).Statut.Should().Be(HttpStatusCode.NotFound);
        (await navigateur.LireAsync("/accueil")).Vers.Should().StartWith("/compte/connexion");
    }

    [Fact]
    public async Task En_developpement_un_bouton_par_compte_de_demonstration()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var navigateur = hote.Visiter();
        var accueil = await navigateur.LireAsync("/");
        foreach (var (code, _, _) in CreerComptesDemonstration.Tous)
            accueil.Html.Should().Contain($"name=\"compte\" value=\"{code}\"");
        accueil.Texte.Should().Contain("toutes les personnes sont synthétiques");
        (await navigateur.EnvoyerAsync("/compte/demonstration", ("compte", "root"))).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Le_catalogue_dessine_chaque_element_sans_faute()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var navigateur = hote.Visiter();
        var page = await navigateur.LireAsync("/catalogue?tri=nom&p=4");
        page.Statut.Should().Be(HttpStatusCode.OK);
        page.Html.Should().NotContain("<dsfr-", "un élément inconnu resterait tel quel").And.Contain("href=\"/catalogue?tri=nom&amp;p=5\"");
        page.Html.Should().Contain("href=\"#EnErreur\"").And.Contain("id=\"EnErreur\"");
        page.Titre.Should().StartWith("Erreur : ");
        page.Html.Should().Contain("<button type=\"button\" class=\"fr-btn\">Principal</button>").And.Contain("<a href=\"#boutons\" class=\"fr-btn\">Lien</a>");
    }

    [Fact]
    public async Task Chaque_formulaire_a_de_quoi_etre_envoye()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var administrateur = await hote.SeConnecterAsync(Role.Administrateur);
        foreach (var chemin in (string[])["/compte/connexion", "/compte/secondfacteur", "/compte/cles", "/compte/administration", "/compte/choisirrole"])
        {
            var html = (await administrateur.LireAsync(chemin)).Html;
            html.Split("<form ").Skip(1).Select(f => f.Split("</form>")[0]).Should().NotBeEmpty().And.OnlyContain(f => f.Contains("type=\"submit\"", StringComparison.Ordinal), chemin);
        }
    }
}
