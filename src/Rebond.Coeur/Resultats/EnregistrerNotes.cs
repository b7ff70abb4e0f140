using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// The cells of a mark grid. Every valid cell is saved, every other one is refused by row and column. A cell says what its author had
/// read: if the mark changed since, only that cell waits for his confirmation; other marks of the same candidate merge.
/// Actor: gestionnaire in his scope. Every change is journaled.
/// </summary>
public sealed class EnregistrerNotes(BaseRebond donnees)
{
    public const string Acte = "NOTE_MODIFIEE";
    private const int EssaisMaximum = 5;

    /// <param name="Ligne">Row on the screen, from 1: refusals name it.</param>
    /// <param name="Valeur">As typed.</param>
    /// <param name="Lu">The mark as it was when the grid was read, in the writing of the base; empty if there was none.</param>
    public sealed record Saisie(Guid CandidatureId, int Ligne, string Unite, string Valeur, string Lu);

    public sealed record Demande(IReadOnlyList<Saisie> Saisies);

    public sealed record Refusee(Guid CandidatureId, string Unite, string Code, string Phrase);

    /// <param name="Actuelle">In the writing of the base: what the confirmation must say it has read.</param>
    public sealed record EnConflit(Guid CandidatureId, string Unite, string Actuelle, string Phrase);

    public sealed record Reponse(int Enregistrees, IReadOnlyList<Refusee> Refusees, IReadOnlyList<EnConflit> Conflits);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        for (var essai = 1; ; essai++)
        {
            try
            {
                return await EssayerAsync(demande, acteur, ct);
            }
            catch (DbUpdateException) when (essai < EssaisMaximum)
            {
                // Someone saved another mark of one of these candidates in between: read again, cell by cell.
                donnees.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Reponse> EssayerAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ids = demande.Saisies.Select(s => s.CandidatureId).Distinct().ToList();
        var candidatures = await donnees.CandidaturesDe(acteur).AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var feuilles = await donnees.Set<FeuilleNotes>().Where(f => ids.Contains(f.CandidatureId)).ToDictionaryAsync(f => f.CandidatureId, ct);
        var closes = (await donnees.NotesClosesAsync(ids, ct)).ToHashSet();
        var (refusees, conflits, enregistrees) = (new List<Refusee>(), new List<EnConflit>(), 0);

        foreach (var ligne in demande.Saisies.GroupBy(s => s.CandidatureId))
        {
            if (!candidatures.TryGetValue(ligne.Key, out var candidature))
            {
                refusees.AddRange(ligne.Select(s => new Refusee(s.CandidatureId, s.Unite, "INTROUVABLE", $"Ligne {s.Ligne} : ce candidat n’est pas dans votre périmètre. Rechargez la page.")));
                continue;
            }
            if (!feuilles.TryGetValue(candidature.Id, out var feuille))
                feuille = new FeuilleNotes { CandidatureId = candidature.Id, Session = candidature.Session, Notes = "" };
            var unites = new ImporterNotesUnites(Reglements.Chercher(candidature.Reglement) ?? throw new InvalidOperationException($"Règlement inconnu : {candidature.Reglement}"), candidature.Session);
            var notes = NotesEnTexte.Lire(feuille.Notes);
            var changees = 0;
            foreach (var saisie in ligne)
            {
                var refus = Lire(saisie, unites, notes, closes.Contains(candidature.Id), out var voulue);
                var actuelle = notes.GetValueOrDefault(saisie.Unite);
                if (refus is not null)
                    refusees.Add(refus);
                else if (voulue == actuelle)
                    continue;
                else if (NotesEnTexte.Valeur(actuelle) != saisie.Lu)
                    conflits.Add(await ConflitAsync(saisie, actuelle, voulue, ct));
                else
                {
                    notes[saisie.Unite] = voulue;
                    changees++;
                    donnees.Journaliser(new ActeAJournaliser(acteur, Acte, $"candidature:{candidature.Id}", $"{saisie.Unite}:{saisie.Lu}", $"{saisie.Unite}:{NotesEnTexte.Valeur(voulue)}"));
                }
            }
            if (changees == 0)
                continue;
            enregistrees += changees;
            (feuille.Notes, feuille.NotesManquantes) = (unites.Ecrire(notes), unites.Manquantes(notes.Where(n => n.Value.Etat != Etat.NonNotee).ToDictionary(n => n.Key, n => n.Value)));
            if (!feuilles.ContainsKey(candidature.Id))
                donnees.Add(feuille);
        }
        if (enregistrees > 0)
            await SauverSaufClotureAsync(ids, ct);
        return new Reponse(enregistrees, refusees, conflits);
    }

