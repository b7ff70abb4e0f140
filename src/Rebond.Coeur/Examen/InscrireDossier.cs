using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>
/// A receivable file becomes a candidature of its session, with the sheet of marks that carries the marks kept and the units waived. In Examen: the
/// session and the sheet are its own. Actor: gestionnaire of the académie.
/// </summary>
public sealed class InscrireDossier(BaseRebond donnees)
{
    private const int RangMaximum = 99_999;

    /// <param name="Uai">Exam centre of a candidate without an establishment; null: that of the file.</param>
    /// <param name="Reglement">Key of the règlement; null: the only one of his spécialité at this session.</param>
    /// <param name="Dispenses">Codes of the units he is waived from, by his diplomas or his certificate; null when none was asked for.</param>
    public sealed record Demande(Guid DossierId, int Version, string? Uai = null, string? Reglement = null, IReadOnlyList<string>? Dispenses = null);

    public sealed record Reponse(Guid CandidatureId, string Numero, int NotesConservees, int Dispenses);

    public sealed record PasRecevable(EtatDossier Etat) : Refus(GenreRefus.Conflit, "DOSSIER_PAS_RECEVABLE", $"Ce dossier est « {Etat.EnFrancais()} » : seul un dossier recevable s’inscrit à la session.");

    public sealed record SessionAbsente(SessionExamen Session) : Refus(GenreRefus.Conflit, "SESSION_ABSENTE", $"La session {Session} n’est pas encore ouverte dans Rebond : ouvrez-la (rebond session ouvrir), puis recommencez.");

    public sealed record PersonnesMelangees() : Refus(GenreRefus.Conflit, "PERSONNES_MELANGEES", "Une personne synthétique n’entre que dans une session de démonstration, et une personne réelle jamais : ce dossier ne s’inscrit pas à cette session.");

    public sealed record IdentiteIncomplete() : Refus(GenreRefus.Conflit, "IDENTITE_INCOMPLETE", "Il manque au dossier le nom, un prénom, la date de naissance, la catégorie ou la spécialité : faites-les compléter avant d’inscrire.");

    public sealed record CentreManquant() : Refus(GenreRefus.Invalide, "CENTRE_MANQUANT", "Ce candidat n’a pas d’établissement : donnez le code UAI du lycée où il passera l’examen (sept chiffres et une lettre).");

    public sealed record ReglementAChoisir(string Specialite, IReadOnlyList<string> Possibles) : Refus(GenreRefus.Invalide, "REGLEMENT_A_CHOISIR", Possibles.Count == 0
        ? $"Aucun règlement d’examen connu ne porte la spécialité {Specialite} à cette session : donnez sa clé, ou attendez qu’elle soit ajoutée."
        : $"Plusieurs règlements portent la spécialité {Specialite} : choisissez parmi {string.Join(", ", Possibles)}.");

    public sealed record DispensesADecider() : Refus(GenreRefus.Conflit, "DISPENSES_A_DECIDER", "Le candidat demande des dispenses : vérifiez ses diplômes, puis inscrivez-le depuis son dossier en donnant les unités dont il est dispensé (aucune est une réponse).");

    public sealed record UniteInconnue(string Unite, string Reglement) : Refus(GenreRefus.Invalide, "UNITE_INCONNUE", $"« {Unite} » n’est pas une unité du règlement {Reglement}. Vérifiez le code.");

    public sealed record DejaInscrit(string Numero) : Refus(GenreRefus.Conflit, "DEJA_INSCRIT", $"Cet INE est déjà celui du candidat {Numero} de cette session : on ne s’inscrit qu’une fois. Écartez l’un des deux dossiers.");

    public sealed record SerieEpuisee() : Refus(GenreRefus.Conflit, "NUMEROS_EPUISES", "Tous les numéros de candidat de cette série sont pris : prévenez l’administrateur.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var issue = await PreparerAsync(ouvert.Valeur, demande, acteur, ct);
        if (!issue.EstReussi)
            return issue;
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        await transaction.CommitAsync(ct);
        return issue;
    }

