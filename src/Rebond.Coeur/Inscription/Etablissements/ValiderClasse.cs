using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// The head says that the files of a class are right. A file that nobody has registered yet is registered by it, in its campaign's period: it gets its
/// version, its pieces, and a confirmation to print and have signed. Files to mend are left, and named. Actor: chef of this establishment.
/// </summary>
public sealed class ValiderClasse(BaseRebond donnees)
{
    public sealed record Demande(string Uai, SessionExamen Session, string? Division);

    /// <param name="Enregistres">Among the validated ones, those that this act registered.</param>
    /// <param name="Laisses">Files left, and why.</param>
    public sealed record Reponse(int Valides, int Enregistres, IReadOnlyList<(string Numero, string Raison)> Laisses);

    public sealed record RienAValider() : Refus(GenreRefus.Conflit, "RIEN_A_VALIDER", "Tous les dossiers de cette classe sont déjà vérifiés, ou sont à corriger d'abord.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement))
            return new Interdit();
        if (!acteur.DirigeEtablissement(demande.Uai))
            return new Introuvable("Cette classe");
        var instant = donnees.Horloge.GetUtcNow();
        var dossiers = await donnees.DossiersDeLEtablissement(demande.Uai, demande.Session, acteur).EnCours().Where(d => d.Division == demande.Division && d.ValideEtablissementLe == null).OrderBy(d => d.CleRecherche).ToListAsync(ct);
        var jour = instant.UtcDateTime.JourAParis();
        var (valides, enregistres, laisses) = (0, 0, new List<(string, string)>());
        foreach (var dossier in dossiers)
        {
            if (AnomaliesDossier.Chercher(dossier, jour).FirstOrDefault(a => a.Bloque) is { } anomalie)
            {
                laisses.Add((dossier.Numero, anomalie.Phrase));
                continue;
            }
            if (dossier.Etat == EtatDossier.Brouillon)
            {
                var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
                if (DelaiDuDossier.Refuser(dossier, dossier.Categorie, campagne, instant) is { } delai)
                {
                    laisses.Add((dossier.Numero, delai.Phrase));
                    continue;
                }
                (dossier.Etat, dossier.NumeroVersion, dossier.EnregistreLe) = (EtatDossier.Enregistre, dossier.NumeroVersion + 1, instant.UtcDateTime);
                dossier.Forme ??= Forme.Globale; // what a pupil of the year sits, unless the law lets him choose otherwise with his account
                dossier.Pole = campagne.ContactPour(dossier.Specialite)?.Pole.Code();
                await donnees.CreerPiecesAsync(dossier, campagne, ct);
                enregistres++;
            }
            dossier.ValideEtablissementLe = instant.UtcDateTime;
            valides++;
            donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_VALIDE_ETABLISSEMENT", $"dossier:{dossier.Id}", Apres: $"version:{dossier.NumeroVersion.ToString(CultureInfo.InvariantCulture)}"));
        }
        if (valides == 0)
            return laisses.Count == 0 ? new RienAValider() : new Reponse(0, 0, laisses);
        donnees.Journaliser(new ActeAJournaliser(acteur, "CLASSE_VALIDEE", $"etablissement:{demande.Uai}", Apres: string.Create(CultureInfo.InvariantCulture, $"session:{demande.Session} division:{demande.Division} valides:{valides} enregistres:{enregistres}")));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Un dossier de cette classe");
        }
        return new Reponse(valides, enregistres, laisses);
    }
}
