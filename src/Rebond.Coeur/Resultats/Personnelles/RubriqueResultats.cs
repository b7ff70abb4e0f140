using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Personnelles;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Personnelles;

namespace Rebond.Coeur.Resultats.Personnelles;

/// <summary>Marks and decisions of a person, once published: not a mark, not a decision leaves by this door before.</summary>
public static class RubriqueResultats
{
    public static RubriquePersonnelle Rubrique { get; } = new("RESULTATS", "Vos notes et vos résultats", [typeof(FeuilleNotes), typeof(BordereauNote), typeof(DecisionCandidat), typeof(RevalorisationJury), typeof(ExamenLivret), typeof(SceauDocument)], LireAsync,
        "les notes et la décision d’un jury sont gardées pour délivrer le diplôme, refaire un relevé et expliquer la décision (RGPD, art. 17.3 b et e, à vérifier)")
    {
        AcademiesAsync = AcademiesAsync,
    };

    private static async Task<IReadOnlyList<FichePersonnelle>> LireAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        var (siennes, maintenant) = (await donnees.SesCandidaturesAsync(personne, ct), donnees.Horloge.GetUtcNow().UtcDateTime);
        var publiees = await (
            from d in donnees.LireDecisionsArretees()
            where siennes.Contains(d.CandidatureId)
            join c in donnees.Set<Candidature>().AsNoTracking() on d.CandidatureId equals c.Id
            join p in donnees.Set<Publication>().AsNoTracking() on new { c.Session, c.Examen, d.Groupe } equals new { p.Session, p.Examen, p.Groupe }
            where p.SecondeSignature != null && p.Embargo <= maintenant
            orderby c.Session, d.Groupe
            select new { Decision = d, c.Numero, p.Embargo }).ToListAsync(ct);
        var ids = publiees.Select(p => p.Decision.CandidatureId).Distinct().ToList();
        var numeros = publiees.DistinctBy(p => p.Decision.CandidatureId).ToDictionary(p => p.Decision.CandidatureId, p => p.Numero);
        // The marks of the second group wait for its own publication.
        var seconds = publiees.Where(p => p.Decision.Groupe == GroupeEpreuves.Second).Select(p => p.Decision.CandidatureId).ToHashSet();
        var feuilles = await donnees.Set<FeuilleNotes>().AsNoTracking().Where(f => ids.Contains(f.CandidatureId)).ToListAsync(ct);
        var bordereaux = await donnees.Set<BordereauNote>().AsNoTracking().Where(b => ids.Contains(b.CandidatureId)).OrderBy(b => b.Unite).ToListAsync(ct);
        var revalorisations = await donnees.Set<RevalorisationJury>().AsNoTracking().Where(r => ids.Contains(r.CandidatureId)).OrderBy(r => r.Le).ToListAsync(ct);
        var livrets = await donnees.Set<ExamenLivret>().AsNoTracking().Where(l => ids.Contains(l.CandidatureId)).ToListAsync(ct);
        var sceaux = await donnees.Set<SceauDocument>().AsNoTracking().Where(s => ids.Contains(s.CandidatureId)).ToListAsync(ct);
        return
        [
            .. publiees.Select(p => FichePersonnelle.De("Décision du jury", ("Candidature", p.Numero), ("Session", p.Decision.Session), ("Groupe d’épreuves", p.Decision.Groupe), ("Décision", p.Decision.Decision), ("Mention", p.Decision.Mention), ("Provisoire", p.Decision.Provisoire), ("Arrêtée le", p.Decision.ArreteeLe),
                ("Publiée le", p.Embargo), ("Table de simulation", p.Decision.Simulation), ("Cas soumis aux règles", p.Decision.Cas))),
            .. feuilles.Select(f => FichePersonnelle.De("Feuille de notes", ("Candidature", numeros[f.CandidatureId]), ("Notes", f.Notes), ("Facultatives", f.Facultatives), ("Chef-d’œuvre (centièmes)", f.ChefDoeuvreCentiemes), ("Semaines de PFMP", f.PfmpSemaines), ("PFMP validée", f.PfmpValidee),
                ("Contrôle ou second groupe", seconds.Contains(f.CandidatureId) ? f.Controle : null))),
            .. bordereaux.Select(b => FichePersonnelle.De("Bordereau", ("Candidature", numeros[b.CandidatureId]), ("Unité", b.Unite), ("Valeur", b.Valeur))),
            .. revalorisations.Select(r => FichePersonnelle.De("Note relevée par le jury", ("Candidature", numeros[r.CandidatureId]), ("Unité", r.Unite), ("Avant (centièmes)", r.AvantCentiemes), ("Après (centièmes)", r.ApresCentiemes), ("Motif", r.Motif), ("Le", r.Le), ("Retirée le", r.RetireeLe))),
            .. livrets.Select(l => FichePersonnelle.De("Livret examiné", ("Candidature", numeros[l.CandidatureId]), ("Le", l.Le))),
            .. sceaux.Select(s => FichePersonnelle.De("Code d’un relevé", ("Candidature", numeros[s.CandidatureId]), ("Code", s.Code), ("Groupe d’épreuves", s.Groupe), ("Apposé le", s.ApposeLe))),
        ];
    }

    private static async Task<IReadOnlyList<string>> AcademiesAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        var siennes = await donnees.SesCandidaturesAsync(personne, ct);
        var sessions = donnees.Set<Candidature>().Where(c => siennes.Contains(c.Id)).Select(c => c.Session);
        return await donnees.Set<SessionAcademique>().Where(s => sessions.Contains(s.Session)).Select(s => s.Academie).Distinct().ToListAsync(ct);
    }
}