    /// <summary>Everything but the save: a batch calls it file after file.</summary>
    internal async Task<Outcome<Reponse>> PreparerAsync(EtudeDossier etude, Demande demande, Acteur acteur, CancellationToken ct)
    {
        var d = etude.Dossier;
        if (d.Etat != EtatDossier.Recevable || d.CandidatureId is not null)
            return new PasRecevable(d.Etat);
        if (await donnees.SessionEntiereAsync(d.Session, acteur, ct) is not { } session || session.Academie != etude.Campagne.Academie.Code)
            return new SessionAbsente(d.Session);
        if (session.EstDemonstration != d.Synthetique)
            return new PersonnesMelangees();
        if (d is not { Naissance: { } naissance, Categorie: { } categorie, Specialite: { Length: > 0 } specialite } || d.Nom.Length == 0 || d.Prenoms.Length == 0)
            return new IdentiteIncomplete();
        var uai = (string.IsNullOrWhiteSpace(demande.Uai) ? d.Uai : demande.Uai.Trim().ToUpperInvariant()) ?? "";
        if (!Identifiants.EstUai(uai))
            return new CentreManquant();
        if (etude.Profil.DispensesDemandees == true && demande.Dispenses is null)
            return new DispensesADecider();
        var possibles = ReglementsPour(d.Examen, specialite, d.Session, d.Synthetique);
        if ((demande.Reglement is { Length: > 0 } cle ? Reglements.Chercher(cle) : possibles is [var seul] ? seul : null) is not { } reglement || reglement.Examen != d.Examen || (reglement.Simulation && !d.Synthetique))
            return new ReglementAChoisir(specialite, [.. possibles.Select(r => r.Id)]);
        if (d.Ine is { } ine && (donnees.Set<Candidature>().Local.FirstOrDefault(c => c.Session == d.Session && c.Ine == ine)?.Numero
            ?? await donnees.Set<Candidature>().Where(c => c.Session == d.Session && c.Ine == ine).Select(c => c.Numero).FirstOrDefaultAsync(ct)) is { } autre)
            return new DejaInscrit(autre);
        var unites = new ImporterNotesUnites(reglement, d.Session);
        if ((demande.Dispenses ?? []).FirstOrDefault(u => !unites.EstUnite(u)) is { } inconnue)
            return new UniteInconnue(inconnue, reglement.Id);
        if (await NumeroSuivantAsync(d, session.Academie, ct) is not { } numero)
            return new SerieEpuisee();

        var departement = await donnees.Set<Etablissement>().AsNoTracking().Where(e => e.Uai == uai).Select(e => e.Departement).SingleOrDefaultAsync(ct) ?? uai[..3];
        var candidature = new Candidature
        {
            Session = d.Session,
            Numero = numero,
            NumeroAnonymat = Candidature.TirerAnonymat(),
            Ine = d.Ine,
            Nom = d.Nom,
            Prenoms = d.Prenoms,
            Sexe = d.Sexe,
            Naissance = naissance,
            Examen = d.Examen,
            Reglement = reglement.Id,
            Specialite = specialite,
            SpecialiteLibelle = CatalogueSpecialites.Chercher(specialite)?.LibelleComplet ?? reglement.Libelle,
            Categorie = categorie,
            Forme = d.Forme ?? FormeDeLExamen.Retenue(etude.Profil, etude.Campagne) ?? Forme.Globale,
            Uai = uai,
            Departement = departement,
            Division = d.Division,
            FacultativesChoisies = FacultativesChoisies(etude),
            Synthetique = d.Synthetique,
            CleRecherche = d.CleRecherche,
        };
        var (notes, facultatives) = NotesPortees(etude, unites, demande.Dispenses ?? []);
        donnees.Add(candidature);
        donnees.Add(new FeuilleNotes { CandidatureId = candidature.Id, Session = d.Session, Notes = unites.Ecrire(notes), Facultatives = NotesEnTexte.Ecrire(facultatives), NotesManquantes = unites.Manquantes(notes) });
        (d.Etat, d.CandidatureId) = (EtatDossier.Inscrit, candidature.Id);
        var conservees = notes.Concat(facultatives).Count(n => n.Value.Etat == Etat.Conservee);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_INSCRIT", $"dossier:{d.Id}", EtatDossier.Recevable.Code(),
            string.Create(CultureInfo.InvariantCulture, $"{d.Etat.Code()} candidature:{candidature.Id} reglement:{reglement.Id} conservees:{conservees} dispenses:{string.Join('+', demande.Dispenses ?? [])}")));
        donnees.Journaliser(new ActeAJournaliser(acteur, "CANDIDATURE_INSCRITE", $"candidature:{candidature.Id}", Apres: $"dossier:{d.Id}"));
        return new Reponse(candidature.Id, numero, conservees, demande.Dispenses?.Count ?? 0);
    }

    /// <summary>Règlements that carry this spécialité (bac pro) or this série at this session; invented ones for invented people only.</summary>
    public static IReadOnlyList<Reglement> ReglementsPour(TypeExamen examen, string specialite, SessionExamen session, bool synthetique)
    {
        var serie = CatalogueSpecialites.Chercher(specialite)?.Serie ?? specialite;
        return [.. Reglements.Tous.Where(r => r.Examen == examen && (synthetique || !r.Simulation)
            && (r.PremiereSession is null || r.PremiereSession <= session.Annee) && (r.DerniereSession is null || r.DerniereSession >= session.Annee)
            && (r.FormationsDiplome.Contains(specialite, StringComparer.Ordinal) || string.Equals(r.Id, serie, StringComparison.Ordinal)))];
    }

    /// <summary>Marks the rule lets him keep, in units that his règlement still has; waived units are waived whatever he asked to keep.</summary>
    private static (Dictionary<string, EtatUnite> Notes, Dictionary<string, EtatUnite> Facultatives) NotesPortees(EtudeDossier etude, ImporterNotesUnites unites, IReadOnlyList<string> dispenses)
    {
        Dictionary<string, EtatUnite> notes = new(StringComparer.Ordinal), facultatives = new(StringComparer.Ordinal);
        var constats = NotesAConserver.Constater(etude.Profil, etude.Campagne).ToList();
        foreach (var (note, constat) in (etude.Profil.NotesAConserver ?? []).Zip(constats))
        {
            if (note.Note is not { } valeur || constat.Valeur is not ("CONSERVEE" or "REPORTEE"))
                continue;
            if (unites.EstUnite(note.Unite))
                notes.TryAdd(note.Unite, EtatUnite.Conservee(valeur, note.Session));
            else if (unites.EstFacultative(note.Unite))
                facultatives.TryAdd(note.Unite, EtatUnite.Conservee(valeur, note.Session));
        }
        foreach (var unite in dispenses)
            notes[unite] = EtatUnite.Dispense;
        return (notes, facultatives);
    }

    /// <summary>What the campaign calls them: a sheet of marks only has the units of the règlement, which does not name them all.</summary>
    private static string? FacultativesChoisies(EtudeDossier etude)
    {
        if (etude.Profil.EpreuvesFacultatives is not { Count: > 0 } choisies)
            return null;
        var texte = string.Join(Candidature.EntreFacultatives, choisies.Select(c => etude.Campagne.Facultatives?.Nommer(c) ?? c));
        return texte.Length <= Candidature.FacultativesChoisiesMaximum ? texte : texte[..(Candidature.FacultativesChoisiesMaximum - 1)] + "…";
    }

    /// <summary>Ten digits: year, académie, path, five digits in the order of registration.</summary>
    private async Task<string?> NumeroSuivantAsync(DossierInscription d, string academie, CancellationToken ct)
    {
        var voie = Voies.EstProfessionnelle(d.Examen) ? 3 : d.Examen == TypeExamen.BacGeneral ? 1 : 2;
        var prefixe = string.Create(CultureInfo.InvariantCulture, $"{d.Session.Annee % 100:00}{academie}{voie}");
        var (bas, haut) = ($"{prefixe}00000", $"{prefixe}99999");
        var enBase = await donnees.Set<Candidature>().Where(c => c.Session == d.Session && c.Numero.CompareTo(bas) >= 0 && c.Numero.CompareTo(haut) <= 0).MaxAsync(c => c.Numero, ct);
        var enAttente = donnees.Set<Candidature>().Local.Where(c => c.Session == d.Session && c.Numero.StartsWith(prefixe, StringComparison.Ordinal)).Select(c => c.Numero).Max(StringComparer.Ordinal);
        var dernier = new[] { enBase, enAttente }.OfType<string>().Max(StringComparer.Ordinal);
        var rang = dernier is null ? 1 : int.Parse(dernier.AsSpan(5), CultureInfo.InvariantCulture) + 1;
        return rang > RangMaximum ? null : string.Create(CultureInfo.InvariantCulture, $"{prefixe}{rang:00000}");
    }
}
