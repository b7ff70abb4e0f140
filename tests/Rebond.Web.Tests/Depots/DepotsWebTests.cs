using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Socle;
using Xunit;
using Depot = Rebond.Coeur.Socle.Depots.Depot;

namespace Rebond.Web.Tests.Depots;

/// <summary>The door of uploads and downloads over a real connection, through two addresses such as an area will have; then the page of the purge.</summary>
public sealed partial class DepotsWebTests : IAsyncLifetime
{
    private static readonly Acteur Candidat = new(Guid.CreateVersion7(), "Zoé", Role.Candidat, []);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-depots-").FullName;
    private BaseDeTest _base = null!;
    private WebApplication _site = null!;
    private HttpClient _client = null!;
    private string _jeton = "";

    public async ValueTask InitializeAsync()
    {
        _base = await BaseDeTest.CreerAsync();
        var constructeur = WebApplication.CreateBuilder();
        constructeur.Configuration["Rebond:Depots"] = _dossier;
        constructeur.Configuration["Rebond:DepotTailleMax"] = "300000";
        constructeur.Services.AddSingleton(TimeProvider.System).AddBaseRebond(_base.Chaine).AddScoped<LireDepot>().AddMvcCore();
        constructeur.Services.AddAntiforgery().AddDataProtection();
        constructeur.Services.AddDepots(constructeur.Configuration);
        constructeur.WebHost.UseUrls("http://127.0.0.1:0");
        _site = constructeur.Build();
        _site.UseEntetesSecurite();
        _site.MapGet("/jeton", (HttpContext c, IAntiforgery a) => a.GetAndStoreTokens(c).RequestToken);
        _site.MapPost("/envoi", RecevoirAsync).DisableAntiforgery();
        _site.MapGet("/fichier/{id:guid}", DonnerAsync);
        await _site.StartAsync(Ct);
        _client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Adresse };
        _jeton = await _client.GetStringAsync("/jeton", Ct);
    }

    private Uri Adresse => new(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<IResult> RecevoirAsync(HttpContext contexte, CoffreDepots coffre, BaseRebond donnees)
    {
        if (await EnvoiDeFichier.LireAsync(contexte, "piece", contexte.RequestAborted) is not { } envoi)
            return Results.BadRequest();
        var recu = await coffre.RecevoirAsync(new DepotARecevoir(envoi.Contenu, envoi.Nom, null, $"piece:{envoi.Champs["numero"]}", "ESSAI", new DateOnly(2020, 1, 1)), Candidat, contexte.RequestAborted);
        if (!recu.EstReussi)
            return Results.Text(recu.Refus[0].Code, statusCode: 422);
        await using var depot = recu.Valeur;
        await depot.EnregistrerAsync(donnees, contexte.RequestAborted);
        return Results.Text(depot.Depot.Id.ToString());
    }

    private static async Task DonnerAsync(HttpContext contexte, Guid id, LireDepot lire)
    {
        var issue = await lire.ExecuteAsync(new(id, (_, _) => Task.FromResult(true)), Candidat, contexte.RequestAborted);
        await ServirDepot.Depot(contexte, issue.Valeur!).ExecuteResultAsync(new ActionContext(contexte, new RouteData(), new ActionDescriptor()));
    }

    [Fact]
    public async Task Un_fichier_passe_de_la_page_au_coffre_et_revient_comme_fichier_seulement()
    {
        var contenu = FichiersDEssai.Pdf("% SECRET\n", 150_000);
        var envoi = await EnvoyerAsync(contenu, "Certificat d’œuvre & essai.pdf");
        envoi.Statut.Should().Be(HttpStatusCode.OK);
        await using (var donnees = _base.Ouvrir())
            (await donnees.Set<Depot>().SingleAsync(Ct)).Proprietaire.Should().Be("piece:42");

        using var reponse = await _client.GetAsync(new Uri($"/fichier/{envoi.Texte}", UriKind.Relative), Ct);
        (await reponse.Content.ReadAsByteArrayAsync(Ct)).Should().Equal(contenu);
        reponse.Content.Headers.ContentType!.ToString().Should().Be("application/pdf");
        var disposition = reponse.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).Should().Be(("attachment", "Certificat d’œuvre & essai.pdf"));
        reponse.Content.Headers.GetValues("Content-Disposition").Single().All(c => c < 128).Should().BeTrue();
        reponse.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        reponse.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox; frame-ancestors 'none'");
        reponse.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
        reponse.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Rien_de_clair_ne_touche_le_disque_pendant_l_envoi()
    {
        var temporaire = Directory.CreateDirectory(Path.Combine(_dossier, "tmp")).FullName;
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", temporaire);
        (await EnvoyerAsync(FichiersDEssai.Pdf(remplissage: 200_000), "a.pdf")).Statut.Should().Be(HttpStatusCode.OK);
        Directory.EnumerateFileSystemEntries(temporaire).Should().BeEmpty();
        foreach (var fichier in Directory.EnumerateFiles(_dossier, "*", SearchOption.AllDirectories))
            (await File.ReadAllBytesAsync(fichier, Ct)).AsSpan().IndexOf("%PDF"u8).Should().Be(-1, fichier);
    }

    [Fact]
    public async Task Sans_jeton_ou_avec_un_faux_le_fichier_n_est_pas_lu()
    {
        (await EnvoyerAsync(FichiersDEssai.Pdf(), "a.pdf", jeton: null)).Statut.Should().Be(HttpStatusCode.BadRequest);
        (await EnvoyerAsync(FichiersDEssai.Pdf(), "a.pdf", jeton: "faux")).Statut.Should().Be(HttpStatusCode.BadRequest);
        (await EnvoyerAsync(FichiersDEssai.Pdf(), "a.pdf", champ: "autre")).Statut.Should().Be(HttpStatusCode.BadRequest);
        (await _client.PostAsync(new Uri("/envoi", UriKind.Relative), new StringContent("{}"), Ct)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        Directory.EnumerateFiles(_dossier, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Theory]
    [InlineData(400_000, "FICHIER_TROP_VOLUMINEUX")]
    [InlineData(-1, "FICHIER_MANQUANT")]
    public async Task Trop_gros_ou_absent_il_est_refuse_avec_son_code(int remplissage, string code) =>
        (await EnvoyerAsync(remplissage < 0 ? [] : FichiersDEssai.Pdf(remplissage: remplissage), "a.pdf")).Should().Be(((HttpStatusCode)422, code));

    /// <summary>A telephone in a tunnel: the connection closes in the middle of the file.</summary>
    [Fact]
    public async Task Une_connexion_coupee_au_milieu_ne_laisse_ni_fichier_ni_ligne()
    {
        var jeton = await CookieAsync();
        var debut = Encoding.Latin1.GetBytes(Champ("__RequestVerificationToken", _jeton) + Champ("numero", "42") + "--F\r\nContent-Disposition: form-data; name=\"piece\"; filename=\"a.pdf\"\r\n\r\n");
        var fichier = FichiersDEssai.Pdf(remplissage: 200_000);
        using (var prise = new TcpClient())
        {
            await prise.ConnectAsync(Adresse.Host, Adresse.Port, Ct);
            var flux = prise.GetStream();
            await flux.WriteAsync(Encoding.Latin1.GetBytes($"POST /envoi HTTP/1.1\r\nHost: {Adresse.Authority}\r\nCookie: {jeton}\r\nContent-Type: multipart/form-data; boundary=F\r\nContent-Length: {debut.Length + fichier.Length + 20}\r\n\r\n"), Ct);
            await flux.WriteAsync(debut, Ct);
            await flux.WriteAsync(fichier.AsMemory(0, 150_000), Ct);
            await flux.FlushAsync(Ct);
            while (!Directory.EnumerateFiles(_dossier, "*.chiffre", SearchOption.AllDirectories).Any())
                await Task.Delay(20, Ct);
        }
        while (Directory.EnumerateFiles(_dossier, "*.chiffre", SearchOption.AllDirectories).Any())
            await Task.Delay(20, Ct);
        await using var donnees = _base.Ouvrir();
        (await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task L_administrateur_lit_la_liste_coche_et_purge()
    {
        await using var hote = await Hote.DemarrerAsync(reglages: [("Rebond:Depots", _dossier)]);
        Depot depot;
        await using (var portee = hote.Services.CreateAsyncScope())
        {
            await using var recu = (await portee.ServiceProvider.GetRequiredService<CoffreDepots>().RecevoirAsync(new DepotARecevoir(new MemoryStream(FichiersDEssai.Pdf()), "Certificat médical.pdf", null, "piece:42", "PIECE_INSCRIPTION", new DateOnly(2020, 1, 1)), Candidat, Ct)).Valeur!;
            await recu.EnregistrerAsync(portee.ServiceProvider.GetRequiredService<BaseRebond>(), Ct);
            depot = recu.Depot;
        }
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        var page = await admin.LireAsync("/depots");
        page.Texte.Should().Contain("Aucun antivirus configuré").And.Contain("Non analysé 1").And.Contain("piece:42 PIECE_INSCRIPTION 01/01/2020").And.NotContain("médical");
        var liste = ListeLue().Match(page.Html).Groups[1].Value;

        (await admin.EnvoyerAsync("/depots?handler=Purger", ("Liste", liste))).Texte.Should().Contain("Cochez la case");
        Directory.EnumerateFiles(_dossier, "*.chiffre", SearchOption.AllDirectories).Should().ContainSingle();
        (await admin.EnvoyerAsync("/depots?handler=Purger", ("Liste", "autre"), ("Confirme", "true"))).Texte.Should().Contain("La liste des fichiers à supprimer a changé");
        (await admin.SuivreAsync(await admin.EnvoyerAsync("/depots?handler=Purger", ("Liste", liste), ("Confirme", "true")))).Texte.Should().Contain("1 fichier supprimé").And.Contain("1 fichier déjà supprimé").And.Contain("Aucun fichier n’a atteint");
        Directory.EnumerateFiles(_dossier, "*.chiffre", SearchOption.AllDirectories).Should().BeEmpty();
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<Depot>().SingleAsync(d => d.Id == depot.Id, Ct)).Nom.Should().BeEmpty();
    }

    private async Task<(HttpStatusCode Statut, string Texte)> EnvoyerAsync(byte[] contenu, string nom, string? jeton = "", string champ = "piece")
    {
        // Written as a browser writes it: names in UTF-8, a type it guessed.
        var texte = (jeton is null ? "" : Champ("__RequestVerificationToken", jeton.Length == 0 ? _jeton : jeton)) + Champ("numero", "42")
            + $"--F\r\nContent-Disposition: form-data; name=\"{champ}\"; filename=\"{nom}\"\r\nContent-Type: text/html\r\n\r\n";
        using var corps = new ByteArrayContent([.. Encoding.UTF8.GetBytes(texte), .. contenu, .. "\r\n--F--\r\n"u8]);
        corps.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=F");
        using var reponse = await _client.PostAsync(new Uri("/envoi", UriKind.Relative), corps, Ct);
        return (reponse.StatusCode, await reponse.Content.ReadAsStringAsync(Ct));
    }

    private static string Champ(string nom, string valeur) => $"--F\r\nContent-Disposition: form-data; name=\"{nom}\"\r\n\r\n{valeur}\r\n";

    /// <summary>A token of its own, for a connection written by hand.</summary>
    private async Task<string> CookieAsync()
    {
        using var seul = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Adresse };
        using var reponse = await seul.GetAsync(new Uri("/jeton", UriKind.Relative), Ct);
        _jeton = await reponse.Content.ReadAsStringAsync(Ct);
        return reponse.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        await _base.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    [GeneratedRegex("name=\"Liste\" value=\"([0-9a-f]+)\"")]
    private static partial Regex ListeLue();
}
