using System.Collections.Concurrent;
using Microsoft.Playwright;
using Rebond.Coeur.Socle;

namespace Rebond.Web.Documents;

/// <summary>The machine has no Chromium where Rebond looks for it: an expected refusal, with the cure.</summary>
public sealed record ChromiumAbsent(string Cherche) : Refus(GenreRefus.Conflit, "CHROMIUM_ABSENT",
    $"Le document ne peut pas être imprimé : Chromium est introuvable ({Cherche}). Sur le serveur, installez-le par « apt-get install chromium », ou indiquez son chemin dans le réglage « Rebond:Chromium ».");

/// <summary>A page of the browser, kept from one document to the next: opening one costs several times what printing a short document does.</summary>
internal sealed class PageOuverte(IPage page)
{
    public IPage Page => page;
    public int Documents { get; set; }
}

/// <summary>
/// One Chromium for the life of the application, started at the first document and started again if it dies. It never reaches the
/// network: its only context is offline, every request is aborted, scripts are off.
/// </summary>
internal sealed class Navigateur(string? cheminRegle) : IAsyncDisposable
{
    // --no-sandbox: containers and root have no user namespaces; what is printed is our own HTML, without script nor network.
    private static readonly string[] Options =
        ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    /// <summary>A page is closed after that many documents: what a long-lived one would keep in memory goes with it.</summary>
    private const int DocumentsParPage = 100;

    private readonly SemaphoreSlim _seul = new(1);
    private readonly ConcurrentQueue<PageOuverte> _libres = new();
    private IPlaywright? _pilote;
    private IBrowser? _navigateur;
    private IBrowserContext? _contexte;

    /// <summary>Where Chromium is: the setting if there is one, else the PATH. Null when it is nowhere.</summary>
    public static string? Trouver(string? cheminRegle)
    {
        if (!string.IsNullOrEmpty(cheminRegle))
            return File.Exists(cheminRegle) ? cheminRegle : null;
        string[] noms = ["chromium", "chromium-browser", "google-chrome"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(dossier => noms.Select(nom => Path.Combine(dossier, nom)))
            .FirstOrDefault(File.Exists);
    }

    public bool EstVivant => _navigateur?.IsConnected == true;

    /// <exception cref="PlaywrightException">Chromium is there and does not start.</exception>
    public async Task<(PageOuverte? Page, Refus? Refus)> PrendrePageAsync(CancellationToken ct)
    {
        await _seul.WaitAsync(ct);
        try
        {
            if (!EstVivant && await DemarrerAsync() is { } refus)
                return (null, refus);
            return (_libres.TryDequeue(out var libre) ? libre : new PageOuverte(await _contexte!.NewPageAsync()), null);
        }
        finally
        {
            _seul.Release();
        }
    }

    /// <param name="intacte">False after a failure: nobody knows what the page holds.</param>
    public async Task RendrePageAsync(PageOuverte page, bool intacte)
    {
        if (!EstVivant || page.Page.Context != _contexte)
            return; // it died with its browser
        if (intacte && ++page.Documents < DocumentsParPage)
            _libres.Enqueue(page);
        else
            await page.Page.CloseAsync();
    }

    private async Task<Refus?> DemarrerAsync()
    {
        if (Trouver(cheminRegle) is not { } chemin)
            return new ChromiumAbsent(cheminRegle ?? "recherché dans le PATH");
        _libres.Clear();
        if (_navigateur is not null)
            await _navigateur.DisposeAsync();
        _pilote ??= await Playwright.CreateAsync();
        _navigateur = await _pilote.Chromium.LaunchAsync(new() { ExecutablePath = chemin, Args = Options });
        _contexte = await _navigateur.NewContextAsync(new() { Offline = true, JavaScriptEnabled = false, Locale = "fr-FR" });
        await _contexte.RouteAsync("**/*", requete => requete.AbortAsync());
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_navigateur is not null)
            await _navigateur.DisposeAsync();
        _pilote?.Dispose();
        _seul.Dispose();
    }
}
