using System.Collections.Concurrent;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen.Sentinelles;

/// <summary>
/// The profile of each spécialité, kept some minutes: it reads the marks of the spécialité over the whole académie, thousands of rows, and every
/// grid asks for it. A suspicion may be late by that much; no mark ever is. One for the application.
/// </summary>
public sealed class ProfilsRecents(TimeProvider horloge) : IDisposable
{
    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _seul = new(1);
    private readonly ConcurrentDictionary<(SessionExamen, string), (DateTimeOffset LuLe, ProfilUnites Profil)> _profils = new();

    internal async Task<ProfilUnites> LireAsync(BaseRebond donnees, SessionExamen session, string specialite, CancellationToken ct)
    {
        if (Connu(session, specialite) is { } connu)
            return connu;
        // Fifty people who open the grids of one spécialité at once read it once.
        await _seul.WaitAsync(ct);
        try
        {
            if (Connu(session, specialite) is { } entreTemps)
                return entreTemps;
            var profil = await donnees.ProfilAsync(session, specialite, ct);
            _profils[(session, specialite)] = (horloge.GetUtcNow(), profil);
            return profil;
        }
        finally
        {
            _seul.Release();
        }
    }

    private ProfilUnites? Connu(SessionExamen session, string specialite) =>
        _profils.TryGetValue((session, specialite), out var connu) && horloge.GetUtcNow() - connu.LuLe < Duree ? connu.Profil : null;

    public void Dispose() => _seul.Dispose();
}
