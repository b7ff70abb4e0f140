using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Consultation;

/// <summary>The marks of at least 10 that a person could keep, read in his published results: same INE, same birth date, same name.</summary>
public sealed class NotesPubliees : SourceDeNotes
{
    public override async Task<IReadOnlyList<LigneNote>> LireAsync(BaseRebond donnees, Personne personne, SessionExamen prochaine, CancellationToken ct)
    {
        var debut = Candidature.EnCleRecherche(personne.Nom, "");
        var candidatures = (await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Ine == personne.Ine && c.Naissance == personne.Naissance).ToListAsync(ct))
            .FindAll(c => c.CleRecherche.StartsWith(debut, StringComparison.Ordinal) && NotesAConserver.EstEncoreValable(c.Session, prochaine));
        var notes = new Dictionary<string, LigneNote>(StringComparer.Ordinal);
        foreach (var candidature in candidatures.OrderBy(c => c.Session))
            foreach (var ligne in await NotesDeAsync(donnees, candidature, prochaine, ct))
                notes[ligne.Unite!] = ligne;
        return [.. notes.Values];
    }

    /// <summary>Of what is published only: nothing shows here before its embargo.</summary>
    private static async Task<IEnumerable<LigneNote>> NotesDeAsync(BaseRebond donnees, Candidature candidature, SessionExamen prochaine, CancellationToken ct)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var publications = await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == candidature.Session && p.Examen == candidature.Examen).ToListAsync(ct);
        var decision = (await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == candidature.Id).ToListAsync(ct))
            .Where(d => publications.Exists(p => p.Groupe == d.Groupe && p.EstPublieeA(maintenant))).MaxBy(d => d.Groupe);
        if (decision is null)
            return [];
        var cas = CasDeDecision.Lire(decision.Cas);
        return cas.Unites.Concat(cas.Facultatives)
            .Where(u => u.Value.ANote && u.Value.Note >= Note.Dix && !u.Key.Contains('_', StringComparison.Ordinal))
            .Select(u => (u.Key, u.Value.Note, Session: u.Value.Etat == Etat.Conservee ? u.Value.Origine : candidature.Session))
            .Where(u => NotesAConserver.EstEncoreValable(u.Session, prochaine))
            .Select(u => new LigneNote(u.Session.ToString(), u.Key, u.Note.ToString().Replace(',', '.')));
    }
}
