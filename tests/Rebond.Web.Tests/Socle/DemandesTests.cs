using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Xunit;

namespace Rebond.Web.Tests.Socle;

/// <summary>Two administrateurs, by the pages: one asks, the other confirms, the holder needs what each of them has.</summary>
public sealed partial class DemandesTests
{
    private const string MotDePasse = "une phrase longue et sue";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_gestionnaire_s_ouvre_a_deux_par_les_pages_et_personne_n_y_arrive_seul()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var une = await AdministrateurAsync(hote, "une@exemple.fr");
        using var autre = await AdministrateurAsync(hote, "autre@exemple.fr");
        await une.LireAsync("/compte/administration");
        var page = (await une.EnvoyerAsync("/compte/administration", ("Courriel", "agent@exemple.fr"), ("Nom", "Dominique Martin"))).Vers!;
        await une.LireAsync(page);

        (await une.SuivreAsync(await une.EnvoyerAsync($"{page}?handler=Accorder", ("Role", "GESTIONNAIRE"), ("Perimetre", "02")))).Texte.Should().Contain("votre demande est inscrite").And.Contain("ce compte n’ouvre que sa propre page");
        (await une.LireAsync("/compte/administration/demandes")).Texte.Should().Contain("Rôle Gestionnaire (DEC), périmètre 02").And.NotContain("Confirmer la demande");
        await ConfirmerAsync(autre, "L’habilitation est accordée");

        await une.LireAsync(page);
        (await une.SuivreAsync(await une.EnvoyerAsync($"{page}?handler=Lien"))).Texte.Should().Contain("Un lien d’activation est demandé par").And.NotContain("Il sert une fois");
        (await autre.LireAsync("/compte/administration")).Texte.Should().Contain("Demandes à confirmer (1)");
        var code = Code().Match(await ConfirmerAsync(autre, "Donnez ce code à la personne")).Groups[1].Value;
        await une.LireAsync(page);
        var lien = WebUtility.HtmlDecode(LienActivation().Match((await une.EnvoyerAsync($"{page}?handler=Lien")).Html).Groups[1].Value);

