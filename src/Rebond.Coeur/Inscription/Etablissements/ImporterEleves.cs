using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Inscription.Siecle;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// The pupils of one establishment who pass the exam of the session become registration files it manages (docs/formats-fichiers.md). Nobody is
/// removed, nothing known is erased by a blank, a signed file is left to the DEC. Actors: gestionnaire of the académie, chef of this establishment.
/// </summary>
public sealed class ImporterEleves(BaseRebond donnees)
{
    private const int NumerosParRequete = 500;

    public sealed record Demande(SessionExamen Session, Stream Fichier, string NomFichier, ModeImport Mode)
    {
        /// <summary>Null for the gestionnaire: the establishment a SIECLE file says.</summary>
        public string? Uai { get; init; }

        /// <summary>Code of a campaign in force; null: the ones of the session.</summary>
        public string? Campagne { get; init; }

        /// <summary>Columns of a CSV file or of a workbook; null for a file of SIECLE.</summary>
        public CorrespondanceColonnes? Correspondance { get; init; }

        /// <summary>Synthetic people only.</summary>
        public bool SessionDemonstration { get; init; }
        public LimitesFichier? Limites { get; init; }
    }

    public enum Sort { Ajoute, Modifie, Inchange }

    public sealed record LigneEleveImporte(int Ligne, string Nom, string Prenoms, string? Division, Sort Sort, IReadOnlyList<ChangementEleve> Changements)
    {
        /// <summary>What changes, by name.</summary>
        public IReadOnlyList<string> Colonnes => [.. Changements.Select(c => c.Colonne)];
    }

    /// <summary>A file of the establishment that the file of pupils does not find: kept.</summary>
    public sealed record Absent(string Numero, string Nom, string Prenoms, string? Division);

    public sealed record Reponse(string? Uai, BilanImport Bilan, IReadOnlyList<LigneEleveImporte> Lignes, IReadOnlyList<Absent> Absents);

    public sealed record EtablissementInvalide(string? Uai)
        : Refus(GenreRefus.Invalide, "UAI_INVALIDE", Uai is null ? "Dites de quel établissement est ce fichier : son code a sept chiffres et une lettre." : $"« {Uai} » n'est pas un code d'établissement (sept chiffres et une lettre de contrôle). Vérifiez-le.");

