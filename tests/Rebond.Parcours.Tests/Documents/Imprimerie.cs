using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Web.Documents;
using Xunit;

namespace Rebond.Parcours.Tests.Documents;

/// <summary>Tests that drive a browser run one at a time: two cores, and one of them kills its browser.</summary>
[CollectionDefinition(Une, DisableParallelization = true)]
public sealed class Navigation
{
    public const string Une = "navigation";
}

/// <summary>The real printer and the real templates, without base nor pages; one Chromium for the whole class collection.</summary>
public sealed class Imprimerie : IAsyncLifetime
{
    private readonly WebApplication _application = Construire();

    public static bool ChromiumAbsent => Trouver() is null;
    public const string SansChromium = "Chromium est absent de cette machine (apt-get install chromium) : rien n'est imprimé.";

    public ImprimeurPdf Imprimeur => _application.Services.GetRequiredService<ImprimeurPdf>();
    public Gabarits Gabarits => _application.Services.GetRequiredService<Gabarits>();

    public async Task<byte[]> ImprimerAsync<T>(string gabarit, T modele)
    {
        var pdf = await Imprimeur.ImprimerAsync(await Gabarits.ComposerAsync(gabarit, modele), TestContext.Current.CancellationToken);
        Assert.True(pdf.EstReussi, pdf.EstReussi ? "" : pdf.Refus[0].Phrase);
        return pdf.Valeur;
    }

    private static WebApplication Construire()
    {
        System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");
        var constructeur = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ImprimeurPdf).Assembly.GetName().Name });
        constructeur.Configuration.AddInMemoryCollection([new("Rebond:Chromium", Trouver())]);
        constructeur.Services.AddRazorPages();
        constructeur.Services.AddDocuments();
        return constructeur.Build();
    }

    public static string? Trouver() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
