using System.Collections.Concurrent;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen.Sentinelles;

/// <summary>
/// The profile of each spécialité, kept some minutes: it reads the marks of the spécialité over the whole académie, thousands of rows, and every
/// grid asks for it. A suspicion may be late by that much; no mark ever is. One for the application.
/// </summary>
public sealed class ProfilsRecents(TimeProvider horloge)
{
    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(SessionExamen, string), (DateTimeOffset LuLe, ProfilUnites Profil)> _profils = new();

    internal async Task<ProfilUnites> LireAsync(BaseRebond donnees, SessionExamen session, string specialite, CancellationToken ct)
    {
        var maintenant = horloge.GetUtcNow();
        if (_profils.TryGetValue((session, specialite), out var connu) && maintenant - connu.LuLe < Duree)
            return connu.Profil;
        var profil = await donnees.ProfilAsync(session, specialite, ct);
        _profils[(session, specialite)] = (maintenant, profil);
        return profil;
    }
}
