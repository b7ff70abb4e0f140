using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen.Sentinelles;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>The sentinels on every lot of the session in the actor's scope. Reads all the marks: seconds for an académie, so the door keeps the answer some minutes.</summary>
public sealed class SignalerAnomalies(BaseRebond donnees)
{
    public sealed record LotSignale(string Uai, string Departement, string Specialite, string SpecialiteLibelle, TypeExamen Examen, int Candidats, IReadOnlyList<Anomalie> Anomalies);

    public sealed record Reponse(int LotsExamines, IReadOnlyList<LotSignale> Lots, DateTime CalculeLe);

    public async Task<Outcome<Reponse>> ExecuteAsync(SessionExamen session, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var lignes = await (
            from c in donnees.CandidaturesDe(acteur)
            where c.Session == session
            join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId
            orderby c.Uai, c.Specialite, c.CleRecherche, c.Numero
            select new { c.Id, c.Uai, c.Departement, c.Specialite, c.SpecialiteLibelle, c.Examen, f.Notes }).AsNoTracking().ToListAsync(ct);
        var absent = NotesEnTexte.Valeur(EtatUnite.Absent);
        var confirmees = (await donnees.Set<BordereauNote>().AsNoTracking().Where(b => b.Session == session && b.Valeur == absent).Select(b => new { b.CandidatureId, b.Unite }).ToListAsync(ct))
            .Select(b => (b.CandidatureId, b.Unite)).ToHashSet();
        var lues = lignes.Select(l => (Ligne: l, Notes: NotesEnTexte.Lire(l.Notes))).ToList();
        // A département compares with its own candidates: no figure of the others goes out.
        var profils = lues.GroupBy(l => l.Ligne.Specialite).ToDictionary(g => g.Key, g => ProfilUnites.Calculer(g.Select(l => l.Notes)), StringComparer.Ordinal);
        var lots = lues.GroupBy(l => (l.Ligne.Uai, l.Ligne.Specialite)).ToList();
        var signales = new List<LotSignale>();
        foreach (var lot in lots)
        {
            ct.ThrowIfCancellationRequested();
            var rangees = lot.ToList();
            string[] unites = [.. rangees.SelectMany(l => l.Notes.Keys).Distinct().Order(StringComparer.Ordinal)];
            var absences = rangees.SelectMany((l, i) => unites.Where(u => confirmees.Contains((l.Ligne.Id, u))).Select(u => (i, u))).ToHashSet();
            var anomalies = Veille.Examiner(new LotNotes([.. rangees.Select(l => l.Notes)], unites, profils[lot.Key.Specialite], absences));
            if (anomalies.Count > 0)
                signales.Add(new LotSignale(lot.Key.Uai, rangees[0].Ligne.Departement, lot.Key.Specialite, rangees[0].Ligne.SpecialiteLibelle, rangees[0].Ligne.Examen, rangees.Count, anomalies));
        }
        return new Reponse(lots.Count, signales, donnees.Horloge.GetUtcNow().UtcDateTime);
    }
}
