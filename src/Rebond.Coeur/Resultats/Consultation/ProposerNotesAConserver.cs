using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Consultation;

/// <summary>
/// The marks of at least 10 that someone who registers again could keep, read in his published results: same INE, same birth date, same name. He keeps
/// those he wants, corrects or adds. Actor: candidat, own file.
/// </summary>
public sealed class ProposerNotesAConserver(BaseRebond donnees)
{
    public async Task<IReadOnlyList<LigneNote>> ExecuteAsync(string numero, Acteur acteur, CancellationToken ct)
    {
        if (!NumeroDossier.TryLire(numero, out var lu) || await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Numero == lu, ct) is not { } dossier)
            return [];
        var champs = SaisieDossier.Lire(dossier).Champs;
        if (champs.GetValueOrDefault("ine") is not { Length: > 0 } ine || champs.GetValueOrDefault("nom") is not { Length: > 0 } nom || !Dates.TryLire(champs.GetValueOrDefault("naissance"), out var naissance))
            return [];
        var debut = Candidature.EnCleRecherche(nom, "");
        var candidatures = (await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Ine == ine && c.Naissance == naissance).ToListAsync(ct))
            .FindAll(c => c.CleRecherche.StartsWith(debut, StringComparison.Ordinal) && NotesAConserver.EstEncoreValable(c.Session, dossier.Session));
        var notes = new Dictionary<string, LigneNote>(StringComparer.Ordinal);
        foreach (var candidature in candidatures.OrderBy(c => c.Session))
            foreach (var ligne in await NotesDeAsync(candidature, dossier.Session, ct))
                notes[ligne.Unite!] = ligne;
        return [.. notes.Values.OrderBy(n => n.Unite, StringComparer.Ordinal).Take(ReponseDonnee.NotesMax)];
    }

    /// <summary>Of what is published only: nothing shows here before its embargo.</summary>
    private async Task<IEnumerable<LigneNote>> NotesDeAsync(Candidature candidature, SessionExamen prochaine, CancellationToken ct)
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
