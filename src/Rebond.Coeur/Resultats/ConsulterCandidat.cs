using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>Everything the DEC holds on one candidature, what the rules conclude from it now, what juries decided, and its history (the journal, nothing else).</summary>
public sealed class ConsulterCandidat(BaseRebond donnees)
{
    public sealed record Reponse(Candidature Candidature, Etablissement? Etablissement, string? JuryCode, Reglement Reglement, FeuilleNotes Feuille, IReadOnlyDictionary<string, EtatUnite> Notes,
        IReadOnlyDictionary<string, EtatUnite> Facultatives, bool NotesCloses, Conclusion Conclusion, IReadOnlyList<DecisionCandidat> Decisions, IReadOnlyList<RevalorisationJury> Revalorisations,
        IReadOnlyList<LigneJournal> Historique, IReadOnlyList<EcartBordereau> Ecarts);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid candidatureId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var visibles = donnees.CandidaturesDe(acteur).AsNoTracking().Where(c => c.Id == candidatureId);
        if (await visibles.FirstOrDefaultAsync(ct) is not { } candidature)
            return new Introuvable("Candidature");
        var reglement = LotDeSaisie.ReglementDe(candidature);
        var feuille = await donnees.Set<FeuilleNotes>().AsNoTracking().FirstOrDefaultAsync(f => f.CandidatureId == candidatureId, ct)
            ?? new FeuilleNotes { CandidatureId = candidatureId, Session = candidature.Session, Notes = "", NotesManquantes = reglement.Unites.Count(u => u.Obligatoire) };
        var livretOuvert = await donnees.Set<ExamenLivret>().AnyAsync(e => e.CandidatureId == candidatureId, ct);
        var objet = $"candidature:{candidatureId}";
        var jury = await donnees.Set<Jury>().AsNoTracking().FirstOrDefaultAsync(j => j.Id == candidature.JuryId, ct);
        var (notes, facultatives) = (NotesEnTexte.Lire(feuille.Notes), NotesEnTexte.Lire(feuille.Facultatives));
        return new Reponse(candidature,
            await donnees.Set<Etablissement>().AsNoTracking().FirstOrDefaultAsync(e => e.Uai == candidature.Uai, ct), jury?.Code, reglement, feuille, notes, facultatives,
            jury?.Etat == EtatJury.Clos, Conclure(candidature, reglement, feuille, notes, facultatives, livretOuvert),
            await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == candidatureId).OrderBy(d => d.Groupe).ToListAsync(ct),
            await donnees.Set<RevalorisationJury>().AsNoTracking().Where(r => r.CandidatureId == candidatureId && r.RetireeLe == null).ToListAsync(ct),
            await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet == objet).OrderByDescending(l => l.Numero).Take(200).ToListAsync(ct),
            await donnees.EcartsBordereauxAsync(visibles, ct));
    }

    /// <summary>The first group on the marks of the file, without the jury's points: what the DEC can explain before any deliberation.</summary>
    private static Conclusion Conclure(Candidature candidature, Reglement reglement, FeuilleNotes feuille, Dictionary<string, EtatUnite> notes, Dictionary<string, EtatUnite> facultatives, bool livretOuvert) =>
        Resultat.Conclure(new DossierExamen
        {
            Examen = candidature.Examen,
            Session = candidature.Session,
            Reglement = reglement,
            Categorie = candidature.Categorie,
            Forme = candidature.Forme,
            Unites = notes,
            Facultatives = facultatives,
            ChefDoeuvre = feuille.ChefDoeuvreCentiemes is { } chef ? Note.DeCentiemes(chef) : null,
            Pfmp = feuille.PfmpSemaines is null && feuille.PfmpValidee is null ? null : new Pfmp(feuille.PfmpSemaines, feuille.PfmpValidee),
            LivretExamine = livretOuvert ? true : candidature.Categorie is Categorie.Scolaire or Categorie.Apprenti ? false : null,
        });
}
