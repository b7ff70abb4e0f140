using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>Two links, one person: the young person's and his guardian's, to sign the request and to read what is kept.</summary>
public sealed class LiensTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Il_signe_sa_demande_de_son_lien_sa_mere_aussi_et_la_proviseure_le_voit()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var id = await hote.DossierAsync();
        await RajeunirAsync(hote);
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var lui = hote.Visiter();
        using var mere = hote.Visiter();
        var (lien, parent) = (await hote.LienAsync(), hote.Services.GetRequiredService<LienDeRendezVous>().Chemin(id, TitulaireLien.Responsable));
        await lui.LireAsync($"{lien}/reinscription");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}/reinscription?handler=Demander", ("PremierEchec", "OUI"), ("Ou", "SIEN"), ("Autre.Quoi", "MEME")))).Texte.Should().Contain("Tom : pas encore signé").And.Contain("J’ai lu et je signe ma demande").And.Contain("Un parent signe après vous");
        (await lui.LireAsync(lien)).Texte.Should().Contain("Votre demande pour revenir est à signer");
        (await mere.LireAsync($"{parent}/reinscription")).Texte.Should().Contain("Tom n’a pas encore signé").And.NotContain("je signe sa demande");
        (await proviseure.LireAsync($"/suivi/{id}/reinscription")).Texte.Should().Contain("Tom : signature attendue").And.Contain("Responsable légal : signature attendue").And.Contain("Signer cette réponse", "elle répond sans attendre");

        await lui.LireAsync($"{lien}/reinscription");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}/reinscription?handler=Signer", ("version", "0")))).Texte.Should().Contain("C’est signé. Merci.").And.Contain("Il manque la signature d’un parent").And.NotContain("je signe ma demande");
        (await mere.LireAsync(parent)).Texte.Should().Contain("Sa demande attend votre signature");
        (await mere.LireAsync($"{parent}/reinscription")).Texte.Should().Contain("J’ai lu et je signe sa demande");
        (await mere.SuivreAsync(await mere.EnvoyerAsync($"{parent}/reinscription?handler=Signer", ("version", "1")))).Texte.Should().Contain("Responsable légal : signé le 07/07/2020").And.NotContain("je signe sa demande");
        (await mere.LireAsync(parent)).Texte.Should().NotContain("attend votre signature");

        var page = await proviseure.LireAsync($"/suivi/{id}/reinscription");
        page.Texte.Should().Contain("Tom : signé le 07/07/2020").And.Contain("à l’écran").And.NotContain("signature attendue").And.NotContain("Noter cette signature");
    }

    [Fact]
    public async Task Le_lycee_note_une_signature_sur_papier()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var page = $"/suivi/{await hote.DossierAsync()}/reinscription";
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        await cpe.LireAsync(page);
        await cpe.EnvoyerAsync($"{page}?handler=Demander", ("PremierEchec", "OUI"), ("Ou", "SIEN"), ("Autre.Quoi", "MEME"));
        (await cpe.LireAsync(page)).Texte.Should().Contain("Elle signe ici, ou a signé sur papier").And.NotContain("Responsable légal");

        (await cpe.EnvoyerAsync($"{page}?handler=Signer", ("Version", "0"), ("Qui", "JEUNE"))).Texte.Should().Contain("Dites si la signature est faite à l’écran ou sur le papier");
        (await cpe.SuivreAsync(await cpe.EnvoyerAsync($"{page}?handler=Signer", ("Version", "0"), ("Qui", "JEUNE"), ("Mode", "PAPIER")))).Texte.Should().Contain("La demande est signée.").And.Contain("sur papier");
    }

    [Fact]
    public async Task Sa_mere_lit_ce_qui_est_garde_s_oppose_et_le_lycee_lui_repond_jusqu_aux_dix_huit_ans()
    {
        var horloge = new HorlogeReglable(DonneesResultats.EmbargoPro.AddHours(1));
        await using var hote = await HotePublie.DemarrerAsync(horloge);
        var id = await hote.DossierAsync();
        await RajeunirAsync(hote);
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var lui = hote.Visiter();
        using var mere = hote.Visiter();
        var (lien, parent) = (await hote.LienAsync(), hote.Services.GetRequiredService<LienDeRendezVous>().Chemin(id, TitulaireLien.Responsable));
        await proviseure.LireAsync($"/suivi/{id}");
        await proviseure.EnvoyerAsync($"/suivi/{id}?handler=Contact", ("Version", "0"), ("Canal", "TELEPHONE"), ("Resultat", "AUTRE"), ("Observation", "Veut réfléchir une semaine"));

        (await mere.LireAsync(parent)).Texte.Should().Contain("Ce qui est gardé sur Tom, et vos droits");
        (await mere.LireAsync($"{parent}/donnees")).Texte.Should().Contain("Ce qui est gardé sur Tom").And.Contain("jusqu’à ses 18 ans").And.Contain("24 mois après la fin du suivi").And.Contain("01/03/2003").And.Contain("par Proviseure").And.NotContain("Veut réfléchir").And.Contain("Qui prévenir : Lycée professionnel Exemple");
        (await lui.LireAsync($"{lien}/donnees")).Texte.Should().Contain("Ce qui est gardé sur vous").And.Contain("Veut réfléchir une semaine");

        (await mere.EnvoyerAsync($"{parent}/donnees?handler=Opposer", ("Raison", new string('x', 501)))).Texte.Should().Contain("Ce texte a plus de 500 caractères");
        (await mere.SuivreAsync(await mere.EnvoyerAsync($"{parent}/donnees?handler=Opposer", ("Raison", "Nous nous en occupons.")))).Texte.Should().Contain("Vous vous êtes opposé").And.Contain("avant le 06/08/2020").And.NotContain("Pourquoi ?");
        (await lui.LireAsync($"{lien}/donnees")).Texte.Should().Contain("Votre responsable légal s’est opposé");
        (await proviseure.LireAsync($"/suivi/{id}")).Texte.Should().Contain("Son responsable légal s’oppose au suivi").And.Contain("« Nous nous en occupons. »");
        (await proviseure.SuivreAsync(await proviseure.EnvoyerAsync($"/suivi/{id}?handler=Opposition", ("Version", "2"), ("Acceptee", "NON"), ("MotifOpposition", "Tom a 17 ans et demande de l’aide.")))).Texte.Should().Contain("La réponse est enregistrée");
        (await mere.LireAsync($"{parent}/donnees")).Texte.Should().Contain("Ce n’est pas accepté : le suivi continue").And.Contain("Tom a 17 ans et demande de l’aide.");

        horloge.Maintenant = new DateTimeOffset(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var fini = await mere.LireAsync($"{hote.Services.GetRequiredService<LienDeRendezVous>().Chemin(id, TitulaireLien.Responsable)}/donnees");
        fini.Statut.Should().Be(System.Net.HttpStatusCode.NotFound);
        fini.Texte.Should().Contain("Votre enfant a 18 ans").And.Contain("Vous ne lisez plus son suivi d’ici").And.NotContain("AJOURNE-FICTIF");
    }

    private static async Task RajeunirAsync(Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        await donnees.Set<DossierSuivi>().ExecuteUpdateAsync(d => d.SetProperty(x => x.Naissance, new DateOnly(2003, 3, 1)), Ct);
    }
}
