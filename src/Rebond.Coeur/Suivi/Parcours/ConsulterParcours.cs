using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Parcours;

/// <summary>
/// The week proposed to one person: the lessons of his class that prepare a unit he takes again, or the ones already chosen. Actor: the establishment that follows him.
/// Rule: ConseilConservation.
/// </summary>
public sealed class ConsulterParcours(BaseRebond donnees)
{
    public sealed record Lecon(CoursDeClasse Cours, bool Gardee);

    /// <param name="ARepasser">Units to take again when every mark of at least 10 is kept, with the mark obtained.</param>
    /// <param name="MoyenneRequise">At those units, for 10 in all.</param>
    /// <param name="Parcours">Null: nothing is saved yet, the lessons are a proposal.</param>
    /// <param name="Change">The timetable of the class changed since: some lessons chosen are no longer in it.</param>
    public sealed record Reponse(DossierSuivi Dossier, string Lieu, bool Mineur, IReadOnlyList<AvisUnite> ARepasser, MoyenneRequise? MoyenneRequise, IReadOnlyList<Lecon> Lecons, ParcoursPersonnalise? Parcours, bool Change)
    {
        public int MinutesDeClasse => Lecons.Sum(l => l.Cours.Minutes);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossierId, ct) is not { } dossier)
            return new Introuvable("Dossier de suivi");
        var cas = await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == dossier.CandidatureId).OrderByDescending(d => d.Groupe).Select(d => d.Cas).FirstOrDefaultAsync(ct);
        var avis = cas is null ? null : ConseilConservation.Etudier(new DemandeConservation { Dossier = CasDeDecision.Lire(cas), ProchaineSession = SessionExamen.Juin(dossier.Session.Annee + 1) });
        var repassees = avis?.Scenarios.Single(s => s.Code == "TOUT_GARDER").Repassees.ToHashSet() ?? [];
        var cours = await donnees.Set<CoursDeClasse>().AsNoTracking().Where(c => c.Uai == dossier.Uai && c.Specialite == dossier.Specialite).ToListAsync(ct);
        var parcours = await donnees.Set<ParcoursPersonnalise>().AsNoTracking().Include(p => p.Cours).SingleOrDefaultAsync(p => p.DossierId == dossierId, ct);
        var choisis = parcours?.Cours.Select(c => (c.Jour, c.Debut, c.Fin, c.Matiere)).ToHashSet();
        var lecons = cours.OrderBy(c => c.Jour).ThenBy(c => c.Debut).ThenBy(c => c.Matiere, StringComparer.Ordinal)
            .Select(c => new Lecon(c, choisis?.Contains((c.Jour, c.Debut, c.Fin, c.Matiere)) ?? c.Prepare(repassees))).ToList();
        return new Reponse(dossier, await donnees.NomProprietaireAsync(dossier, ct), dossier.EstMineurLe(donnees.Aujourdhui),
            [.. (avis?.Unites ?? []).Where(u => repassees.Contains(u.Code))], avis?.MoyenneRequise, lecons, parcours, choisis is not null && choisis.Count != lecons.Count(l => l.Gardee));
    }
}
