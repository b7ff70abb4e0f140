using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Siecle;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// The legal guardian of each pupil who is a minor today, from ResponsablesAvecAdresses.xml: he signs the registration too. One guardian a file, the
/// one to contact first; nothing of the others is kept, nor of a pupil of age. Actors: gestionnaire of the académie, chef of this establishment.
/// </summary>
public sealed class ImporterResponsables(BaseRebond donnees)
{
    /// <param name="Uai">Null for the gestionnaire: the establishment the file says.</param>
    public sealed record Demande(SessionExamen Session, Stream Fichier, ModeImport Mode, string? Uai = null, LimitesFichier? Limites = null);

    public sealed record Reponse(string? Uai, BilanImport Bilan);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.ImportePour(demande.Uai))
            return new Interdit();
        if (demande.Uai is { } attendu && !Identifiants.EstUai(attendu))
            return new ImporterEleves.EtablissementInvalide(attendu);
        var fichier = LectureResponsables.Lire(demande.Fichier, new(demande.Uai, demande.Session.Annee - 1), demande.Limites, ct);
        var uai = demande.Uai ?? fichier.Entete?.Uai;
        var dossiers = fichier.EstIllisible ? [] : await donnees.Set<DossierInscription>().EnCours().Where(d => d.Session == demande.Session && d.Uai == uai && d.EleveId != null).ToListAsync(ct);

        var jour = donnees.Aujourdhui;
        var (parEleve, rejets, change) = (fichier.Lignes.ToLookup(r => r.EleveId), new List<Rejet>(fichier.Rejets), new List<(DossierInscription Dossier, ResponsableSiecle Responsable, List<string> Colonnes)>());
        var (inchanges, absents, majeurs) = (0, 0, 0);
        foreach (var dossier in dossiers)
        {
            if (dossier.Naissance is { } naissance && Dates.Age(naissance, jour) >= 18)
                majeurs++;
            else if (Choisir(parEleve[dossier.EleveId!]) is not { } responsable)
                absents++;
            else if (Differences(dossier, responsable) is var changes && changes.Count == 0)
                inchanges++;
            else if (!dossier.EstModifiable)
                rejets.Add(new(responsable.Ligne, null, "DOSSIER_SIGNE", $"Ligne {responsable.Ligne} : dossier {dossier.Numero} signé : à voir avec la DEC (changerait : {string.Join(", ", changes)})."));
            else if (dossier.CompteId is not null && dossier.ResponsableNom is not null)
                inchanges++; // what the candidate wrote himself stays
            else
                change.Add((dossier, responsable, changes));
        }
        var ajoutes = change.Count(c => c.Dossier.ResponsableNom is null);
        rejets.Sort((a, b) => a.Ligne.CompareTo(b.Ligne));
        var connus = dossiers.Select(d => d.EleveId!).ToHashSet(StringComparer.Ordinal);
        var bilan = new BilanImport
        {
            Lus = fichier.Lus,
            Ajoutes = ajoutes,
            Modifies = change.Count - ajoutes,
            Inchanges = inchanges,
            Absents = absents,
            Rejets = rejets,
            Enregistre = demande.Mode.Enregistre(fichier.EstIllisible, rejets.Count),
            Remarques = [.. Remarques(parEleve.Count(g => !connus.Contains(g.Key)), majeurs, dossiers.Count)],
        };
        if (!bilan.Enregistre || change.Count == 0)
            return new Reponse(uai, bilan);
        foreach (var (dossier, responsable, colonnes) in change)
        {
            Appliquer(dossier, responsable);
            donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_MODIFIE", $"dossier:{dossier.Id}", Motif: $"import des responsables, colonnes : {string.Join(", ", colonnes)}"));
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "RESPONSABLES_IMPORTES", $"etablissement:{uai}", Apres: string.Create(CultureInfo.InvariantCulture, $"session:{demande.Session} ajoutes:{ajoutes} modifies:{bilan.Modifies}")));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"Un dossier de l'établissement {uai}");
        }
        return new Reponse(uai, bilan);
    }

    /// <summary>Legal, then to contact first, then the one he lives with, then as the file has them; never the pupil himself.</summary>
    private static ResponsableSiecle? Choisir(IEnumerable<ResponsableSiecle> responsables) =>
        responsables.Where(r => r.Niveau == NiveauResponsabilite.Legal && r.Lien != LienParente.Eleve).OrderByDescending(r => r.ContactPrioritaire).ThenByDescending(r => r.HebergeEleve).FirstOrDefault();

    // The reader bounds each: together they may be longer than the column.
    private static string Nom(ResponsableSiecle r) => $"{r.Prenom} {r.NomDeFamille}".Trim() is var nom && nom.Length <= 150 ? nom : r.NomDeFamille;

    private static string? Telephone(ResponsableSiecle r) => r.Contact.Portable ?? r.Contact.Personnel ?? r.Contact.Professionnel;

    // What the file does not say erases nothing.
    private static List<string> Differences(DossierInscription d, ResponsableSiecle r)
    {
        List<string> changes = [];
        if (d.ResponsableNom != Nom(r))
            changes.Add("responsable");
        if (r.Contact.Mel is { } mel && d.ResponsableCourriel != mel)
            changes.Add("courriel du responsable");
        if (Telephone(r) is { } telephone && d.ResponsableTelephone != telephone)
            changes.Add("téléphone du responsable");
        return changes;
    }

    private static void Appliquer(DossierInscription d, ResponsableSiecle r)
    {
        // Another person's address must not stay under this one's name.
        var autre = d.ResponsableNom != Nom(r);
        d.ResponsableNom = Nom(r);
        d.ResponsableCourriel = r.Contact.Mel ?? (autre ? null : d.ResponsableCourriel);
        d.ResponsableTelephone = Telephone(r) ?? (autre ? null : d.ResponsableTelephone);
        if (d.Etat == EtatDossier.Enregistre)
            d.NumeroVersion++;
        d.ValideEtablissementLe = null;
    }

    private static IEnumerable<string> Remarques(int sansDossier, int majeurs, int dossiers)
    {
        if (dossiers == 0)
            yield return "Aucun dossier de cet établissement ne porte l'identifiant SIECLE de son élève : importez d'abord les élèves (siecle-eleves).";
        if (sansDossier > 0)
            yield return $"Responsables lus et laissés, leur élève n'ayant pas de dossier dans cette session : {sansDossier.Compter("élève")}.";
        if (majeurs > 0)
            yield return $"Responsables non gardés, leur élève étant majeur : {majeurs.Compter("candidat")}.";
    }
}
