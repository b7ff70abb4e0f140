using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Imports;

/// <summary>
/// Those who failed the CAP, BT, BTS, BMA or DTMS, whose results are decided elsewhere, are followed like the others: a file (ajournes-csv,
/// docs/formats-fichiers.md) opens their follow-up. Whoever has a file already keeps it as it is.
/// Actors: the DEC of the académie; a head for his own establishment.
/// </summary>
public sealed class ImporterAjournes(BaseRebond donnees)
{
    public static IReadOnlyList<string> ColonnesObligatoires => ImporterAjournesLigne.Obligatoires;
    public static IReadOnlyList<string> ColonnesFacultatives => ImporterAjournesLigne.Facultatives;

    public sealed record Demande(SessionExamen Session, Stream Fichier, string NomFichier, ModeImport Mode, LimitesFichier? Limites = null);

    public async Task<Outcome<BilanImport>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var dec = acteur.A(Role.Gestionnaire) && acteur.CouvreAcademie;
        if (!dec && !acteur.A(Role.ChefEtablissement))
            return new Interdit();
        var session = dec ? await donnees.SessionEntiereAsync(demande.Session, acteur, ct) : await donnees.Set<SessionAcademique>().AsNoTracking().SingleOrDefaultAsync(s => s.Session == demande.Session, ct);
        if (session is null)
            return new Introuvable($"Session {demande.Session}");

        var siens = acteur.Codes(TypePerimetre.Etablissement);
        var examens = ImporterAjournesLigne.Examens.Select(e => e.Code()).ToList();
        var connus = (await donnees.Set<DossierSuivi>().AsNoTracking().Where(d => d.Session == demande.Session && d.CandidatureId == null && examens.Contains(d.Examen)).ToListAsync(ct))
            .GroupBy(CleDe).ToDictionary(g => g.Key, g => g.First());
        var lecture = LectureTableau.Ouvrir(demande.Fichier, demande.NomFichier, ImporterAjournesLigne.Obligatoires, ImporterAjournesLigne.Facultatives, demande.Limites);
        var lignes = new Dictionary<string, int>();
        var nouveaux = new List<ImporterAjournesLigne>();
        var inchanges = new List<int>();
        foreach (var brute in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            var (ligne, rejets) = ImporterAjournesLigne.Lire(brute);
            foreach (var rejet in rejets)
                lecture.Rejeter(rejet);
            if (ligne is null)
                continue;
            if (!dec && (ligne.Uai is null || !siens.Contains(ligne.Uai) || ligne.Proprietaire == TypeProprietaire.Dec))
            {
                lecture.Rejeter(new(ligne.Numero, "uai", "AUTRE_ETABLISSEMENT", $"Ligne {ligne.Numero}, colonne uai : cette personne n'est pas de votre établissement. La division des examens peut importer les autres."));
                continue;
            }
            // Nobody can tell which of two lines is right: neither is a good line.
            if (!lignes.TryAdd(ligne.Cle, ligne.Numero))
            {
                lecture.Rejeter(new(lignes[ligne.Cle], "nom", "PERSONNE_EN_DOUBLE", $"Ligne {lignes[ligne.Cle]}, colonne nom : cette personne est aussi à la ligne {ligne.Numero}. Gardez une seule ligne."));
                lecture.Rejeter(new(ligne.Numero, "nom", "PERSONNE_EN_DOUBLE", $"Ligne {ligne.Numero}, colonne nom : cette personne est déjà à la ligne {lignes[ligne.Cle]}. Gardez une seule ligne."));
                continue;
            }
            if (connus.ContainsKey(ligne.Cle))
                inchanges.Add(ligne.Numero);
            else
                nouveaux.Add(ligne);
        }

        nouveaux.RemoveAll(l => lecture.EstRejetee(l.Numero));
        var enregistre = demande.Mode.Enregistre(lecture);
        if (enregistre && nouveaux.Count > 0)
        {
            var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
            var premierContact = maintenant.JourAParis().AddDays(OuvrirDossiersSuivi.JoursPremierContact);
            await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
            var dossiers = nouveaux.Select(l => Ouvrir(l, session, maintenant, premierContact)).ToList();
            await donnees.InsererEnMasseAsync(dossiers, ct);
            await OuvrirDossiersSuivi.SurPapierAsync(donnees, dossiers, ct);
            donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_IMPORTE", $"suivi:{demande.Session}", Apres: string.Create(CultureInfo.InvariantCulture, $"dossiers:{nouveaux.Count}")));
            await donnees.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        var visibles = dec ? connus.Values : connus.Values.Where(d => siens.Contains(d.ProprietaireCode));
        return BilanImport.De(lecture, nouveaux.Count, 0, inchanges.Count(l => !lecture.EstRejetee(l)), visibles.Count(d => !lignes.ContainsKey(CleDe(d))), enregistre);
    }

    /// <summary>As <see cref="ImporterAjournesLigne.Cle"/>, of a file already open.</summary>
    private static string CleDe(DossierSuivi d) => d.Ine is { } ine ? $"{d.Examen} {ine}" : $"{d.Examen} {d.CleRecherche} {d.Naissance:yyyyMMdd}";

    private static DossierSuivi Ouvrir(ImporterAjournesLigne l, SessionAcademique session, DateTime maintenant, DateOnly premierContact) => new DossierSuivi
    {
        Session = session.Session,
        Examen = l.Examen.Code(),
        Specialite = l.Specialite,
        SpecialiteLibelle = l.Libelle,
        Statut = l.Statut,
        Resultat = l.Resultat,
        MoyenneCentiemes = l.MoyenneCentiemes,
        EchecsAnterieurs = l.EchecsAnterieurs,
        Uai = l.Uai,
        Departement = l.Departement,
        Proprietaire = l.Proprietaire,
        ProprietaireCode = l.Proprietaire == TypeProprietaire.Dec ? session.Academie : l.Uai!,
        Ine = l.Ine,
        Nom = l.Nom,
        Prenoms = l.Prenoms,
        Naissance = l.Naissance,
        Telephone = l.Telephone,
        Courriel = l.Courriel,
        OuvertLe = maintenant,
        Synthetique = session.EstDemonstration,
        CleRecherche = l.CleRecherche,
    }.AttendrePremierContact(premierContact).Representer(l.ResponsableNom, l.ResponsableTelephone);
}
