using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Parametres;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// What another spécialité costs: the right that does not follow, the subjects whose mark does, those to take again. Subjects, never marks: the personal page shows none.
/// Actors: whoever holds the personal link, or the establishment. Rules: AutreSpecialite, ChangementSpecialite.
/// </summary>
public sealed class EtudierAutreSpecialite(BaseRebond donnees)
{
    /// <param name="Suivent">Subjects whose mark carries over.</param>
    /// <param name="ADemander">The rules cannot say alone: the same language, a test of another name.</param>
    /// <param name="ARepasser">How many tests of the new spécialité are left to take; null when its table is not known.</param>
    /// <param name="Inconnu">Why nothing can be said of the marks; null when it can.</param>
    public sealed record Reponse(string Libelle, AlerteSuivi? Droit, IReadOnlyList<string> Suivent, IReadOnlyList<string> ADemander, int? ARepasser, string? Inconnu, Fondement Fondement);

    public async Task<Outcome<Reponse>> ExecuteAsync(string specialite, Porteur porteur, CancellationToken ct) =>
        await donnees.DossierDuPorteurAsync(porteur, ct) is { } dossier ? await EtudierAsync(specialite, dossier, ct) : new LienFini();

    public async Task<Outcome<Reponse>> ExecuteAsync(string specialite, Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        return await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossierId, ct) is { } dossier ? await EtudierAsync(specialite, dossier, ct) : new Introuvable("Dossier de suivi");
    }

    private async Task<Outcome<Reponse>> EtudierAsync(string specialite, DossierSuivi dossier, CancellationToken ct)
    {
        if (CatalogueSpecialites.Chercher(specialite) is not { } voulue)
            return new DemanderReinscription.SpecialiteInconnue();
        var droit = AutreSpecialite.Avertir(dossier.Specialite, [specialite]);
        Reponse Muette(string pourquoi) => new(voulue.LibelleComplet, droit, [], [], null, pourquoi, ChangementSpecialite.Liste);
        var cas = await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == dossier.CandidatureId).OrderByDescending(d => d.Groupe).Select(d => d.Cas).FirstOrDefaultAsync(ct);
        if (cas is null)
            return Muette("Nous n’avons pas vos notes. Demandez au lycée lesquelles se gardent.");
        var prochaine = SessionExamen.Juin(dossier.Session.Annee + 1);
        var juge = CasDeDecision.Lire(cas);
        if (Table(juge.Examen, specialite, prochaine, dossier.Synthetique) is not { } nouveau)
            return Muette("Nous n’avons pas la liste des épreuves de cette spécialité. Demandez au lycée quelles notes se gardent.");
        var demande = new DemandeConservation { Dossier = juge, ProchaineSession = prochaine, NouveauReglement = nouveau };
        if (ConseilConservation.Anomalies(demande).Count > 0)
            return Muette("Pour ce bac, les notes ne se gardent que dans la même série.");
        var reprises = ChangementSpecialite.Reprendre(demande, nouveau);
        string[] Matieres(EtatReprise etat) => [.. reprises.Where(r => r.Reprise == etat).Select(r => r.Nouvelle!.Libelle).Distinct()];
        var acquises = reprises.Where(r => r.Reprise == EtatReprise.Reprise).Select(r => r.Nouvelle!.Code).ToHashSet();
        return new Reponse(voulue.LibelleComplet, droit, Matieres(EtatReprise.Reprise), Matieres(EtatReprise.AExaminer), nouveau.Unites.Count(u => u.Obligatoire && !acquises.Contains(u.Code)), null, ChangementSpecialite.Liste);
    }

    /// <summary>The one table of that spécialité at that session; null when none or several could be meant.</summary>
    internal static Reglement? Table(TypeExamen examen, string specialite, SessionExamen session, bool synthetique) =>
        InscrireDossier.ReglementsPour(examen, specialite, session, synthetique) is [var seule] ? seule : null;
}
