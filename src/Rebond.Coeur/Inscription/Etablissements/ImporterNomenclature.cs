using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Siecle;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// The names an establishment gives its MEF (Nomenclature.xml), or its divisions and groups (Structures.xml). Nothing is removed. Actors: gestionnaire
/// of the académie, chef of this establishment.
/// </summary>
public sealed class ImporterNomenclature(BaseRebond donnees)
{
    public enum Sorte { Mefs, Structures }

    /// <param name="Uai">Null for the gestionnaire: the establishment the file says.</param>
    public sealed record Demande(SessionExamen Session, Stream Fichier, Sorte Sorte, ModeImport Mode, string? Uai = null, LimitesFichier? Limites = null);

    public sealed record Reponse(string? Uai, BilanImport Bilan);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.ImportePour(demande.Uai))
            return new Interdit();
        if (demande.Uai is { } attendu && !Identifiants.EstUai(attendu))
            return new ImporterEleves.EtablissementInvalide(attendu);
        return demande.Sorte == Sorte.Mefs ? await MefsAsync(demande, acteur, ct) : await StructuresAsync(demande, acteur, ct);
    }

    private async Task<Outcome<Reponse>> MefsAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var (fichier, _) = LectureNomenclature.Lire(demande.Fichier, new(demande.Uai, demande.Session.Annee - 1), demande.Limites, ct);
        var uai = demande.Uai ?? fichier.Entete?.Uai;
        var connus = uai is null ? [] : await donnees.Set<MefEtablissement>().Where(m => m.Uai == uai).ToDictionaryAsync(m => m.Code, ct);
        var (ajoutes, modifies, vus) = (0, 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var lu in fichier.Lignes)
        {
            vus.Add(lu.Code);
            if (!connus.TryGetValue(lu.Code, out var connu))
            {
                donnees.Add(new MefEtablissement { Uai = uai!, Code = lu.Code, Libelle = lu.Libelle, Fermeture = lu.Fermeture });
                ajoutes++;
            }
            else if ((connu.Libelle, connu.Fermeture) != (lu.Libelle, lu.Fermeture))
            {
                (connu.Libelle, connu.Fermeture) = (lu.Libelle, lu.Fermeture);
                modifies++;
            }
        }
        return await ConclureAsync(demande, acteur, uai, fichier, ajoutes, modifies, connus.Keys.Count(c => !vus.Contains(c)), "NOMENCLATURE_IMPORTEE", ct);
    }

    private async Task<Outcome<Reponse>> StructuresAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var annee = demande.Session.Annee - 1;
        var fichier = LectureStructures.Lire(demande.Fichier, new(demande.Uai, annee), demande.Limites, ct);
        var uai = demande.Uai ?? fichier.Entete?.Uai;
        var connues = uai is null ? [] : await donnees.Set<StructureEtablissement>().Where(s => s.Uai == uai && s.AnneeScolaire == annee).ToDictionaryAsync(s => (s.Code, s.EstDivision), ct);
        var (ajoutes, modifies, vues) = (0, 0, new HashSet<(string, bool)>());
        foreach (var lue in fichier.Lignes)
        {
            vues.Add((lue.Code, lue.EstDivision));
            var mefs = string.Join(' ', lue.Mefs);
            if (!connues.TryGetValue((lue.Code, lue.EstDivision), out var connue))
            {
                donnees.Add(new StructureEtablissement { Uai = uai!, AnneeScolaire = annee, Code = lue.Code, EstDivision = lue.EstDivision, Libelle = lue.Libelle, Mefs = mefs });
                ajoutes++;
            }
            else if ((connue.Libelle, connue.Mefs) != (lue.Libelle, mefs))
            {
                (connue.Libelle, connue.Mefs) = (lue.Libelle, mefs);
                modifies++;
            }
        }
        return await ConclureAsync(demande, acteur, uai, fichier, ajoutes, modifies, connues.Keys.Count(c => !vues.Contains(c)), "STRUCTURES_IMPORTEES", ct);
    }

    private async Task<Outcome<Reponse>> ConclureAsync<T>(Demande demande, Acteur acteur, string? uai, FichierSiecle<T> fichier, int ajoutes, int modifies, int absents, string acte, CancellationToken ct)
    {
        var refusees = fichier.Rejets.Select(r => r.Ligne).Distinct().Count();
        var bilan = new BilanImport
        {
            Lus = fichier.EstIllisible ? 0 : Math.Max(fichier.Lus, fichier.Lignes.Count + refusees),
            Ajoutes = ajoutes,
            Modifies = modifies,
            Inchanges = fichier.Lignes.Count - ajoutes - modifies,
            Absents = fichier.EstIllisible ? 0 : absents,
            Rejets = fichier.Rejets,
            Enregistre = demande.Mode.Enregistre(fichier.EstIllisible, fichier.Rejets.Count),
        };
        if (!bilan.Enregistre || ajoutes + modifies == 0)
        {
            donnees.ChangeTracker.Clear();
            return new Reponse(uai, bilan);
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, acte, $"etablissement:{uai}", Apres: string.Create(CultureInfo.InvariantCulture, $"ajoutes:{ajoutes} modifies:{modifies}")));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The same file twice at once: the first one wrote it.
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"La nomenclature de l'établissement {uai}");
        }
        return new Reponse(uai, bilan);
    }
}
