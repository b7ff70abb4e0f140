using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Consultation;

public sealed record AucuneSession() : Refus(GenreRefus.Introuvable, "AUCUNE_SESSION", "Aucune session d’examen n’est ouverte pour le moment. Revenez plus tard.");

/// <summary>When the results of each exam and group are, or will be, public. Anyone may read it.</summary>
public sealed class LireCalendrierResultats(BaseRebond donnees, TimeProvider horloge)
{
    /// <param name="Le">Instant of publication, UTC; null when the date is not set.</param>
    /// <param name="Publiee">Signed by two persons and past the embargo.</param>
    public sealed record Etape(TypeExamen Examen, GroupeEpreuves Groupe, DateTime? Le, bool Publiee, int Candidats);

    public sealed record Reponse(SessionAcademique Session, IReadOnlyList<Etape> Etapes, DateTime MaintenantUtc)
    {
        /// <summary>Changes at each publication: what pages are cached by.</summary>
        public string Etat => $"{Session.Session}:{string.Concat(Etapes.Select(e => e.Publiee ? '1' : '0'))}";
    }

    /// <param name="session">The most recent one when null.</param>
    public async Task<Outcome<Reponse>> ExecuteAsync(SessionExamen? session, CancellationToken ct)
    {
        var sessions = await donnees.Set<SessionAcademique>().AsNoTracking().ToListAsync(ct);
        var choisie = session is { } demandee ? sessions.SingleOrDefault(s => s.Session == demandee) : sessions.MaxBy(s => s.Session);
        if (choisie is null)
            return new AucuneSession();

        var maintenant = horloge.GetUtcNow().UtcDateTime;
        var publications = await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == choisie.Session).ToListAsync(ct);
        var candidats = await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == choisie.Session)
            .GroupBy(c => c.Examen).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);
        var etapes = candidats.Keys.Union(publications.Select(p => p.Examen)).Order()
            .SelectMany(examen => Enum.GetValues<GroupeEpreuves>(), (examen, groupe) => (examen, groupe, publication: publications.SingleOrDefault(p => p.Examen == examen && p.Groupe == groupe)))
            .Select(e => new Etape(e.examen, e.groupe, e.publication?.Embargo, e.publication?.EstPublieeA(maintenant) == true, candidats.GetValueOrDefault(e.examen)));
        return new Reponse(choisie, [.. etapes], maintenant);
    }
}
