using Microsoft.Extensions.Caching.Memory;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Resultats.Gestion.Candidats;

/// <summary>
/// Keeps what the filters of the search offer, per scope: reading it asks every candidature of the session. A spécialité just imported may be
/// missing from the list for that long; no candidate is.
/// </summary>
public sealed class CacheFiltres(IMemoryCache memoire) : IDisposable
{
    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _seul = new(1);

    public async Task<RechercherCandidats.Filtres> LireAsync(RechercherCandidats recherche, SessionExamen session, Acteur acteur, CancellationToken ct)
    {
        var cle = $"filtres {session} {string.Join(' ', acteur.Perimetres.Select(p => $"{p.Type}:{p.Code}").Order(StringComparer.Ordinal))}";
        if (memoire.Get<RechercherCandidats.Filtres>(cle) is { } connus)
            return connus;
        // Fifty people who search at the same moment ask once.
        await _seul.WaitAsync(ct);
        try
        {
            return memoire.Get<RechercherCandidats.Filtres>(cle) ?? memoire.Set(cle, await recherche.FiltresAsync(session, acteur, ct), Duree);
        }
        finally
        {
            _seul.Release();
        }
    }

    public void Dispose() => _seul.Dispose();
}
