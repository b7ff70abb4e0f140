using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription;

/// <summary>
/// The DEC loads candidates of a session from a file (candidats-csv, docs/formats-fichiers.md). Nobody is ever removed: a candidate the
/// file does not name is counted absent. An empty optional cell does not erase what the base knows.
/// </summary>
public sealed class ImporterCandidats(BaseRebond donnees)
{
    /// <param name="SessionDemonstration">Synthetic people only; the session itself belongs to the Examen area.</param>
    public sealed record Demande(SessionExamen Session, bool SessionDemonstration, Stream Fichier, string NomFichier, ModeImport Mode, LimitesFichier? Limites = null);

    /// <summary>What touches the exam of a candidate already given to a jury is changed one by one, not by a file.</summary>
    private static readonly string[] FigeesParLeJury = ["reglement", "specialite", "categorie", "forme"];

    public async Task<Outcome<BilanImport>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();

        var connus = await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == demande.Session).ToDictionaryAsync(c => c.Numero, ct);
        var numeroParIne = connus.Values.Where(c => c.Ine is not null).GroupBy(c => c.Ine!).ToDictionary(g => g.Key, g => g.First().Numero);
        var lecture = LectureTableau.Ouvrir(demande.Fichier, demande.NomFichier, ImporterCandidatsLigne.Obligatoires, ImporterCandidatsLigne.Facultatives, demande.Limites);
        bool A(string colonne) => lecture.Entetes.Contains(colonne);
        var (aIne, aSexe, aDivision, aConsentement) = (A("ine"), A("sexe"), A("division"), A("consentement"));

        var reglements = new Dictionary<string, Reglement?>();
        Reglement? Reglement(string cle) => reglements.TryGetValue(cle, out var r) ? r : reglements[cle] = Reglements.Chercher(cle);
        var ligneParNumero = new Dictionary<string, int>();
        var ligneParIne = new Dictionary<string, int>();
        var nouveaux = new List<ImporterCandidatsLigne>();
        var modifies = new List<(ImporterCandidatsLigne Ligne, IReadOnlyList<string> Colonnes)>();
        var inchanges = new List<int>();
        foreach (var brute in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            var (ligne, rejets) = ImporterCandidatsLigne.Lire(brute, Reglement, demande.SessionDemonstration);
            foreach (var rejet in rejets)
                lecture.Rejeter(rejet);
            if (ligne is null)
                continue;
            if (Doublon(ligne, ligneParNumero, ligneParIne, numeroParIne) is { } doublons)
            {
                foreach (var doublon in doublons)
                    lecture.Rejeter(doublon);
                continue;
            }
            if (!connus.TryGetValue(ligne.Candidat, out var connu))
            {
                nouveaux.Add(ligne);
                continue;
            }
            var colonnes = ligne.Differences(connu, aIne, aSexe, aDivision, aConsentement);
            if (Fige(ligne, connu, colonnes) is { } fige)
                lecture.Rejeter(fige);
            else if (colonnes.Count == 0)
                inchanges.Add(ligne.Numero);
            else
                modifies.Add((ligne, colonnes));
        }

        nouveaux.RemoveAll(l => lecture.EstRejetee(l.Numero));
        modifies.RemoveAll(m => lecture.EstRejetee(m.Ligne.Numero));
        var enregistre = demande.Mode.Enregistre(lecture);
        if (enregistre && nouveaux.Count + modifies.Count > 0)
        {
            try
            {
                await EnregistrerAsync(demande, acteur, connus, nouveaux, modifies, ct);
            }
            catch (Exception erreur) when (erreur is DbUpdateException || erreur.EstDoublon())
            {
                return new ModifieEntreTemps("Une candidature du fichier");
            }
        }
        return BilanImport.De(lecture, nouveaux.Count, modifies.Count,
            inchanges.Count(l => !lecture.EstRejetee(l)), connus.Keys.Count(n => !ligneParNumero.ContainsKey(n)), enregistre);
    }

    // Nobody can tell which of two lines is right: neither is a good line.
    private static Rejet[]? Doublon(ImporterCandidatsLigne ligne, Dictionary<string, int> ligneParNumero, Dictionary<string, int> ligneParIne, Dictionary<string, string> numeroParIne)
    {
        if (!ligneParNumero.TryAdd(ligne.Candidat, ligne.Numero))
            return Paire("numero", "CANDIDAT_EN_DOUBLE", ligneParNumero[ligne.Candidat], ligne.Numero, $"le candidat {ligne.Candidat}", "Gardez une seule ligne.");
        if (ligne.Ine is null)
            return null;
        if (!ligneParIne.TryAdd(ligne.Ine, ligne.Numero))
            return Paire("ine", "INE_EN_DOUBLE", ligneParIne[ligne.Ine], ligne.Numero, "cet INE", "Une personne ne s'inscrit qu'une fois par session : gardez une seule ligne.");
        return numeroParIne.TryGetValue(ligne.Ine, out var autre) && autre != ligne.Candidat
            ? [new(ligne.Numero, "ine", "INE_EN_DOUBLE", $"Ligne {ligne.Numero}, colonne ine : cet INE est celui du candidat {autre}, déjà inscrit à cette session. Vérifiez le numéro.")]
            : null;
    }

    private static Rejet[] Paire(string colonne, string code, int premiere, int seconde, string quoi, string conseil) =>
    [
        new(premiere, colonne, code, $"Ligne {premiere}, colonne {colonne} : {quoi} est aussi à la ligne {seconde}. {conseil}"),
        new(seconde, colonne, code, $"Ligne {seconde}, colonne {colonne} : {quoi} est déjà à la ligne {premiere}. {conseil}"),
    ];

    private static Rejet? Fige(ImporterCandidatsLigne ligne, Candidature connu, IReadOnlyList<string> colonnes)
    {
        if (ligne.Examen != connu.Examen)
            return new(ligne.Numero, "examen", "EXAMEN_DIFFERENT", $"Ligne {ligne.Numero}, colonne examen : le candidat {ligne.Candidat} est inscrit en {connu.Examen.Code()}. On ne change pas d'examen par un fichier : faites une nouvelle inscription.");
        return connu.JuryId is not null && colonnes.Intersect(FigeesParLeJury).FirstOrDefault() is { } figee
            ? new(ligne.Numero, figee, "JURY_CONSTITUE", $"Ligne {ligne.Numero}, colonne {figee} : le candidat {ligne.Candidat} est déjà confié à un jury. Cette donnée se change dossier par dossier.")
            : null;
    }

    private async Task EnregistrerAsync(Demande demande, Acteur acteur, Dictionary<string, Candidature> connus,
        List<ImporterCandidatsLigne> nouveaux, List<(ImporterCandidatsLigne Ligne, IReadOnlyList<string> Colonnes)> modifies, CancellationToken ct)
    {
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        await donnees.InsererEnMasseAsync(nouveaux.Select(l => Creer(demande, l)), ct);
        foreach (var (ligne, colonnes) in modifies)
        {
            var candidature = connus[ligne.Candidat];
            donnees.Attach(candidature);
            Appliquer(ligne, candidature, colonnes);
            donnees.Journaliser(new ActeAJournaliser(acteur, "CANDIDATURE_MODIFIEE", $"candidature:{candidature.Id}", Motif: $"import candidats-csv, colonnes : {string.Join(' ', colonnes)}"));
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "CANDIDATURES_IMPORTEES", $"session:{demande.Session}", Apres: string.Create(CultureInfo.InvariantCulture, $"ajoutees:{nouveaux.Count} modifiees:{modifies.Count}")));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await donnees.MesurerTablesAsync(ct);
    }

    private static Candidature Creer(Demande demande, ImporterCandidatsLigne l) => new()
    {
        Session = demande.Session,
        Numero = l.Candidat,
        NumeroAnonymat = Candidature.TirerAnonymat(),
        Ine = l.Ine,
        Nom = l.Nom,
        Prenoms = l.Prenoms,
        Sexe = l.Sexe,
        Naissance = l.Naissance,
        Examen = l.Examen,
        Reglement = l.Reglement,
        Specialite = l.Specialite,
        SpecialiteLibelle = l.Libelle,
        Categorie = l.Categorie,
        Forme = l.Forme,
        Uai = l.Uai,
        Departement = l.Departement,
        Division = l.Division,
        ConsentementPublication = l.Consentement ?? false,
        Synthetique = demande.SessionDemonstration,
        CleRecherche = Candidature.EnCleRecherche(l.Nom, l.Prenoms),
    };

    private static void Appliquer(ImporterCandidatsLigne l, Candidature c, IReadOnlyList<string> colonnes)
    {
        c.Nom = l.Nom;
        c.Prenoms = l.Prenoms;
        c.Naissance = l.Naissance;
        c.Reglement = l.Reglement;
        c.Specialite = l.Specialite;
        c.SpecialiteLibelle = l.Libelle;
        c.Categorie = l.Categorie;
        c.Forme = l.Forme;
        c.Uai = l.Uai;
        c.Departement = l.Departement;
        c.Ine = colonnes.Contains("ine") ? l.Ine : c.Ine;
        c.Sexe = colonnes.Contains("sexe") ? l.Sexe : c.Sexe;
        c.Division = colonnes.Contains("division") ? l.Division : c.Division;
        c.ConsentementPublication = colonnes.Contains("consentement") ? l.Consentement!.Value : c.ConsentementPublication;
        c.CleRecherche = Candidature.EnCleRecherche(c.Nom, c.Prenoms);
    }
}
