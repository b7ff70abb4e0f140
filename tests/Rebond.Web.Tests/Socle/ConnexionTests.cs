using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Pages.Compte;
using Xunit;

namespace Rebond.Web.Tests.Socle;

public sealed partial class ConnexionTests
{
    private const string MotDePasse = "une phrase longue et sue";

    [Fact]
    public async Task Apres_cinq_essais_manques_le_bon_mot_de_passe_ne_suffit_plus_et_le_message_reste_le_meme()
    {
        await using var hote = await Hote.DemarrerAsync();
        await CreerAsync(hote, "agent@exemple.fr", Role.Gestionnaire, "02");
        using var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");

        var inconnu = await EssayerAsync(navigateur, "personne@exemple.fr", MotDePasse);
        for (var essai = 0; essai < 5; essai++)
            (await EssayerAsync(navigateur, "agent@exemple.fr", "faux")).Texte.Should().Contain(ConnexionModel.Echec);
        var bloque = await EssayerAsync(navigateur, "agent@exemple.fr", MotDePasse);

        inconnu.Texte.Should().Contain(ConnexionModel.Echec);
        bloque.Texte.Should().Contain(ConnexionModel.Echec);
        bloque.Vers.Should().BeNull();
    }

    [Fact]
    public async Task Le_bon_mot_de_passe_ouvre_la_page_demandee_et_le_cookie_est_protege()
    {
        await using var hote = await Hote.DemarrerAsync();
        await CreerAsync(hote, "admin@exemple.fr", Role.Administrateur, "02");
        using var navigateur = hote.Visiter();
        var renvoi = await navigateur.LireAsync("/compte/administration");
        await navigateur.LireAsync(renvoi.Vers!);
        var ouverte = await navigateur.EnvoyerAsync(renvoi.Vers!, ("Courriel", "admin@exemple.fr"), ("MotDePasse", MotDePasse));

        ouverte.Vers.Should().Be("/compte/administration");
        ouverte.Entetes["Set-Cookie"].Should().Contain("rebond=").And.Contain("httponly").And.Contain("samesite=lax");
        (await navigateur.LireAsync(ouverte.Vers!)).Statut.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Une_adresse_de_retour_etrangere_est_ignoree()
    {
        await using var hote = await Hote.DemarrerAsync();
        await CreerAsync(hote, "admin@exemple.fr", Role.Administrateur, "02");
        using var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");
        (await navigateur.EnvoyerAsync("/compte/connexion?retour=https://ailleurs.example/", ("Courriel", "admin@exemple.fr"), ("MotDePasse", MotDePasse))).Vers.Should().Be("/accueil");
    }

    [Fact]
    public async Task Trop_de_tentatives_depuis_une_adresse_sont_refusees_429()
    {
        await using var hote = await Hote.DemarrerAsync(reglages: ("Rebond:ConnexionsParMinute", "3"));
        using var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");
        for (var essai = 0; essai < 3; essai++)
            (await EssayerAsync(navigateur, $"a{essai}@exemple.fr", "faux")).Statut.Should().Be(HttpStatusCode.OK);
        var refus = await EssayerAsync(navigateur, "b@exemple.fr", "faux");

        refus.Statut.Should().Be(HttpStatusCode.TooManyRequests);
        refus.Texte.Should().Contain("Trop de tentatives");
        (await navigateur.LireAsync("/compte/connexion")).Statut.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Le_second_facteur_exige_retient_puis_laisse_entrer_et_un_code_de_secours_sert_une_fois()
    {
        await using var hote = await Hote.DemarrerAsync(reglages: ("Rebond:ExigerSecondFacteur", "true"));
        await CreerAsync(hote, "admin@exemple.fr", Role.Administrateur, "02");
        using var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");
        await EssayerAsync(navigateur, "admin@exemple.fr", MotDePasse);

        (await navigateur.LireAsync("/compte/administration")).Vers.Should().Be("/compte/secondfacteur");
        var enrolement = await navigateur.LireAsync("/compte/secondfacteur");
        enrolement.Texte.Should().Contain("Une dernière étape avant d’entrer");
        var cle = CleTotp().Match(enrolement.Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        (await navigateur.EnvoyerAsync("/compte/secondfacteur?handler=Activer", ("Code", "000000"))).Texte.Should().Contain("Ce code est faux ou périmé");
        var active = await navigateur.EnvoyerAsync("/compte/secondfacteur?handler=Activer", ("Code", Totp.Code(cle)));
        var codes = CodeSecours().Matches(active.Html).Select(m => m.Groups[1].Value).ToList();
        codes.Should().HaveCount(10);
        (await navigateur.LireAsync("/compte/administration")).Statut.Should().Be(HttpStatusCode.OK);

        using var ensuite = hote.Visiter();
        await ensuite.LireAsync("/compte/connexion");
        (await EssayerAsync(ensuite, "admin@exemple.fr", MotDePasse)).Vers.Should().Be("/compte/codesecondfacteur");
        (await ensuite.LireAsync("/compte/administration")).Vers.Should().StartWith("/compte/connexion");
        (await ensuite.EnvoyerAsync("/compte/codesecondfacteur", ("Code", Totp.Code(cle)))).Vers.Should().Be("/accueil");

        foreach (var (essai, attendu) in ((int, string?)[])[(1, "/accueil"), (2, null)])
        {
            using var perdu = hote.Visiter();
            await perdu.LireAsync("/compte/connexion");
            await EssayerAsync(perdu, "admin@exemple.fr", MotDePasse);
            (await perdu.EnvoyerAsync("/compte/codesecours", ("Code", codes[0]))).Vers.Should().Be(attendu, $"essai {essai}");
        }
    }

    [Fact]
    public async Task Un_compte_a_deux_roles_en_choisit_un_et_n_a_que_celui_la()
    {
        await using var hote = await Hote.DemarrerAsync();
        await CreerAsync(hote, "double@exemple.fr", Role.Administrateur, "02", Role.Pilotage);
        using var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");
        await EssayerAsync(navigateur, "double@exemple.fr", MotDePasse);

        (await navigateur.LireAsync("/compte/administration")).Vers.Should().Be("/compte/choisirrole");
        await navigateur.LireAsync("/compte/choisirrole");
        (await navigateur.EnvoyerAsync("/compte/choisirrole", ("Code", "GESTIONNAIRE"))).Texte.Should().Contain("Choisissez un de vos rôles");
        (await navigateur.EnvoyerAsync("/compte/choisirrole", ("Code", "PILOTAGE"))).Vers.Should().Be("/accueil");
        (await navigateur.LireAsync("/compte/administration")).Statut.Should().Be(HttpStatusCode.Forbidden);
        await navigateur.LireAsync("/compte/choisirrole");
        await navigateur.EnvoyerAsync("/compte/choisirrole", ("Code", "ADMINISTRATEUR"));
        (await navigateur.LireAsync("/compte/administration")).Statut.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Un_formulaire_perime_est_explique_meme_si_un_champ_s_appelle_code()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var navigateur = await hote.SeConnecterAsync(Role.Pilotage);
        var refus = await navigateur.EnvoyerAsync("/compte/choisirrole", ("Code", "x"), ("__RequestVerificationToken", "faux"));
        refus.Statut.Should().Be(HttpStatusCode.BadRequest);
        refus.Titre.Should().Be("Demande refusée – Rebond");
    }

    [Fact]
    public async Task Une_habilitation_retiree_est_perdue_dans_la_minute_et_le_role_choisi_survit_au_controle()
    {
        var horloge = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var hote = await Hote.DemarrerAsync(horloge: horloge);
        var id = await CreerAsync(hote, "double@exemple.fr", Role.Administrateur, "02", Role.Pilotage);
        using var navigateur = hote.Visiter();
        await navigateur.LireAsync("/compte/connexion");
        await EssayerAsync(navigateur, "double@exemple.fr", MotDePasse);
        await navigateur.LireAsync("/compte/choisirrole");
        await navigateur.EnvoyerAsync("/compte/choisirrole", ("Code", "ADMINISTRATEUR"));
        horloge.Advance(TimeSpan.FromMinutes(2));
        (await navigateur.LireAsync("/compte/administration")).Statut.Should().Be(HttpStatusCode.OK);

        await using (var donnees = hote.Ouvrir())
        {
            var habilitation = donnees.Set<Habilitation>().Single(h => h.UtilisateurId == id && h.Role == Role.Administrateur);
            (await new RetirerHabilitation(donnees).ExecuteAsync(new RetirerHabilitation.Demande(habilitation.Id, "départ"), Acteur.LigneDeCommande, TestContext.Current.CancellationToken)).EstReussi.Should().BeTrue();
        }
        horloge.Advance(TimeSpan.FromMinutes(2));
        (await navigateur.LireAsync("/compte/administration")).Statut.Should().Be(HttpStatusCode.Forbidden);
    }

    private static Task<Reponse> EssayerAsync(Navigateur navigateur, string courriel, string motDePasse) =>
        navigateur.EnvoyerAsync("/compte/connexion", ("Courriel", courriel), ("MotDePasse", motDePasse));

    private static async Task<Guid> CreerAsync(Hote hote, string courriel, Role role, string perimetre, params Role[] aussi)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portee = hote.Services.CreateAsyncScope();
        var creation = await portee.ServiceProvider.GetRequiredService<CreerCompte>().ExecuteAsync(new CreerCompte.Demande(courriel, "Dominique Martin"), Acteur.LigneDeCommande, ct);
        var id = creation.Valeur!.CompteId;
        foreach (var chaque in aussi.Prepend(role))
            (await portee.ServiceProvider.GetRequiredService<AccorderHabilitation>().ExecuteAsync(new AccorderHabilitation.Demande(id, chaque, perimetre), Acteur.LigneDeCommande, ct)).EstReussi.Should().BeTrue();
        var comptes = portee.ServiceProvider.GetRequiredService<UserManager<Utilisateur>>();
        (await comptes.AddPasswordAsync((await comptes.FindByIdAsync(id.ToString()))!, MotDePasse)).Succeeded.Should().BeTrue();
        return id;
    }

    [GeneratedRegex("la clé <span class=\"rebond-code\">([^<]+)</span>")]
    private static partial Regex CleTotp();

    [GeneratedRegex("<li>([A-Z0-9]{5}-[A-Z0-9]{5})</li>")]
    private static partial Regex CodeSecours();
}
