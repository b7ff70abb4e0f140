using Microsoft.Playwright;
using Rebond.Coeur.Socle;

namespace Rebond.Web.Documents;

/// <summary>Several documents that become one PDF: those of one establishment.</summary>
/// <param name="Nom">File name without extension.</param>
/// <param name="Documents">How many documents it holds: progress is counted in documents.</param>
/// <param name="Html">Composed only when its turn comes, so that an académie is never in memory as a whole.</param>
public sealed record LotAImprimer(string Nom, int Documents, Func<CancellationToken, Task<string>> Html);

/// <summary>
/// Prints HTML to tagged PDF (reading order, headings, table headers and document outline kept for assistive technology). The number of
/// pages open at once is bounded (Rebond:PagesChromium, 2 by default): what comes next waits its turn.
/// </summary>
public sealed partial class ImprimeurPdf(IConfiguration reglages, ILogger<ImprimeurPdf> journal) : IAsyncDisposable
{
    private readonly Navigateur _navigateur = new(reglages["Rebond:Chromium"]);
    private readonly SemaphoreSlim _places = new(reglages.GetValue("Rebond:PagesChromium", 2));

    /// <summary>One HTML document, one PDF.</summary>
    public async Task<Outcome<byte[]>> ImprimerAsync(string html, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            try
            {
                return await ImprimerUneFoisAsync(html, ct);
            }
            catch (PlaywrightException) when (!_navigateur.EstVivant)
            {
                // Chromium was killed under us (memory, operator): a new one takes the same document once.
                NavigateurRelance(journal);
                return await ImprimerUneFoisAsync(html, ct);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Prints lots one after another: a many-page job costs a tenth of as many one-page jobs. Stops at the first refusal.</summary>
    /// <param name="recevoir">Takes each PDF as soon as it is ready.</param>
    /// <param name="progression">Documents printed so far.</param>
    public async Task<Outcome<int>> ImprimerLotAsync(IEnumerable<LotAImprimer> lots, Func<LotAImprimer, byte[], Task> recevoir, IProgress<int> progression, CancellationToken ct)
    {
        var imprimes = 0;
        foreach (var lot in lots)
        {
            var pdf = await ImprimerAsync(await lot.Html(ct), ct);
            if (!pdf.EstReussi)
                return Outcome<int>.Refuser(pdf.Refus);
            await recevoir(lot, pdf.Valeur);
            progression.Report(imprimes += lot.Documents);
        }
        return imprimes;
    }

    private async Task<Outcome<byte[]>> ImprimerUneFoisAsync(string html, CancellationToken ct)
    {
        var (page, refus) = await _navigateur.OuvrirPageAsync(ct);
        if (page is null)
            return refus!;
        try
        {
            await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            return await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
        }
        finally
        {
            if (_navigateur.EstVivant)
                await page.CloseAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Chromium s'est arrêté pendant une impression ; il est relancé.")]
    private static partial void NavigateurRelance(ILogger journal);

    public async ValueTask DisposeAsync()
    {
        await _navigateur.DisposeAsync();
        _places.Dispose();
    }
}