        using var personne = hote.Visiter();
        (await personne.LireAsync(lien)).Texte.Should().Contain("Code de confirmation");
        (await personne.EnvoyerAsync(lien, ("Nouveau", MotDePasse))).Texte.Should().Contain("Ce code n’est pas le bon");
        (await personne.EnvoyerAsync(lien, ("Nouveau", MotDePasse), ("Code", code))).Vers.Should().Be("/compte/connexion");
        await personne.LireAsync("/compte/connexion");
        (await personne.EnvoyerAsync("/compte/connexion", ("Courriel", "agent@exemple.fr"), ("MotDePasse", MotDePasse))).Vers.Should().Be("/accueil");
        (await personne.LireAsync("/accueil")).Texte.Should().Contain("signer à deux", "c’est l’accueil d’un gestionnaire");
    }

    [Fact]
    public async Task Une_demande_se_refuse_avec_un_motif_et_un_candidat_recoit_son_lien_d_une_seule_personne()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var une = await AdministrateurAsync(hote, "une@exemple.fr");
        using var autre = await AdministrateurAsync(hote, "autre@exemple.fr");
        var gestionnaire = $"/compte/administration/compte/{await CompteAsync(hote, "agent@exemple.fr", Role.Gestionnaire, "02")}";
        var candidat = $"/compte/administration/compte/{await CompteAsync(hote, "eleve@exemple.fr", Role.Candidat, Guid.CreateVersion7().ToString())}";

        await une.LireAsync(candidat);
        (await une.EnvoyerAsync($"{candidat}?handler=Lien")).Texte.Should().Contain("Il sert une fois").And.NotContain("saisir le code");
        await une.LireAsync(gestionnaire);
        await une.EnvoyerAsync($"{gestionnaire}?handler=Lien");
        var demandes = await autre.LireAsync("/compte/administration/demandes");
        var refus = WebUtility.HtmlDecode(Refuser().Match(demandes.Html).Groups[1].Value);
        (await autre.EnvoyerAsync(refus, ("motif", " "))).Texte.Should().Contain("le motif est conservé au journal");
        (await autre.SuivreAsync(await autre.EnvoyerAsync(refus, ("motif", "personne inconnue")))).Texte.Should().Contain("Aucune demande n’est en cours");
    }

    [Fact]
    public async Task Le_lien_de_la_ligne_de_commande_ouvre_le_premier_administrateur_sur_le_site()
    {
        await using var hote = await Hote.DemarrerAsync();
        string chaine;
        await using (var donnees = hote.Ouvrir())
            chaine = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetConnectionString(donnees.Database)!;
        // What the command does, services of its own over the same base.
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddBaseRebond(chaine).AddComptesSansConnexion().AddScoped<DelivrerLienActivation>().AddScoped<CreerAdministrateur>().BuildServiceProvider();
        await using var portee = services.CreateAsyncScope();
        var cree = (await portee.ServiceProvider.GetRequiredService<CreerAdministrateur>().ExecuteAsync(new("premiere@exemple.fr", "Première personne", "02"), Acteur.LigneDeCommande, Ct)).Valeur!;
        var lien = $"/compte/activer?compte={cree.CompteId}&jeton={Uri.EscapeDataString(cree.Jeton)}";

        using var personne = hote.Visiter();
        (await personne.LireAsync(lien)).Texte.Should().NotContain("Code de confirmation");
        (await personne.EnvoyerAsync(lien, ("Nouveau", MotDePasse))).Vers.Should().Be("/compte/connexion");
        await personne.LireAsync("/compte/connexion");
        await personne.EnvoyerAsync("/compte/connexion", ("Courriel", "premiere@exemple.fr"), ("MotDePasse", MotDePasse));
        (await personne.LireAsync("/compte/administration/demandes")).Texte.Should().Contain("Vous êtes seul administrateur");
    }

    private static async Task<string> ConfirmerAsync(Navigateur administrateur, string attendu)
    {
        var demandes = await administrateur.LireAsync("/compte/administration/demandes");
        var reponse = await administrateur.SuivreAsync(await administrateur.EnvoyerAsync(WebUtility.HtmlDecode(Confirmer().Match(demandes.Html).Groups[1].Value)));
        reponse.Texte.Should().Contain(attendu);
        return reponse.Html;
    }

    private static async Task<Navigateur> AdministrateurAsync(Hote hote, string courriel)
    {
        var id = await CompteAsync(hote, courriel, Role.Administrateur, "02");
        await using (var portee = hote.Services.CreateAsyncScope())
        {
            var comptes = portee.ServiceProvider.GetRequiredService<UserManager<Utilisateur>>();
            (await comptes.AddPasswordAsync((await comptes.FindByIdAsync(id.ToString()))!, MotDePasse)).Succeeded.Should().BeTrue();
        }
        var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");
        (await navigateur.EnvoyerAsync("/compte/connexion", ("Courriel", courriel), ("MotDePasse", MotDePasse))).Vers.Should().Be("/accueil");
        return navigateur;
    }

    private static async Task<Guid> CompteAsync(Hote hote, string courriel, Role role, string perimetre)
    {
        await using var donnees = hote.Ouvrir();
        var id = (await new CreerCompte(donnees).ExecuteAsync(new(courriel, courriel), Acteur.LigneDeCommande, Ct)).Valeur!.CompteId;
        (await new AccorderHabilitation(donnees).ExecuteAsync(new(id, role, perimetre), Acteur.LigneDeCommande, Ct)).EstReussi.Should().BeTrue();
        return id;
    }

    [GeneratedRegex("action=\"([^\"]*handler=Confirmer[^\"]*)\"")]
    private static partial Regex Confirmer();

    [GeneratedRegex("action=\"([^\"]*handler=Refuser[^\"]*)\"")]
    private static partial Regex Refuser();

    [GeneratedRegex("class=\"rebond-code\">([0-9A-Z]{5}-[0-9A-Z]{5})<")]
    private static partial Regex Code();

    [GeneratedRegex("class=\"rebond-code\">(http[^<]+)<")]
    private static partial Regex LienActivation();
}
