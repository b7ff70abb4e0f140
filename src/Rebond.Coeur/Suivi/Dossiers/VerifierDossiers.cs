using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>Nobody lost: every candidate whom a signed publication leaves without the diploma has a file, and every open file an owner and a next date. Changes nothing.</summary>
public sealed class VerifierDossiers(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session);

    /// <param name="Candidature">Id only: this goes to logs.</param>
    public sealed record Manquant(Guid Candidature, string Examen, string Groupe);

    /// <param name="SansSuite">Open files without an owner, a next date or a known action.</param>
    public sealed record Reponse(int Publications, int SansDiplome, IReadOnlyList<Manquant> Manquants, IReadOnlyList<Guid> SansSuite)
    {
        public bool EstComplete => Manquants.Count == 0 && SansSuite.Count == 0;
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (await donnees.SessionEntiereAsync(demande.Session, acteur, ct) is null)
            return new Introuvable($"Session {demande.Session}");
        var publications = await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == demande.Session && p.SecondeSignature != null).ToListAsync(ct);
        var (total, manquants) = (0, new List<Manquant>());
        foreach (var publication in publications.OrderBy(p => p.Examen).ThenBy(p => p.Groupe))
        {
            var echecs =
                from d in donnees.LireDecisionsArretees()
                join c in donnees.Set<Candidature>().AsNoTracking() on d.CandidatureId equals c.Id
                where d.Session == demande.Session && d.Groupe == publication.Groupe && c.Examen == publication.Examen && OuvrirDossiersSuivi.SansDiplome.Contains(d.Decision)
                select c.Id;
            total += await echecs.CountAsync(ct);
            manquants.AddRange((await echecs.Where(id => !donnees.Set<DossierSuivi>().Any(s => s.CandidatureId == id)).OrderBy(id => id).ToListAsync(ct))
                .Select(id => new Manquant(id, publication.Examen.Code(), publication.Groupe.Code())));
        }
        var actions = ActionsDeSuivi.Libelles.Keys.ToList();
        var sansSuite = await donnees.Set<DossierSuivi>().AsNoTracking()
            .Where(s => s.Session == demande.Session && s.Etape != EtapeSuivi.Clos && (s.ProprietaireCode == "" || s.ProchaineDate == null || s.ProchaineAction == null || !actions.Contains(s.ProchaineAction)))
            .Select(s => s.Id).ToListAsync(ct);
        return new Reponse(publications.Count, total, manquants, sansSuite);
    }
}
