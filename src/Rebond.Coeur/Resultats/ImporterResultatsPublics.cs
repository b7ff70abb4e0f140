using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats.Statistiques;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// Loads a file of the open data set of results, to compare with. Counts, no person. A row whose counts do not add up is taken as
/// published: « statistiques controler » says it.
/// </summary>
public sealed class ImporterResultatsPublics(BaseRebond donnees)
{
    public sealed record Demande(Stream Fichier, string NomFichier, ModeImport Mode, LimitesFichier? Limites = null);

    public async Task<Outcome<BilanImport>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire, Role.Pilotage) || !acteur.CouvreAcademie)
            return new Interdit();

        var lecture = LectureTableau.Ouvrir(demande.Fichier, demande.NomFichier, FormatResultatsPublics.Colonnes, [], demande.Limites);
        var lues = new Dictionary<(int, string, string, string, string, string, string), (int Ligne, ResultatStatistiquePublique Resultat)>();
        foreach (var brute in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            var (resultat, rejets) = FormatResultatsPublics.Lire(brute);
            foreach (var rejet in rejets)
                lecture.Rejeter(rejet);
            if (resultat is null || lues.TryAdd(resultat.Cle, (brute.Numero, resultat)))
                continue;
            var premiere = lues[resultat.Cle].Ligne;
            lecture.Rejeter(new(brute.Numero, "diplome_specialite", "LIGNE_EN_DOUBLE", $"Ligne {brute.Numero} : mêmes session, académie, sexe, statut, voie, série et spécialité qu'à la ligne {premiere}. Gardez une seule ligne."));
            if (!lecture.EstRejetee(premiere))
                lecture.Rejeter(new(premiere, "diplome_specialite", "LIGNE_EN_DOUBLE", $"Ligne {premiere} : répétée à la ligne {brute.Numero}. Gardez une seule ligne."));
        }

        var sessions = lues.Values.Select(l => l.Resultat.Session).Distinct().ToList();
        var connues = await donnees.Set<ResultatStatistiquePublique>().AsNoTracking().Where(r => sessions.Contains(r.Session)).ToDictionaryAsync(r => r.Cle, ct);
        var bonnes = lues.Values.Where(l => !lecture.EstRejetee(l.Ligne)).Select(l => l.Resultat).ToList();
        var nouvelles = bonnes.Where(r => !connues.ContainsKey(r.Cle)).ToList();
        var modifiees = bonnes.Where(r => connues.TryGetValue(r.Cle, out var connue) && !connue.Effectifs.SequenceEqual(r.Effectifs)).ToList();

        var enregistre = demande.Mode.Enregistre(lecture);
        if (enregistre && nouvelles.Count + modifiees.Count > 0)
        {
            await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
            try
            {
                await donnees.InsererEnMasseAsync(nouvelles, ct);
                donnees.UpdateRange(modifiees);
                donnees.Journaliser(new ActeAJournaliser(acteur, "RESULTATS_PUBLICS_IMPORTES", $"sessions:{string.Join(' ', sessions)}",
                    Apres: string.Create(CultureInfo.InvariantCulture, $"ajoutees:{nouvelles.Count} modifiees:{modifiees.Count}")));
                await donnees.SaveChangesAsync(ct);
            }
            catch (Exception erreur) when (erreur is DbUpdateException || erreur.EstDoublon())
            {
                return new ModifieEntreTemps("Une ligne du fichier");
            }
            await transaction.CommitAsync(ct);
        }
        return BilanImport.De(lecture, nouvelles.Count, modifiees.Count,
            bonnes.Count - nouvelles.Count - modifiees.Count, connues.Keys.Count(c => !lues.ContainsKey(c)), enregistre);
    }
}
