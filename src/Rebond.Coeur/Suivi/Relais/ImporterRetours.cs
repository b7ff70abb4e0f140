using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Relais;

/// <summary>What a partner answers about a person handed over.</summary>
public enum RetourPartenaire { SuiviActif, Connu, Inconnu, SolutionTrouvee }

/// <summary>
/// The partner sends the table back with its column « retour » filled: each file gets its next step. A line without an answer says nothing, and the
/// same file twice changes nothing. Actors: those who follow the files.
/// </summary>
public sealed class ImporterRetours(BaseRebond donnees)
{
    public static readonly IReadOnlyList<string> Obligatoires = ["reference", "retour"];

    public sealed record Demande(Stream Fichier, string NomFichier, ModeImport Mode, LimitesFichier? Limites = null);

    public async Task<Outcome<BilanImport>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var lecture = LectureTableau.Ouvrir(demande.Fichier, demande.NomFichier, [.. Obligatoires], [.. TransmettreRelais.Colonnes.Except(Obligatoires)], demande.Limites);
        var lus = new Dictionary<Guid, (int Ligne, RetourPartenaire Retour)>();
        foreach (var ligne in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            if (ligne["retour"].Length == 0)
                continue;
            if (!Guid.TryParse(ligne["reference"], out var reference))
                lecture.Rejeter(new(ligne.Numero, "reference", "REFERENCE_INVALIDE", $"Ligne {ligne.Numero}, colonne reference : « {Rejet.Abreger(ligne["reference"])} » n'est pas une référence. Gardez la colonne telle qu'elle a été transmise."));
            else if (!Codes.TryLire<RetourPartenaire>(ligne["retour"].ToUpperInvariant().Replace(' ', '_'), out var retour))
                lecture.Rejeter(new(ligne.Numero, "retour", "CODE_INCONNU", $"Ligne {ligne.Numero}, colonne retour : « {Rejet.Abreger(ligne["retour"])} » n'est pas connu. Écrivez {string.Join(", ", Codes.Tous<RetourPartenaire>())}, ou laissez vide."));
            else if (!lus.TryAdd(reference, (ligne.Numero, retour)))
                lecture.Rejeter(new(ligne.Numero, "reference", "REFERENCE_EN_DOUBLE", $"Ligne {ligne.Numero}, colonne reference : cette référence est déjà à la ligne {lus[reference].Ligne}. Gardez une seule ligne."));
        }

        var references = lus.Keys.ToList();
        var siens = await donnees.Set<RelaisSuivi>().Where(r => references.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var dossierIds = siens.Values.Select(r => r.DossierId).Distinct().ToList();
        var dossiers = await donnees.DossiersDe(acteur).Where(d => dossierIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        foreach (var (reference, (ligne, _)) in lus)
            if (!siens.TryGetValue(reference, out var relais) || !dossiers.ContainsKey(relais.DossierId))
                lecture.Rejeter(new(ligne, "reference", "REFERENCE_INCONNUE", $"Ligne {ligne}, colonne reference : rien de tel n'a été transmis depuis votre périmètre."));

        var changements = lus.Where(l => !lecture.EstRejetee(l.Value.Ligne) && siens[l.Key].Retour != l.Value.Retour.Code()).ToList();
        var inchanges = lus.Count(l => !lecture.EstRejetee(l.Value.Ligne)) - changements.Count;
        var enregistre = demande.Mode.Enregistre(lecture);
        if (enregistre && changements.Count > 0)
        {
            var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
            var releves = (await donnees.Set<SituationSuivi>().Where(s => dossierIds.Contains(s.DossierId)).Select(s => new { s.DossierId, s.Mois }).ToListAsync(ct)).ToLookup(s => s.DossierId, s => s.Mois);
            foreach (var (reference, (_, retour)) in changements)
            {
                var relais = siens[reference];
                (relais.Retour, relais.RetourLe) = (retour.Code(), maintenant);
                var dossier = dossiers[relais.DossierId];
                var avant = dossier.EnBref();
                if (dossier.EstOuvert)
                    dossier.NoterRetour(retour, maintenant, [.. releves[dossier.Id]]);
                donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_RELAIS_RETOUR", dossier.Objet(), avant, $"{retour.Code()} {dossier.EnBref()}"));
            }
            if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
                return conflit;
        }
        return BilanImport.De(lecture, 0, changements.Count, inchanges, 0, enregistre);
    }
}
