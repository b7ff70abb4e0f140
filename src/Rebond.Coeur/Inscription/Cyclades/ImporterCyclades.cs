using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Cyclades;

/// <summary>
/// Reads back a file in the layout <see cref="ExporterInscritsCyclades"/> writes: each line is compared with what its file would write today. Nobody
/// enters by it (it says neither the exam nor the answers), nothing is erased by a blank, a signed file is left to the DEC. Actor: gestionnaire of the
/// académie.
/// </summary>
public sealed class ImporterCyclades(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session, Stream Fichier, string NomFichier, ModeImport Mode)
    {
        /// <summary>That of the général when null.</summary>
        public FormatCyclades? Format { get; init; }
        public LimitesFichier? Limites { get; init; }
    }

    /// <summary>What a column may change: how its value is checked and written. The other columns are derived, or codes of the partner.</summary>
    private sealed record Champ(int Max, Action<DossierInscription, string> Ecrire, Func<string, bool>? Accepter = null);

    private static readonly Dictionary<string, Champ> s_champs = new()
    {
        ["civilite"] = new(1, (d, v) => d.Sexe = v, v => v is "F" or "M"),
        ["nomFamille"] = new(100, (d, v) => d.Nom = v),
        ["prenoms"] = new(150, (d, v) => d.Prenoms = v),
        ["ine"] = new(11, (d, v) => d.Ine = v, Identifiants.EstIne),
        ["dateNaissance"] = new(10, (d, v) => d.Naissance = Jour(v), v => Jour(v) is not null),
        ["adresse1"] = new(100, (d, v) => d.AdresseLigne1 = v),
        ["adresse2"] = new(100, (d, v) => d.AdresseLigne2 = v),
        ["codePostal"] = new(10, (d, v) => d.CodePostal = v),
        ["localite"] = new(100, (d, v) => d.Ville = v),
        ["telephone"] = new(30, (d, v) => d.Telephone = v),
        ["telephoneMobile"] = new(30, (d, v) => d.Telephone = v),
        ["adresseMail"] = new(254, (d, v) => d.Courriel = v, v => v.Contains('@', StringComparison.Ordinal)),
        ["division"] = new(40, (d, v) => d.Division = v),
    };

    public async Task<Outcome<BilanImport>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        var format = demande.Format ?? FormatCyclades.General;
        var academies = acteur.Couvre(TypePerimetre.Academie, "*") ? null : acteur.Codes(TypePerimetre.Academie);
        var campagnes = donnees.Set<RevisionCampagne>().Where(r => academies == null || academies.Contains(r.Academie)).Select(r => r.Code);
        var connus = await donnees.Set<DossierInscription>().Where(d => d.Session == demande.Session && d.NumeroVersion > 0 && d.Naissance != null && (academies == null || campagnes.Contains(d.CampagneCode))).ToListAsync(ct);
        var (parNumero, parIne, parIdentite) = (connus.ToDictionary(d => d.Numero), connus.Where(d => d.Ine is not null).ToLookup(d => d.Ine!), connus.ToLookup(d => (d.CleRecherche, d.Naissance)));

        var lecture = LectureTableau.Ouvrir(demande.Fichier, demande.NomFichier, [.. format.Colonnes.Select(c => LectureTableau.NomDeColonne(c.Nom))], [], demande.Limites);
        Dictionary<Guid, int> lignes = [];
        List<(DossierInscription Dossier, int Ligne, List<(ColonneCyclades Colonne, string Valeur)> Changements)> modifies = [];
        List<int> inchanges = [];
        foreach (var ligne in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            string? Lire(string champ) => format.Colonnes.FirstOrDefault(c => c.Champ == champ) is { } colonne && ligne[LectureTableau.NomDeColonne(colonne.Nom)] is { Length: > 0 } valeur ? valeur : null;
            if (Chercher(Lire) is not { } dossier)
                lecture.Rejeter(Rejeter(ligne, null, "DOSSIER_INCONNU", "aucun dossier de cette session n'a ce numéro, cet INE, ni ces nom, prénoms et naissance. Ce fichier ne dit ni l'examen ni les réponses : inscrivez d'abord la personne (rebond importer siecle-eleves, ou la page « S'inscrire »)."));
            else if (!lignes.TryAdd(dossier.Id, ligne.Numero))
                lecture.Rejeter(Rejeter(ligne, null, "DOSSIER_EN_DOUBLE", $"le dossier {dossier.Numero} est déjà à la ligne {lignes[dossier.Id]}. Gardez une seule ligne."));
            else if (Comparer(ligne, format, dossier, lecture) is not { } changements)
                continue;
            else if (changements.Count == 0)
                inchanges.Add(ligne.Numero);
            else if (!dossier.EstModifiable)
                lecture.Rejeter(Rejeter(ligne, changements[0].Colonne.Nom, dossier.EstSorti ? "DOSSIER_SORTI" : "DOSSIER_SIGNE", $"dossier {dossier.Numero} {(dossier.EstSorti ? "désisté, écarté ou annulé" : "signé")} : il ne change pas par un fichier (changerait : {string.Join(", ", changements.Select(c => c.Colonne.Nom))}). Voyez-le au guichet."));
            else
                modifies.Add((dossier, ligne.Numero, changements));
        }
        var absents = connus.Count(d => !lignes.ContainsKey(d.Id) && !d.EstSorti);
        var enregistre = demande.Mode.Enregistre(lecture);
        if (enregistre && modifies.Count > 0 && await EnregistrerAsync(demande, acteur, modifies, ct) is { } conflit)
            return conflit;
        return BilanImport.De(lecture, 0, modifies.Count, inchanges.Count, absents, enregistre);

        DossierInscription? Chercher(Func<string, string?> lire)
        {
            if (lire("numeroDossier") is { } numero)
                return parNumero.GetValueOrDefault(numero);
            if (lire("ine") is { } ine && parIne[ine].ToList() is [var seul])
                return seul;
            return lire("nomFamille") is { } nom && lire("dateNaissance") is { } naissance && parIdentite[(Candidature.EnCleRecherche(nom, lire("prenoms") ?? ""), Jour(naissance))].ToList() is [var meme] ? meme : null;
        }
    }

    /// <summary>What the line says otherwise than the file would today; null when something in it cannot be taken.</summary>
    private static List<(ColonneCyclades Colonne, string Valeur)>? Comparer(LigneTableau ligne, FormatCyclades format, DossierInscription dossier, LectureTableau lecture)
    {
        var candidat = ExporterInscritsCyclades.Candidat(dossier);
        List<(ColonneCyclades, string)> changements = [];
        var refuse = false;
        foreach (var colonne in format.Colonnes)
        {
            var (lue, connue) = (ligne[LectureTableau.NomDeColonne(colonne.Nom)], format.Valeur(colonne, candidat).Trim());
            if (lue.Length == 0 || lue == connue)
                continue;
            var faute = colonne.Champ is null || !s_champs.TryGetValue(colonne.Champ, out var champ)
                ? ("COLONNE_NON_RELUE", $"« {Rejet.Abreger(lue)} », quand le dossier {dossier.Numero} écrit « {Rejet.Abreger(connue)} ». Ce fichier ne change pas cette donnée : elle se change dans le dossier.")
                : lue.Length > champ.Max ? ("VALEUR_TROP_LONGUE", $"{lue.Length} caractères, {champ.Max} au plus.")
                : champ.Accepter?.Invoke(lue) == false ? ("VALEUR_INVALIDE", $"« {Rejet.Abreger(lue)} » n'est pas une valeur de cette colonne.") : default((string, string)?);
            if (faute is { } dite)
            {
                lecture.Rejeter(Rejeter(ligne, colonne.Nom, dite.Item1, dite.Item2));
                refuse = true;
            }
            else
                changements.Add((colonne, lue));
        }
        return refuse ? null : changements;
    }

    private async Task<Refus?> EnregistrerAsync(Demande demande, Acteur acteur, List<(DossierInscription Dossier, int Ligne, List<(ColonneCyclades Colonne, string Valeur)> Changements)> modifies, CancellationToken ct)
    {
        foreach (var (dossier, _, changements) in modifies)
        {
            foreach (var (colonne, valeur) in changements)
                s_champs[colonne.Champ!].Ecrire(dossier, valeur);
            dossier.CleRecherche = Candidature.EnCleRecherche(dossier.Nom, dossier.Prenoms);
            // A confirmation already printed no longer says what the file says; who had signed or checked it had read something else.
            if (dossier.Etat == EtatDossier.Enregistre)
                dossier.NumeroVersion++;
            (dossier.SigneLe, dossier.ModeSignature, dossier.SigneResponsableLe, dossier.ValideEtablissementLe) = (null, null, null, null);
            donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_MODIFIE", $"dossier:{dossier.Id}", Motif: $"import cyclades-csv, colonnes : {string.Join(", ", changements.Select(c => c.Colonne.Nom))}"));
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "CYCLADES_IMPORTES", $"session:{demande.Session}", Apres: string.Create(CultureInfo.InvariantCulture, $"modifies:{modifies.Count}")));
        try
        {
            await donnees.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Un dossier du fichier");
        }
    }

    private static Rejet Rejeter(LigneTableau ligne, string? colonne, string code, string phrase) => new(ligne.Numero, colonne, code, $"Ligne {ligne.Numero}{(colonne is null ? "" : $", colonne {colonne}")} : {phrase}");

    private static DateOnly? Jour(string texte) => DateOnly.TryParseExact(texte, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;
}
