using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>The examiner's slip of one unit, keyed apart from the marks. An empty line withdraws what was keyed. Actor: gestionnaire in his scope.</summary>
public sealed class EnregistrerBordereau(BaseRebond donnees)
{
    public const string Acte = "BORDEREAU_SAISI";

    public sealed record Saisie(Guid CandidatureId, int Ligne, string Valeur);

    public sealed record Demande(string Unite, IReadOnlyList<Saisie> Saisies);

    public sealed record Refusee(Guid CandidatureId, string Code, string Phrase);

    public sealed record Reponse(int Enregistrees, IReadOnlyList<Refusee> Refusees);

    public sealed record UniteInconnue(string Unite) : Refus(GenreRefus.Invalide, "UNITE_INCONNUE", $"L’unité {Unite} n’est au règlement d’aucun de ces candidats. Choisissez l’unité dans la liste.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var ids = demande.Saisies.Select(s => s.CandidatureId).ToList();
        var candidatures = await donnees.CandidaturesDe(acteur).AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        if (candidatures.Count > 0 && !candidatures.Values.Any(c => LotDeSaisie.ReglementDe(c).Unites.Any(u => u.Code == demande.Unite)))
            return new UniteInconnue(demande.Unite);
        var existants = await donnees.Set<BordereauNote>().Where(b => b.Unite == demande.Unite && ids.Contains(b.CandidatureId)).ToDictionaryAsync(b => b.CandidatureId, ct);
        var closes = (await donnees.NotesClosesAsync(ids, ct)).ToHashSet();
        var (refusees, enregistrees) = (new List<Refusee>(), 0);
        foreach (var saisie in demande.Saisies)
        {
            var existant = existants.GetValueOrDefault(saisie.CandidatureId);
            if (!candidatures.TryGetValue(saisie.CandidatureId, out var candidature))
                refusees.Add(new Refusee(saisie.CandidatureId, "INTROUVABLE", $"Ligne {saisie.Ligne} : ce candidat n’est pas dans votre périmètre. Rechargez la page."));
            else if (!TryLire(saisie.Valeur, candidature, demande.Unite, out var lue, out var pas))
                refusees.Add(new Refusee(saisie.CandidatureId, "NOTE_ILLISIBLE",
                    $"Ligne {saisie.Ligne} : « {saisie.Valeur.Trim()} » n’est pas une valeur de bordereau. Écrivez une note de 0 à 20 en {SaisieDeNote.EnMots(pas)}, a (absent), j (absence justifiée) ou rien."));
            else if (NotesEnTexte.Valeur(lue) is var valeur && valeur == (existant?.Valeur ?? ""))
                continue;
            else if (closes.Contains(candidature.Id))
                refusees.Add(new Refusee(candidature.Id, "JURY_CLOS", $"Ligne {saisie.Ligne} : le jury de ce candidat est clos. Demandez au président la réouverture du jury."));
            else
            {
                donnees.Journaliser(new ActeAJournaliser(acteur, Acte, $"candidature:{candidature.Id}", $"{demande.Unite}:{existant?.Valeur}", $"{demande.Unite}:{valeur}"));
                enregistrees++;
                if (existant is null)
                    donnees.Add(new BordereauNote { CandidatureId = candidature.Id, Unite = demande.Unite, Session = candidature.Session, Valeur = valeur });
                else if (valeur.Length == 0)
                    donnees.Remove(existant);
                else
                    existant.Valeur = valeur;
            }
        }
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return new ModifieEntreTemps($"Bordereau de l’unité {demande.Unite}");
        }
        return new Reponse(enregistrees, refusees);
    }

    private static bool TryLire(string texte, Candidature candidature, string unite, out EtatUnite lue, out PasDeNote pas)
    {
        pas = new ImporterNotesUnites(LotDeSaisie.ReglementDe(candidature), candidature.Session).Pas(unite);
        return SaisieDeNote.TryLire(texte, out lue) && lue.Etat != Etat.Conservee && (lue.Etat != Etat.Notee || lue.Note.RespectePas(pas));
    }
}
