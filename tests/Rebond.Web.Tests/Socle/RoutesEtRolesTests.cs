using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using AwesomeAssertions.Execution;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;
using Xunit;

namespace Rebond.Web.Tests.Socle;

/// <summary>Every address of the site against every role: the table of <see cref="Acces"/> and nothing else.</summary>
public sealed partial class RoutesEtRolesTests
{
    private sealed record Adresse(string Nom, string Chemin, bool Parametree, Acces.Regle? Regle, bool Page);

    [Fact]
    public async Task Chaque_adresse_repond_a_chaque_role_ce_que_la_table_dit()
    {
        await using var hote = await Hote.DemarrerAsync();
        var adresses = Adresses(hote);
        adresses.Should().HaveCountGreaterThan(20);
        using var _ = new AssertionScope();
        adresses.Where(a => a.Regle is null).Select(a => a.Nom).Should().BeEmpty("toute adresse est déclarée dans Acces");

        foreach (var role in Enum.GetValues<Role>())
        {
            using var navigateur = role == Role.Visiteur ? hote.Visiter() : await hote.SeConnecterAsync(role);
            foreach (var adresse in adresses.Where(a => a.Regle is not null))
            {
                var reponse = await navigateur.LireAsync(adresse.Chemin);
                var ici = $"{role} sur {adresse.Chemin}";
                if (adresse.Regle!.Admet(role))
                {
                    ((int)reponse.Statut).Should().BeLessThan(500, ici);
                    EstRenvoiConnexion(reponse).Should().BeFalse(ici);
                    // With an id of nothing, the scope may refuse what the role admits.
                    if (!adresse.Parametree)
                        reponse.Statut.Should().NotBe(HttpStatusCode.Forbidden, ici);
                }
                else if (role == Role.Visiteur)
                    EstRenvoiConnexion(reponse).Should().BeTrue($"{ici} : {reponse.Statut}");
                else
                {
                    reponse.Statut.Should().Be(HttpStatusCode.Forbidden, ici);
                    reponse.Texte.Should().Contain("Votre rôle ne permet pas d’ouvrir cette page", ici);
                }
                reponse.Entetes.Should().ContainKey("Content-Security-Policy", ici);
                EnLigne().IsMatch(reponse.Html).Should().BeFalse($"ni script ni style en ligne : {ici}");
            }
        }
    }

    /// <summary>Searches by POST, so that nothing personal stands in an address; they change nothing and their form is in cached pages.</summary>
    private static readonly string[] RecherchesSansJeton = ["/Resultats/Publics/Recherche", "/Resultats/Publics/Verifier"];

    [Fact]
    public async Task Aucun_envoi_sans_jeton_n_est_accepte()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var _ = new AssertionScope();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var navigateur = role == Role.Visiteur ? hote.Visiter() : await hote.SeConnecterAsync(role);
            foreach (var adresse in Adresses(hote).Where(a => a.Page && a.Regle?.Admet(role) == true && !a.Nom.StartsWith("/Erreur/", StringComparison.Ordinal) && !RecherchesSansJeton.Contains(a.Nom)))
                (await navigateur.ForgerAsync(adresse.Chemin)).Statut.Should().Be(HttpStatusCode.BadRequest, $"{role} sur {adresse.Chemin}");
        }
    }

    [Fact]
    public async Task Chaque_entree_de_menu_mene_a_une_page_declaree()
    {
        await using var hote = await Hote.DemarrerAsync();
        var pages = Adresses(hote).Where(a => a.Page).Select(a => a.Nom).ToList();
        Menu.Groupes.SelectMany(g => g.Entrees).Select(e => e.Page).Should().NotBeEmpty().And.BeSubsetOf(pages).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task L_accueil_d_un_role_ne_propose_que_des_pages_qui_s_ouvrent()
    {
        await using var hote = await Hote.DemarrerAsync();
        foreach (var role in Acces.Connecte)
        {
            using var navigateur = await hote.SeConnecterAsync(role);
            var accueil = await navigateur.LireAsync("/accueil");
            accueil.Statut.Should().Be(HttpStatusCode.OK);
            foreach (Match lien in LiensInternes().Matches(accueil.Html))
                ((int)(await navigateur.LireAsync(WebUtility.HtmlDecode(lien.Groups[1].Value))).Statut).Should().BeLessThan(400, $"{role} : {lien.Groups[1].Value}");
            accueil.Html.Should().NotContain("href=\"\"", "un lien vide mène à une page qui n’existe pas");
        }
    }

    private static List<Adresse> Adresses(Hote hote) => [.. hote.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Select(Decrire).DistinctBy(a => (a.Nom, a.Chemin))];

    private static Adresse Decrire(RouteEndpoint route)
    {
        var page = route.Metadata.GetMetadata<PageActionDescriptor>();
        var chemin = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart mot => mot.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separateur => separateur.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parametre => Valeur(parametre),
            _ => "",
        }))).Where(s => s.Length > 0));
        var brute = "/" + (route.RoutePattern.RawText ?? "").TrimStart('/');
        var regle = page is not null ? Acces.Pour(page.ViewEnginePath)
            : Acces.ParRoute.TryGetValue(brute, out var roles) || Acces.ParRoute.TryGetValue(brute.TrimStart('/'), out roles) ? new Acces.Regle(roles) : null;
        return new Adresse(page?.ViewEnginePath ?? brute, chemin, route.RoutePattern.Parameters.Count > 0, regle, page is not null);
    }

    private static string Valeur(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parametre) =>
        parametre.IsOptional ? "" : (parametre.ParameterPolicies.Count > 0 ? parametre.ParameterPolicies[0].Content : null) switch
        {
            "guid" => Guid.Empty.ToString(),
            "int" or "long" => "404",
            _ => "rien",
        };

    private static bool EstRenvoiConnexion(Reponse reponse) => reponse.Statut == HttpStatusCode.Redirect && reponse.Vers?.StartsWith("/compte/connexion?retour=", StringComparison.Ordinal) == true;

    [GeneratedRegex("<script(?![^>]* src=)|<style|<[^>]+ style=\"|<[^>]+ on[a-z]+=\"", RegexOptions.IgnoreCase)]
    private static partial Regex EnLigne();

    [GeneratedRegex("href=\"(/[^\"#]*)\"")]
    private static partial Regex LiensInternes();
}