    public sealed record CampagneAbsente(SessionExamen Session, string? Code)
        : Refus(GenreRefus.Introuvable, "CAMPAGNE_ABSENTE", $"{(Code is null ? "Aucune campagne d'inscription" : $"La campagne {Code}")} n'est en vigueur pour la session {Session} dans votre académie. La DEC en met une en vigueur avec « rebond inscription campagne charger ».");

    public sealed record EtablissementHorsAcademie(string Uai, IReadOnlyList<string> Campagnes)
        : Refus(GenreRefus.Invalide, "ETABLISSEMENT_HORS_ACADEMIE", $"L'établissement {Uai} n'est pas d'un département de {string.Join(" ni de ", Campagnes)}. Vérifiez l'établissement et la campagne.");

    public sealed record CampagneAPreciser(TypeExamen Examen, IReadOnlyList<string> Campagnes)
        : Refus(GenreRefus.Invalide, "CAMPAGNE_A_PRECISER", $"Plusieurs campagnes en vigueur ouvrent l'examen {Examen.Code()} : {string.Join(", ", Campagnes)}. Dites laquelle.");

    private sealed record Lecture(string? Uai, IReadOnlyList<EleveLu> Eleves, List<Rejet> Rejets, int Lus, bool EstIllisible, IReadOnlyList<string> ColonnesIgnorees);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var estGestionnaire = acteur.A(Role.Gestionnaire) && acteur.CouvreAcademie;
        if (!estGestionnaire && !(acteur.A(Role.ChefEtablissement) && demande.Uai is not null && acteur.Couvre(TypePerimetre.Etablissement, demande.Uai)))
            return new Interdit();
        if (demande.Uai is null ? demande.Correspondance is not null : !Identifiants.EstUai(demande.Uai))
            return new EtablissementInvalide(demande.Uai);
        if (demande.Correspondance?.Verifier() is { Count: > 0 } colonnes)
            return Outcome<Reponse>.Refuser(colonnes);
        var campagnes = (await donnees.CampagnesEnVigueurAsync(ct)).Where(c => c.Campagne.Session == demande.Session && (demande.Campagne is null || c.Campagne.Code == demande.Campagne)
            && (!estGestionnaire || acteur.Couvre(TypePerimetre.Academie, c.Campagne.Academie.Code))).ToList();
        if (campagnes.Count == 0)
            return new CampagneAbsente(demande.Session, demande.Campagne);

        var lecture = Lire(demande, ct);
        if (lecture.EstIllisible)
            return new Reponse(lecture.Uai, Bilan(demande, lecture, [], 0, []), [], []);
        var uai = lecture.Uai!;
        var departement = AnnuaireEtablissements.Chercher(uai)?.Departement ?? uai[..3];
        if (campagnes.FindAll(c => c.Campagne.Academie.Departements.Contains(departement)) is not { Count: > 0 } siennes)
            return new EtablissementHorsAcademie(uai, [.. campagnes.Select(c => c.Campagne.Code)]);
        if (siennes.SelectMany(c => c.Campagne.Examens.Select(e => (Examen: e, c.Campagne.Code))).GroupBy(c => c.Examen).FirstOrDefault(g => g.Count() > 1) is { } doubles)
            return new CampagneAPreciser(doubles.Key, [.. doubles.Select(d => d.Code)]);

        var connus = await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.Session == demande.Session && d.Uai == uai).ToListAsync(ct);
        var rapprochement = new RapprochementEleves(connus, await InesAilleursAsync(demande.Session, uai, ct));
        var tri = new TriEleves(siennes, uai, await donnees.LibellesMefAsync(uai, ct), e => rapprochement.Chercher(e).Dossier?.Examen);
        var (nouveaux, modifies, lignes, vus) = Rapprocher(tri, lecture, rapprochement);
        var absents = connus.Where(d => !d.EstSorti && !vus.Contains(d.Id) && siennes.Exists(c => c.Campagne.Code == d.CampagneCode)).OrderBy(d => d.CleRecherche, StringComparer.Ordinal).Select(d => new Absent(d.Numero, d.Nom, d.Prenoms, d.Division)).ToList();
        var bilan = Bilan(demande, lecture, lignes, absents.Count, tri.Remarques());
        if (bilan.Enregistre && nouveaux.Count + modifies.Count > 0)
        {
            try
            {
                if (!await EnregistrerAsync(demande, acteur, uai, connus.Count, nouveaux, modifies, ct))
                    return new ModifieEntreTemps($"Les dossiers de l'établissement {uai}");
            }
            catch (DbUpdateConcurrencyException)
            {
                return new ModifieEntreTemps($"Un dossier de l'établissement {uai}");
            }
        }
        return new Reponse(uai, bilan, lignes, absents);
    }

    private static Lecture Lire(Demande demande, CancellationToken ct)
    {
        var annee = demande.Session.Annee - 1;
        if (demande.Correspondance is null)
        {
            var siecle = LectureEleves.Lire(demande.Fichier, new(demande.Uai, annee), demande.Limites, ct);
            return new(demande.Uai ?? siecle.Entete?.Uai, siecle.Lignes, [.. siecle.Rejets], siecle.Lus, siecle.EstIllisible, []);
        }
        var tableau = LectureElevesTableau.Lire(demande.Fichier, demande.NomFichier, demande.Correspondance, new(demande.Uai, annee), demande.Limites, ct);
        // A pupil may have several lines: what is counted here is pupils, and lines that gave none.
        return new(demande.Uai, tableau.Eleves, [.. tableau.Rejets], tableau.Eleves.Count + tableau.Rejets.Select(r => r.Ligne).Distinct().Count(), tableau.EstIllisible, tableau.ColonnesIgnorees);
    }

    private async Task<HashSet<string>> InesAilleursAsync(SessionExamen session, string uai, CancellationToken ct)
    {
        var paires = await donnees.Set<DossierInscription>().Where(d => d.Session == session && d.Uai != uai && (d.Ine != null || d.IneAncien != null)
            && d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule).Select(d => new { d.Ine, d.IneAncien }).ToListAsync(ct);
        return [.. paires.SelectMany(p => new[] { p.Ine, p.IneAncien }).OfType<string>()];
    }

    private static (List<EleveCandidat> Nouveaux, List<(DossierInscription Dossier, EleveCandidat Eleve, IReadOnlyList<ChangementEleve> Changements)> Modifies, List<LigneEleveImporte> Lignes, HashSet<Guid> Vus) Rapprocher(
        TriEleves tri, Lecture lecture, RapprochementEleves rapprochement)
    {
        var (candidats, refuses) = tri.Trier(lecture.Eleves);
        lecture.Rejets.AddRange(refuses);
        var (nouveaux, trouves, vus) = (new List<EleveCandidat>(), new List<(DossierInscription Dossier, EleveCandidat Eleve)>(), new HashSet<Guid>());
        foreach (var candidat in candidats)
        {
            var (dossier, rejet) = rapprochement.Chercher(candidat.Eleve);
            if (rejet is not null)
                lecture.Rejets.Add(rejet);
            else if (dossier is null)
                nouveaux.Add(candidat);
            else
                trouves.Add((dossier, candidat));
        }
        var lignes = nouveaux.Select(n => Decrire(n, Sort.Ajoute, [])).ToList();
        var modifies = new List<(DossierInscription, EleveCandidat, IReadOnlyList<ChangementEleve>)>();
        foreach (var memes in trouves.GroupBy(t => t.Dossier.Id))
        {
            vus.Add(memes.Key);
            if (memes.Count() > 1)
            {
                lecture.Rejets.AddRange(memes.Select(t => RapprochementEleves.Refus(t.Eleve.Eleve, "DEUX_ELEVES_UN_DOSSIER", $"plusieurs élèves du fichier répondent au dossier {t.Dossier.Numero} (lignes {string.Join(", ", memes.Select(m => m.Eleve.Eleve.Ligne))}). Complétez leurs INE.")));
                continue;
            }
            var (dossier, eleve) = memes.Single();
            var changements = eleve.Differences(dossier);
            if (Fige(dossier, eleve, changements) is { } fige)
                lecture.Rejets.Add(fige);
            else if (changements.Count == 0)
                lignes.Add(Decrire(eleve, Sort.Inchange, []));
            else
            {
                modifies.Add((dossier, eleve, changements));
                lignes.Add(Decrire(eleve, Sort.Modifie, changements));
            }
        }
        lecture.Rejets.Sort((a, b) => a.Ligne.CompareTo(b.Ligne));
        return (nouveaux, modifies, [.. lignes.OrderBy(l => l.Ligne)], vus);
    }

    private static LigneEleveImporte Decrire(EleveCandidat e, Sort sort, IReadOnlyList<ChangementEleve> changements) => new(e.Eleve.Ligne, e.Eleve.NomDeFamille, e.Eleve.Prenoms, e.Eleve.Division, sort, changements);

    private static Rejet? Fige(DossierInscription dossier, EleveCandidat eleve, IReadOnlyList<ChangementEleve> changements) =>
        dossier.Examen != eleve.Examen || dossier.CampagneCode != eleve.Campagne.Campagne.Code
            ? RapprochementEleves.Refus(eleve.Eleve, "AUTRE_CAMPAGNE", $"le dossier {dossier.Numero} est de la campagne {dossier.CampagneCode}, en {dossier.Examen.Code()} ; le MEF de l'élève mène à {eleve.Examen.Code()}. On ne change pas d'examen par un fichier : voyez la DEC.")
        : changements.Count > 0 && !dossier.EstModifiable
            ? RapprochementEleves.Refus(eleve.Eleve, dossier.EstSorti ? "DOSSIER_SORTI" : "DOSSIER_SIGNE", $"dossier {(dossier.EstSorti ? "désisté, écarté ou annulé" : "signé")} : à voir avec la DEC (dossier {dossier.Numero} ; changerait : {string.Join(", ", changements.Select(c => c.Colonne))}).")
        : null;

    private BilanImport Bilan(Demande demande, Lecture lecture, IReadOnlyList<LigneEleveImporte> lignes, int absents, IReadOnlyList<string> remarques)
    {
        var rejetees = lecture.Rejets.Select(r => r.Ligne).ToHashSet();
        return new()
        {
            Lus = lecture.Lus,
            Ajoutes = lignes.Count(l => l.Sort == Sort.Ajoute),
            Modifies = lignes.Count(l => l.Sort == Sort.Modifie),
            Inchanges = lignes.Count(l => l.Sort == Sort.Inchange),
            Absents = absents,
            Rejets = lecture.Rejets,
            Enregistre = demande.Mode.Enregistre(lecture.EstIllisible, lecture.Rejets.Count),
            LignesBonnes = [.. lecture.Eleves.Select(e => e.Ligne).Where(l => !rejetees.Contains(l)).Order()],
            ColonnesIgnorees = lecture.ColonnesIgnorees,
            Remarques = remarques,
        };
    }

    /// <returns>False when files of this establishment came in meanwhile: two imports at once would register each pupil twice.</returns>
    private async Task<bool> EnregistrerAsync(Demande demande, Acteur acteur, string uai, int nombreLu, List<EleveCandidat> nouveaux,
        List<(DossierInscription Dossier, EleveCandidat Eleve, IReadOnlyList<ChangementEleve> Changements)> modifies, CancellationToken ct)
    {
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        foreach (var (dossier, eleve, changements) in modifies)
        {
            donnees.Attach(dossier);
            eleve.Appliquer(dossier);
            // A confirmation already printed no longer says what the file says, and the head had checked something else.
            if (dossier.Etat == EtatDossier.Enregistre)
                dossier.NumeroVersion++;
            dossier.ValideEtablissementLe = null;
            donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_MODIFIE", $"dossier:{dossier.Id}", Motif: $"import des élèves, colonnes : {string.Join(", ", changements.Select(c => c.Colonne))}"));
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "ELEVES_IMPORTES", $"etablissement:{uai}", Apres: string.Create(CultureInfo.InvariantCulture, $"session:{demande.Session} ajoutes:{nouveaux.Count} modifies:{modifies.Count}")));
        // The journal makes writers queue: from here on, nobody else brings files in.
        await donnees.SaveChangesAsync(ct);
        if (await donnees.Set<DossierInscription>().CountAsync(d => d.Session == demande.Session && d.Uai == uai, ct) != nombreLu)
            return false;
        var numeros = await TirerNumerosAsync(nouveaux.Count, ct);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        await donnees.InsererEnMasseAsync(nouveaux.Zip(numeros, (e, numero) => e.Creer(numero, demande.SessionDemonstration, maintenant)), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<IReadOnlyCollection<string>> TirerNumerosAsync(int nombre, CancellationToken ct)
    {
        var libres = new HashSet<string>(StringComparer.Ordinal);
        while (libres.Count < nombre)
        {
            var tires = new HashSet<string>(StringComparer.Ordinal);
            while (tires.Count < Math.Min(NumerosParRequete, nombre - libres.Count))
                tires.Add(NumeroDossier.Tirer());
            var liste = tires.ToList();
            tires.ExceptWith(await donnees.Set<DossierInscription>().Where(d => liste.Contains(d.Numero)).Select(d => d.Numero).ToListAsync(ct));
            libres.UnionWith(tires);
        }
        return libres;
    }
}
