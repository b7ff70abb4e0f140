using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;
using Xunit;

namespace Rebond.Tests.Resultats;

/// <summary>
/// The whole host on a real port, with its own base, a clock the test moves and its logs kept. Who acts is told by a cookie: logging in is
/// the matter of the accounts' tests.
/// </summary>
public sealed class HoteResultats : IAsyncLifetime
{
    public const string Cookie = "test-acteur";

    private BaseDeTest _base = null!;
    private WebApplication _application = null!;
    private readonly string _documents = Directory.CreateTempSubdirectory("rebond-documents-").FullName;

    public HorlogeReglable Horloge { get; } = new(new DateTimeOffset(2020, 7, 7, 9, 0, 0, TimeSpan.Zero));
    public JournalEnMemoire Journaux { get; } = new();
    public DonneesResultats Donnees { get; private set; } = null!;
    public Uri Adresse { get; private set; } = null!;
    public IServiceProvider Services => _application.Services;

    public Coeur.Socle.Donnees.BaseRebond Ouvrir() => _base.Ouvrir();

    /// <summary>A client acting as someone; redirects are not followed.</summary>
    public HttpClient Client(Role role = Role.Visiteur, TypePerimetre type = TypePerimetre.Academie, string perimetre = "02")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Adresse };
        if (role != Role.Visiteur)
            client.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={ValeurCookie(role, type, perimetre)}");
        return client;
    }

    public HttpClient ClientCandidat(Guid candidature) => Client(Role.Candidat, TypePerimetre.Candidature, candidature.ToString());

    public static string ValeurCookie(Role role, TypePerimetre type, string perimetre) => $"{role.Code()}:{type.Code()}:{perimetre}";

    public async ValueTask InitializeAsync()
    {
        _base = await BaseDeTest.CreerAsync(horloge: Horloge);
        await using (var donnees = _base.Ouvrir())
            Donnees = await DonneesResultats.EcrireAsync(donnees);
        var constructeur = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Acces).Assembly.GetName().Name,
            ContentRootPath = Path.Combine(Racine(), "src", "Rebond.Web"),
            EnvironmentName = "Test",
        });
        constructeur.Configuration.AddInMemoryCollection([new("Rebond:Base", _base.Chaine), new("Rebond:Demonstration", "true"), new("Rebond:Documents", _documents), new("Logging:LogLevel:Microsoft.AspNetCore", "Information")]);
        constructeur.AddRebondWeb();
        constructeur.Logging.ClearProviders().AddProvider(Journaux).SetMinimumLevel(LogLevel.Debug);
        // The files of wwwroot, which only Development finds by itself.
        constructeur.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        constructeur.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Horloge));
        constructeur.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ActeurParCookie>("test", null);
        constructeur.Services.PostConfigure<AuthenticationOptions>(o => o.DefaultAuthenticateScheme = o.DefaultChallengeScheme = o.DefaultForbidScheme = "test");
        _application = constructeur.Build();
        _application.UseRebondWeb();
        await _application.StartAsync(TestContext.Current.CancellationToken);
        Adresse = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _base.DisposeAsync();
        Directory.Delete(_documents, recursive: true);
    }

    private static string Racine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "Rebond.slnx")))
            dossier = dossier.Parent ?? throw new InvalidOperationException("Rebond.slnx introuvable au-dessus des tests.");
        return dossier.FullName;
    }

    private sealed class ActeurParCookie(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory journaux, UrlEncoder encodeur) : AuthenticationHandler<AuthenticationSchemeOptions>(options, journaux, encodeur)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Cookies[Cookie]?.Split(':') is not [var role, var type, var code])
                return Task.FromResult(AuthenticateResult.NoResult());
            var identite = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString()), new(ClaimTypes.Name, "Personne de test"),
                new(ActeurCourant.ClaimRole, role), new(ActeurCourant.ClaimPerimetre, $"{type}|{code}"),
            ], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identite), Scheme.Name)));
        }
    }
}

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class HorlogeReglable(DateTimeOffset depart) : TimeProvider
{
    public DateTimeOffset Maintenant { get; set; } = depart;
    public override DateTimeOffset GetUtcNow() => Maintenant;
}

/// <summary>Everything logged, as text.</summary>
public sealed class JournalEnMemoire : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lignes = new();

    public string Texte => string.Join('\n', _lignes);
    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lignes.Enqueue(formatter(state, exception) + exception);
    public void Dispose() { }
}
