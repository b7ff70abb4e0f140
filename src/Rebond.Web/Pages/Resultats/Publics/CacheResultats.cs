using System.Collections.Immutable;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Resultats.Publics;

/// <summary>
/// Public pages of results are kept for anonymous visitors, by address and by state of the publications. The state is judged at each request
/// against the clock: the page of before the embargo is never served after it, nor the reverse.
/// </summary>
public sealed class CacheResultats(IServiceScopeFactory portees, TimeProvider horloge) : IOutputCachePolicy, IDisposable
{
    public const string Politique = "resultats";

    private static readonly TimeSpan Relecture = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _seul = new(1);
    private volatile Lecture _publications = new(DateTime.MinValue, []);

    async ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var requete = context.HttpContext.Request;
        var anonyme = context.HttpContext.User.Identity?.IsAuthenticated != true && HttpMethods.IsGet(requete.Method);
        context.EnableOutputCaching = anonyme;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = anonyme;
        if (!anonyme)
            return;
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(30);
        context.CacheVaryByRules.QueryKeys = new StringValues(["departement", "etablissement", "examen", "specialite", "p"]);
        context.CacheVaryByRules.VaryByValues["publications"] = await EtatAsync(cancellation);
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var reponse = context.HttpContext.Response;
        context.AllowCacheStorage = reponse.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(reponse.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    private async Task<string> EtatAsync(CancellationToken ct)
    {
        var maintenant = horloge.GetUtcNow().UtcDateTime;
        if (maintenant - _publications.LuLe >= Relecture)
            await RelireAsync(maintenant, ct);
        return string.Concat(_publications.Lignes.Select(p => p.EstPublieeA(maintenant) ? '1' : '0'));
    }

    private async Task RelireAsync(DateTime maintenant, CancellationToken ct)
    {
        await _seul.WaitAsync(ct);
        try
        {
            if (maintenant - _publications.LuLe < Relecture)
                return;
            await using var portee = portees.CreateAsyncScope();
            var lues = await portee.ServiceProvider.GetRequiredService<BaseRebond>().Set<Coeur.Resultats.Publication>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct);
            _publications = new Lecture(maintenant, [.. lues]);
        }
        finally
        {
            _seul.Release();
        }
    }

    /// <summary>One reference, so that a request never sees half of a reading.</summary>
    private sealed record Lecture(DateTime LuLe, ImmutableArray<Coeur.Resultats.Publication> Lignes);

    public void Dispose() => _seul.Dispose();
}
