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
    private readonly int _pages = reglages.GetValue("Rebond:PagesChromium", 2);
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

    /// <summary>
    /// Prints lots of many pages: a job costs its pages and little else. While some are printed the next one is composed; they are handed over
    /// in their order. Stops at the first refusal.
    /// </summary>
    /// <param name="recevoir">Takes each PDF as soon as it and those before it are ready.</param>
    /// <param name="progression">Documents printed so far.</param>
    public async Task<Outcome<int>> ImprimerLotAsync(IEnumerable<LotAImprimer> lots, Func<LotAImprimer, byte[], Task> recevoir, IProgress<int> progression, CancellationToken ct)
    {
        var imprimes = 0;
        using var arret = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var enCours = new Queue<(LotAImprimer Lot, Task<Outcome<byte[]>> Pdf)>();
        try
        {
            foreach (var lot in lots)
            {
                enCours.Enqueue((lot, ImprimerAsync(await lot.Html(ct), arret.Token)));
                if (enCours.Count > _pages && await RecevoirAsync() is { Count: > 0 } refus)
                    return Outcome<int>.Refuser(refus);
            }
            while (enCours.Count > 0)
            {
                if (await RecevoirAsync() is { Count: > 0 } refus)
                    return Outcome<int>.Refuser(refus);
            }
            return imprimes;
        }
        finally
        {
            // After a refusal or a failure: what was started is awaited, so that no page is still printing when the caller goes on.
            await arret.CancelAsync();
            await Task.WhenAll(enCours.Select(e => (Task)e.Pdf)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<IReadOnlyList<Refus>> RecevoirAsync()
        {
            var (lot, impression) = enCours.Dequeue();
            var pdf = await impression;
            if (!pdf.EstReussi)
                return pdf.Refus;
            await recevoir(lot, pdf.Valeur);
            progression.Report(imprimes += lot.Documents);
            return [];
        }
    }

    private async Task<Outcome<byte[]>> ImprimerUneFoisAsync(string html, CancellationToken ct)
    {
        var (ouverte, refus) = await _navigateur.PrendrePageAsync(ct);
        if (ouverte is null)
            return refus!;
        var intacte = false;
        try
        {
            await ouverte.Page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            var pdf = await ouverte.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
            intacte = true;
            return pdf;
        }
        finally
        {
            await _navigateur.RendrePageAsync(ouverte, intacte);
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
