using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// The DEC loads marks of a session from a file (notes-csv, docs/formats-fichiers.md). It stands in this area because a closed
/// deliberation locks the marks of its candidates, and the Examen area may not look at juries. An empty value never erases a mark.
/// Rules: PasDeNote, units of the règlement.
/// </summary>
public sealed class ImporterNotes(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session, Stream Fichier, string NomFichier, ModeImport Mode, LimitesFichier? Limites = null);

    public sealed record AucunCandidat(SessionExamen Session)
        : Refus(GenreRefus.Introuvable, "AUCUN_CANDIDAT", $"La session {Session} n'a aucun candidat dans la base. Importez d'abord les candidats (candidats-csv).");

    private sealed record Candidat(Guid Id, string Numero, string Reglement, Guid? JuryId);

    /// <summary>A sheet being changed: what it held, what the file gives, in the order of the file.</summary>
    private sealed class Chantier(FeuilleNotes feuille, bool nouvelle, ImporterNotesUnites unites, Guid? juryId)
    {
        public FeuilleNotes Feuille { get; } = feuille;
        public bool Nouvelle { get; } = nouvelle;
        public ImporterNotesUnites Unites { get; } = unites;
        public Guid? JuryId { get; } = juryId;
        public Dictionary<string, EtatUnite> Notes { get; } = NotesEnTexte.Lire(feuille.Notes);
        public Dictionary<string, EtatUnite> Facultatives { get; } = NotesEnTexte.Lire(feuille.Facultatives);

        /// <summary>Line of the file for each unit it gives.</summary>
        public Dictionary<string, int> Lues { get; } = [];
        public List<(int Ligne, string Unite, EtatUnite Avant, EtatUnite Apres)> Changements { get; } = [];

        public EtatUnite Actuel(string unite) => unite == ImporterNotesUnites.ChefDoeuvre
            ? Feuille.ChefDoeuvreCentiemes is { } centiemes ? EtatUnite.Notee(Note.DeCentiemes(centiemes)) : EtatUnite.NonNotee
            : (Unites.EstUnite(unite) ? Notes : Facultatives).GetValueOrDefault(unite);

        public void Conclure()
        {
            foreach (var (_, unite, _, etat) in Changements)
            {
                if (unite == ImporterNotesUnites.ChefDoeuvre)
                    Feuille.ChefDoeuvreCentiemes = etat.Note.Centiemes;
                else
                    (Unites.EstUnite(unite) ? Notes : Facultatives)[unite] = etat;
            }
            Feuille.Notes = Unites.Ecrire(Notes);
            Feuille.Facultatives = Unites.Ecrire(Facultatives);
            Feuille.NotesManquantes = Unites.Manquantes(Notes);
        }
    }

    public async Task<Outcome<BilanImport>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();

        var lecture = LectureTableau.Ouvrir(demande.Fichier, demande.NomFichier, ImporterNotesLigne.Obligatoires, ImporterNotesLigne.Facultatives, demande.Limites);
        var candidats = await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == demande.Session)
            .Select(c => new Candidat(c.Id, c.Numero, c.Reglement, c.JuryId)).ToDictionaryAsync(c => c.Numero, ct);
        if (candidats.Count == 0)
            return new AucunCandidat(demande.Session);
        var feuilles = await donnees.Set<FeuilleNotes>().AsNoTracking().Where(f => f.Session == demande.Session).ToDictionaryAsync(f => f.CandidatureId, ct);
        var clos = await JurysClosAsync(demande.Session, ct);

        var reglements = new Dictionary<string, ImporterNotesUnites?>();
        ImporterNotesUnites? Unites(string cle) => reglements.TryGetValue(cle, out var u) ? u
            : reglements[cle] = Reglements.Chercher(cle) is { } r ? new ImporterNotesUnites(r, demande.Session) : null;
        var chantiers = new Dictionary<Guid, Chantier>();
        var inchangees = new List<int>();
        foreach (var ligne in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            Rejet Refus(string colonne, string code, string phrase) => new(ligne.Numero, colonne, code, $"Ligne {ligne.Numero}, colonne {colonne} : {phrase}");

            if (!candidats.TryGetValue(ligne["numero"], out var candidat))
            {
                lecture.Rejeter(Refus("numero", "CANDIDAT_INCONNU", $"aucun candidat « {Rejet.Abreger(ligne["numero"])} » à la session {demande.Session}. Vérifiez le numéro (dix chiffres) et la session."));
                continue;
            }
            if (Unites(candidat.Reglement) is not { } unites)
            {
                lecture.Rejeter(Refus("numero", "REGLEMENT_INCONNU", $"le règlement « {candidat.Reglement} » du candidat n'existe pas dans cette version. Corrigez d'abord la candidature."));
                continue;
            }
            var unite = ligne["unite"].ToUpperInvariant();
            var (etat, rejet) = ImporterNotesLigne.Lire(ligne, unite, unites, demande.Session);
            if (rejet is not null)
            {
                lecture.Rejeter(rejet);
                continue;
            }
            if (!chantiers.TryGetValue(candidat.Id, out var chantier))
            {
                var connue = feuilles.GetValueOrDefault(candidat.Id);
                chantiers[candidat.Id] = chantier = new Chantier(connue ?? new FeuilleNotes { CandidatureId = candidat.Id, Session = demande.Session, Notes = "" }, connue is null, unites, candidat.JuryId);
            }
            if (!chantier.Lues.TryAdd(unite, ligne.Numero))
            {
                // Nobody can tell which of the two is right: neither is a good line.
                var premiere = chantier.Lues[unite];
                lecture.Rejeter(Refus("unite", "NOTE_EN_DOUBLE", $"le candidat {candidat.Numero} a déjà {unite} à la ligne {premiere}. Gardez la bonne ligne."));
                if (!lecture.EstRejetee(premiere))
                    lecture.Rejeter(new(premiere, "unite", "NOTE_EN_DOUBLE", $"Ligne {premiere}, colonne unite : le candidat {candidat.Numero} a encore {unite} à la ligne {ligne.Numero}. Gardez la bonne ligne."));
                continue;
            }
            var actuel = chantier.Actuel(unite);
            if (etat == EtatUnite.NonNotee || etat == actuel)
            {
                inchangees.Add(ligne.Numero);
            }
            else if (candidat.JuryId is { } jury && clos.Contains(jury))
            {
                lecture.Rejeter(Refus("numero", "DELIBERATION_CLOSE", $"le jury du candidat {candidat.Numero} a clos sa délibération : sa note ne change plus par un fichier. Demandez la réouverture du dossier."));
            }
            else
            {
                chantier.Changements.Add((ligne.Numero, unite, actuel, etat));
            }
        }

        foreach (var chantier in chantiers.Values)
            chantier.Changements.RemoveAll(c => lecture.EstRejetee(c.Ligne));
        var ajoutes = chantiers.Values.Sum(c => c.Changements.Count(n => n.Avant == EtatUnite.NonNotee));
        var absents = feuilles.Values.Sum(f => NombreDeNotes(f, chantiers.GetValueOrDefault(f.CandidatureId)?.Lues));
        var enregistre = demande.Mode.Enregistre(lecture);
        if (enregistre && await EnregistrerAsync(demande, acteur, [.. chantiers.Values.Where(c => c.Changements.Count > 0)], ct) is { } conflit)
            return conflit;
        return BilanImport.De(lecture, ajoutes, chantiers.Values.Sum(c => c.Changements.Count) - ajoutes,
            inchangees.Count(l => !lecture.EstRejetee(l)), absents, enregistre);
    }

    private async Task<Refus?> EnregistrerAsync(Demande demande, Acteur acteur, IReadOnlyList<Chantier> chantiers, CancellationToken ct)
    {
        if (chantiers.Count == 0)
            return null;
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        foreach (var chantier in chantiers)
        {
            chantier.Conclure();
            if (!chantier.Nouvelle)
                donnees.Update(chantier.Feuille);
            donnees.Journaliser(new ActeAJournaliser(acteur, "NOTES_IMPORTEES", $"candidature:{chantier.Feuille.CandidatureId}",
                Texte(chantier.Changements.Select(c => (c.Unite, c.Avant))), Texte(chantier.Changements.Select(c => (c.Unite, c.Apres)))));
        }
        try
        {
            await donnees.InsererEnMasseAsync(chantiers.Where(c => c.Nouvelle).Select(c => c.Feuille), ct);
            await donnees.SaveChangesAsync(ct);
        }
        catch (Exception erreur) when (erreur is DbUpdateException || erreur.EstDoublon())
        {
            return new ModifieEntreTemps("Une feuille de notes du fichier");
        }
        // A jury may have closed while the file was read: seen here, nothing is kept.
        var clos = await JurysClosAsync(demande.Session, ct);
        if (chantiers.Any(c => c.JuryId is { } jury && clos.Contains(jury)))
            return new ModifieEntreTemps("L'état d'un jury");
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<HashSet<Guid>> JurysClosAsync(SessionExamen session, CancellationToken ct) =>
        await donnees.Set<Jury>().AsNoTracking().Where(j => j.Session == session && j.Etat == EtatJury.Clos).Select(j => j.Id).ToHashSetAsync(ct);

    private static int NombreDeNotes(FeuilleNotes feuille, Dictionary<string, int>? lues) =>
        NotesEnTexte.Lire(feuille.Notes).Keys.Concat(NotesEnTexte.Lire(feuille.Facultatives).Keys).Concat(feuille.ChefDoeuvreCentiemes is null ? [] : [ImporterNotesUnites.ChefDoeuvre])
            .Count(u => lues?.ContainsKey(u) != true);

    private static string Texte(IEnumerable<(string Unite, EtatUnite Etat)> notes) => string.Join(' ', notes.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Unite}:{NotesEnTexte.Valeur(n.Etat)}")));
}
