using Microsoft.Playwright;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>The real host and one Chromium for a test class.</summary>
public sealed class NavigateurDeTest : IAsyncLifetime
{
    private IPlaywright? _pilote;
    private IBrowser? _navigateur;

    public HoteResultats Hote { get; } = new();

    /// <summary>A page of a person in a role, on a phone (390 px) or a desk (1280 px).</summary>
    public async Task<IPage> OuvrirAsync(Role role = Role.Visiteur, int largeur = 390)
    {
        _pilote ??= await Playwright.CreateAsync();
        _navigateur ??= await _pilote.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Documents.Imprimerie.Trouver(),
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var contexte = await _navigateur.NewContextAsync(new() { ViewportSize = new() { Width = largeur, Height = 844 }, Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce });
        if (role != Role.Visiteur)
        {
            var (type, perimetre) = role == Role.Candidat ? (TypePerimetre.Candidature, Hote.Donnees.AuControle.Id.ToString()) : (TypePerimetre.Academie, "02");
            await contexte.AddCookiesAsync([new Cookie { Name = HoteResultats.Cookie, Value = HoteResultats.ValeurCookie(role, type, perimetre), Url = Hote.Adresse.ToString() }]);
        }
        return await contexte.NewPageAsync();
    }

    /// <summary>Leaves the picture of a page where REBOND_CAPTURES says, for a person to look at.</summary>
    public static async Task CapturerAsync(IPage page, string nom)
    {
        if (Environment.GetEnvironmentVariable("REBOND_CAPTURES") is { Length: > 0 } dossier)
            await page.ScreenshotAsync(new() { Path = Path.Combine(dossier, nom + ".png"), FullPage = true });
    }

    public ValueTask InitializeAsync() => Hote.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_navigateur is not null)
            await _navigateur.DisposeAsync();
        _pilote?.Dispose();
        await Hote.DisposeAsync();
    }
}
