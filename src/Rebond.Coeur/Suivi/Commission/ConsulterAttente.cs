using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>After the sitting: who waits for each place, and which seats came free. Actors: the commission of the département, the DEC of the académie.</summary>
public sealed class ConsulterAttente(BaseRebond donnees)
{
    /// <param name="Actuelle">The lycée he has meanwhile; null without one.</param>
    public sealed record EnAttente(Guid LigneId, int Rang, string Numero, string Nom, decimal? Moyenne, string? Actuelle);

    /// <param name="Libres">Seats to give: none while hard rights hold the place above its capacity.</param>
    public sealed record PlaceAttendue(string Uai, string Specialite, string Nom, string LibelleSpecialite, int Capacite, int Occupants, int Libres, IReadOnlyList<EnAttente> Attente);

    /// <param name="Places">Those with a free seat first.</param>
    public sealed record Reponse(SeanceCommission Seance, bool Decide, IReadOnlyList<PlaceAttendue> Places)
    {
        public int Libres => Places.Where(p => p.Attente.Count > 0).Sum(p => p.Libres);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid seanceId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.LitLesCommissions())
            return new Interdit();
        if (await donnees.SeanceAsync(seanceId, acteur, ct) is not { } seance)
            return new Introuvable("Séance de commission");
        var entiere = await SeanceEntiere.LireAsync(donnees, seance, suivre: false, ct);
        var rangs = await donnees.Set<AttenteCommission>().AsNoTracking().Where(a => donnees.Set<LigneCommission>().Any(l => l.SeanceId == seance.Id && l.Id == a.LigneId)).OrderBy(a => a.Rang).ToListAsync(ct);
        var parLigne = entiere.Dossiers.ToDictionary(d => d.Ligne.Id);
        var places = rangs.Where(a => parLigne.TryGetValue(a.LigneId, out var d) && ListeDAttente.AttendEncore(a, d.Ligne, d.Demande)).GroupBy(a => (a.Uai, a.Specialite))
            .Select(g => Decrire(entiere, g.Key.Uai, g.Key.Specialite, g.Select((a, rang) => EnPlace(entiere, parLigne[a.LigneId], rang + 1))))
            .OrderByDescending(p => p.Libres > 0).ThenBy(p => p.LibelleSpecialite, StringComparer.CurrentCulture).ThenBy(p => p.Nom, StringComparer.CurrentCulture).ToList();
        return new Reponse(seance, acteur.DecideEn(seance), places);
    }

    private static PlaceAttendue Decrire(SeanceEntiere entiere, string uai, string specialite, IEnumerable<EnAttente> attente)
    {
        var (capacite, occupants) = Occupation(entiere, uai, specialite);
        return new(uai, specialite, entiere.NomLycee(uai), entiere.NomSpecialite(specialite), capacite, occupants, Math.Max(0, capacite - occupants), [.. attente]);
    }

    private static EnAttente EnPlace(SeanceEntiere entiere, DossierEnSeance d, int rang) =>
        new(d.Ligne.Id, rang, d.Ligne.Numero, d.Nom, d.Dossier.MoyenneCentiemes / 100m, d.Demande is { Etat: EtatReinscription.Affectee, UaiAccueil: { } uai } ? entiere.NomLycee(uai) : null);

    internal static (int Capacite, int Occupants) Occupation(SeanceEntiere entiere, string uai, string specialite) =>
        (entiere.Seance.Places.FirstOrDefault(p => p.Uai == uai && p.Specialite == specialite)?.Capacite ?? 0,
            entiere.Dossiers.Count(d => d.Demande.Etat == EtatReinscription.Affectee && d.Ligne.RendueLe is null && d.Ligne.Uai == uai && d.Ligne.SpecialiteAccueil == specialite));
}
