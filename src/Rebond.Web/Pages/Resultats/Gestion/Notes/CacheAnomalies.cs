using Microsoft.Extensions.Caching.Memory;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Resultats.Gestion.Notes;

/// <summary>Keeps the sentinels of a session some minutes, per scope: they read every mark. The page says when they were computed.</summary>
public sealed class CacheAnomalies(IMemoryCache memoire)
{
    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(10);

    public SignalerAnomalies.Reponse? DejaCalculees(SessionExamen session, Acteur acteur) => memoire.Get<SignalerAnomalies.Reponse>(Cle(session, acteur));

    public void Garder(SessionExamen session, Acteur acteur, SignalerAnomalies.Reponse reponse) => memoire.Set(Cle(session, acteur), reponse, Duree);

    private static string Cle(SessionExamen session, Acteur acteur) =>
        $"anomalies {session} {string.Join(' ', acteur.Perimetres.Select(p => $"{p.Type}:{p.Code}").Order(StringComparer.Ordinal))}";
}
