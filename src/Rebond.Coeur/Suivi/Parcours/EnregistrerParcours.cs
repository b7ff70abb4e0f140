using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Coeur.Suivi.Parcours;

/// <summary>The week agreed with one person: lessons followed, placement or not, aims. Nothing is followed that clashes. Actor: the establishment that follows him.</summary>
public sealed class EnregistrerParcours(BaseRebond donnees)
{
    public const int Longueur = 2000;

    /// <param name="Version">Of the saved week; 0 when there is none.</param>
    public sealed record Demande(Guid DossierId, int Version, IReadOnlyCollection<Guid> Cours, bool AvecPfmp, string? Objectifs);

    public sealed record Reponse(int Cours, int Minutes);

    public sealed record AucunCours() : Refus(GenreRefus.Invalide, "AUCUN_COURS", "Gardez au moins un cours : un parcours sans cours n’en est pas un.");

    public sealed record CoursQuiSeChevauchent(string Premier, string Second) : Refus(GenreRefus.Invalide, "COURS_QUI_SE_CHEVAUCHENT", $"{Premier} et {Second} sont à la même heure : gardez l’un des deux.");

    public sealed record ObjectifsTropLongs() : Refus(GenreRefus.Invalide, "OBJECTIFS_TROP_LONGS", $"Les objectifs ont plus de {Longueur} caractères : gardez l’essentiel.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        var ids = demande.Cours.ToList();
        var cours = (await donnees.Set<CoursDeClasse>().AsNoTracking().Where(c => c.Uai == dossier.Uai && c.Specialite == dossier.Specialite && ids.Contains(c.Id)).ToListAsync(ct)).OrderBy(c => c.Jour).ThenBy(c => c.Debut).ToList();
        // A lesson that is no longer there: the timetable was written again meanwhile.
        if (cours.Count != ids.Distinct().Count())
            return new ModifieEntreTemps("L’emploi du temps de la classe");
        if (cours.Count == 0)
            return new AucunCours();
        if (cours.Zip(cours.Skip(1)).FirstOrDefault(p => p.First.Jour == p.Second.Jour && p.Second.Debut < p.First.Fin) is { First: { } un, Second: { } deux })
            return new CoursQuiSeChevauchent(un.Matiere, deux.Matiere);
        var objectifs = demande.Objectifs?.Trim() ?? "";
        if (objectifs.Length > Longueur)
            return new ObjectifsTropLongs();
        var parcours = await donnees.Set<ParcoursPersonnalise>().Include(p => p.Cours).SingleOrDefaultAsync(p => p.DossierId == dossier.Id, ct);
        if ((parcours?.Version ?? 0) != demande.Version)
            return new ModifieEntreTemps("Le parcours");

        var (maintenant, avant) = (donnees.Horloge.GetUtcNow().UtcDateTime, parcours is null ? null : EnBref(parcours.Cours.Count, parcours.MinutesHebdomadaires, parcours.AvecPfmp));
        if (parcours is null)
            // One, so that 0 says "none yet" to whoever saves at the same moment.
            donnees.Add(parcours = new ParcoursPersonnalise { DossierId = dossier.Id, AvecPfmp = demande.AvecPfmp, ModifieLe = maintenant, Version = 1 });
        (parcours.AvecPfmp, parcours.Objectifs, parcours.ModifieLe, parcours.MinutesHebdomadaires) = (demande.AvecPfmp, objectifs, maintenant, cours.Sum(c => c.Minutes));
        parcours.Cours.Clear();
        donnees.AddRange(cours.Select(c => new CoursGarde { ParcoursId = parcours.Id, Jour = c.Jour, Debut = c.Debut, Fin = c.Fin, Matiere = c.Matiere }));
        donnees.Journaliser(new ActeAJournaliser(acteur, "PARCOURS_ENREGISTRE", dossier.Objet(), avant, EnBref(cours.Count, parcours.MinutesHebdomadaires, demande.AvecPfmp)));
        if (await donnees.EnregistrerDossierAsync(ct) is not null)
            return new ModifieEntreTemps("Le parcours");
        return new Reponse(cours.Count, parcours.MinutesHebdomadaires);
    }

    private static string EnBref(int cours, int minutes, bool pfmp) => string.Create(CultureInfo.InvariantCulture, $"cours:{cours} minutes:{minutes} pfmp:{(pfmp ? "OUI" : "NON")}");
}