    /// <summary>Saving takes the journal's lock, as closing a jury does: a closing committed just before is seen here, and everything is read again.</summary>
    private async Task SauverSaufClotureAsync(List<Guid> ids, CancellationToken ct)
    {
        var modifiees = donnees.ChangeTracker.Entries<FeuilleNotes>().Where(e => e.State is EntityState.Modified or EntityState.Added).Select(e => e.Entity.CandidatureId).ToList();
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        await donnees.SaveChangesAsync(ct);
        if ((await donnees.NotesClosesAsync(modifiees, ct)).Count > 0)
            throw new DbUpdateConcurrencyException("Un jury vient de se clore.");
        await transaction.CommitAsync(ct);
    }

    private static Refusee? Lire(Saisie saisie, ImporterNotesUnites unites, Dictionary<string, EtatUnite> notes, bool close, out EtatUnite voulue)
    {
        Refusee Refus(string code, string phrase) => new(saisie.CandidatureId, saisie.Unite, code, $"Ligne {saisie.Ligne}, colonne {saisie.Unite} : {phrase}");

        var montre = saisie.Valeur.Trim() is { Length: > 12 } longue ? longue[..12] + "…" : saisie.Valeur.Trim();
        if (!SaisieDeNote.TryLire(saisie.Valeur, out voulue))
            return Refus("NOTE_ILLISIBLE", $"« {montre} » n’est pas une note de 0 à 20. Écrivez une note, a (absent), j (absence justifiée), d (dispensé) ou rien.");
        var actuelle = notes.GetValueOrDefault(saisie.Unite);
        if (voulue == actuelle)
            return null;
        if (!unites.EstUnite(saisie.Unite))
            return Refus("UNITE_INCONNUE", $"cette unité n’est pas au règlement {unites.Id} du candidat. Laissez la case vide.");
        if (close)
            return Refus("JURY_CLOS", "le jury de ce candidat est clos, ses notes ne changent plus. Demandez au président la réouverture du jury.");
        if (actuelle.Etat == Etat.Conservee || voulue.Etat == Etat.Conservee)
            return Refus("NOTE_CONSERVEE", "une note conservée d’une session antérieure ne se saisit pas ici. Corrigez l’inscription du candidat.");
        if (voulue.Etat == Etat.Notee && !voulue.Note.RespectePas(unites.Pas(saisie.Unite)))
            return Refus("PAS_DE_NOTE", $"{voulue.Note} n’est pas permis, les notes de cet examen se donnent en {SaisieDeNote.EnMots(unites.Pas(saisie.Unite))}. Corrigez la note.");
        return null;
    }

    private async Task<EnConflit> ConflitAsync(Saisie saisie, EtatUnite actuelle, EtatUnite voulue, CancellationToken ct)
    {
        var actes = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet == $"candidature:{saisie.CandidatureId}" && (l.Acte == Acte || l.Acte == "NOTES_IMPORTEES"))
            .OrderByDescending(l => l.Numero).Select(l => new { l.Acte, l.Role, l.Instant, l.Apres }).Take(100).ToListAsync(ct);
        var dernier = actes.FirstOrDefault(l => l.Apres!.Split(' ').Any(u => u.StartsWith(saisie.Unite + ":", StringComparison.Ordinal)));
        var qui = dernier is null ? "pendant votre saisie"
            : $"{HeureDeParis.EnMots(dernier.Instant)} par {(dernier.Acte == Acte ? "une autre personne" : "un import")} (rôle « {dernier.Role.ToLowerInvariant().Replace('_', ' ')} »)";
        return new EnConflit(saisie.CandidatureId, saisie.Unite, NotesEnTexte.Valeur(actuelle),
            $"Ligne {saisie.Ligne}, colonne {saisie.Unite} : la note a été modifiée {qui}. Elle vaut maintenant « {SaisieDeNote.EnMots(actuelle)} » ; votre saisie « {SaisieDeNote.EnMots(voulue)} » n’est pas enregistrée. Enregistrez de nouveau pour la confirmer, ou remettez la valeur actuelle.");
    }
}
