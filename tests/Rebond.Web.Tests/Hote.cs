using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Xunit;

namespace Rebond.Web.Tests;

/// <summary>
/// The whole site on a real port over an empty base of its own, with the demonstration accounts (no candidate, no jury: a test writes what
/// it needs through <see cref="Ouvrir"/>, then gives the accounts its scopes with <see cref="HabiliterAsync"/>).
/// </summary>
/// <example><c>await using var hote = await Hote.DemarrerAsync(); var page = await (await hote.SeConnecterAsync(Role.Gestionnaire)).LireAsync("/accueil");</c></example>
public sealed class Hote : IAsyncDisposable
{
    private readonly BaseDeTest _base;
    private readonly Fabrique _fabrique;

    private Hote(BaseDeTest @base, Fabrique fabrique) => (_base, _fabrique) = (@base, fabrique);

    /// <summary>By name, not by number: passkeys are bound to a name.</summary>
    public Uri Adresse => new($"http://localhost:{_fabrique.ClientOptions.BaseAddress.Port}");
    public IServiceProvider Services => _fabrique.Services;

    /// <summary>Scopes of the demonstration accounts until a test gives others.</summary>
    public static CreerComptesDemonstration.Demande PerimetresParDefaut { get; } = new(EnDeveloppement: true, "02", "013", "0130001A", Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    public static async Task<Hote> DemarrerAsync(string environnement = "Development", TimeProvider? horloge = null, Moteur moteur = Moteur.Sqlite, params (string Cle, string Valeur)[] reglages)
    {
        var @base = await BaseDeTest.CreerAsync(moteur);
        var fabrique = new Fabrique(environnement, horloge, [("Rebond:Base", @base.Chaine), ("Rebond:ConnexionsParMinute", "100000"), .. reglages]);
        fabrique.UseKestrel();
        fabrique.StartServer();
        var hote = new Hote(@base, fabrique);
        await hote.HabiliterAsync(PerimetresParDefaut);
        return hote;
    }

    public BaseRebond Ouvrir() => _base.Ouvrir();

    /// <summary>Gives the demonstration accounts these scopes; returns their ids by short name.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> HabiliterAsync(CreerComptesDemonstration.Demande perimetres)
    {
        await using var donnees = Ouvrir();
        var issue = await new CreerComptesDemonstration(donnees).ExecuteAsync(perimetres, Acteur.LigneDeCommande, TestContext.Current.CancellationToken);
        return issue.EstReussi ? issue.Valeur.Comptes : throw new InvalidOperationException(issue.Refus[0].Phrase);
    }

    /// <summary>Someone who has not signed in, with a cookie jar of his own.</summary>
    public Navigateur Visiter() => new(Adresse);

    public Task<Navigateur> SeConnecterAsync(Role role) => SeConnecterAsync(CreerComptesDemonstration.Tous.First(t => t.Role == role).Code);

    /// <summary>By short name of a demonstration account: "gestionnaire-adjoint" is the second person of a publication.</summary>
    public async Task<Navigateur> SeConnecterAsync(string compte)
    {
        var navigateur = Visiter();
        await navigateur.LireAsync("/compte/connexion");
        var arrivee = await navigateur.EnvoyerAsync("/compte/demonstration", ("compte", compte));
        return arrivee.Vers == "/accueil" ? navigateur : throw new InvalidOperationException($"Connexion de {compte} : {arrivee.Statut} {arrivee.Vers}");
    }

    public async ValueTask DisposeAsync()
    {
        await _fabrique.DisposeAsync();
        await _base.DisposeAsync();
    }

    private sealed class Fabrique(string environnement, TimeProvider? horloge, (string Cle, string Valeur)[] reglages) : WebApplicationFactory<Rebond.Web.Socle.Deploiement>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environnement);
            // Not UseKestrel(0): it sets the port while the program may already be starting, and loses now and then.
            builder.UseUrls("http://127.0.0.1:0");
            foreach (var (cle, valeur) in reglages)
                builder.UseSetting(cle, valeur);
            if (horloge is not null)
                builder.ConfigureTestServices(s => s.AddSingleton(horloge));
        }
    }
}
