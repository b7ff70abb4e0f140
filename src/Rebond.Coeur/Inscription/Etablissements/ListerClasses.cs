using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>The classes of an establishment that pass an exam of the session, and where each stands. Actor: chef of this establishment.</summary>
public sealed class ListerClasses(BaseRebond donnees)
{
    /// <param name="Uai">Null: the only one of his scope, or the first.</param>
    /// <param name="Session">Null: the latest that has files, or a campaign in force.</param>
    public sealed record Demande(string? Uai, SessionExamen? Session);

    /// <param name="Code">Null: pupils whose class is not known.</param>
    /// <param name="AMender">Files that keep the head from validating them.</param>
    /// <param name="ASigner">Registered, not signed.</param>
    public sealed record Classe(string? Code, string? Libelle, int Eleves, int AMender, int AvecAnomalies, int Valides, int ASigner, int Signes, int SansCompte);

    public sealed record Reponse(string Uai, string Nom, IReadOnlyList<string> Etablissements, SessionExamen? Session, IReadOnlyList<SessionExamen> Sessions, IReadOnlyList<Classe> Classes, int Sortis);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var siens = acteur.Codes(TypePerimetre.Etablissement);
        if (!acteur.A(Role.ChefEtablissement) || siens.Count == 0)
            return new Interdit();
        var uai = demande.Uai ?? siens[0];
        if (!acteur.DirigeEtablissement(uai))
            return new Introuvable("Cet établissement");
        var nom = AnnuaireEtablissements.Chercher(uai)?.Libelle ?? await donnees.Set<Etablissement>().Where(e => e.Uai == uai).Select(e => e.Nom + ", " + e.Ville).SingleOrDefaultAsync(ct) ?? $"établissement {uai}";
        var sessions = await donnees.SessionsDInscriptionAsync(uai, ct);
        var session = demande.Session ?? (sessions.Count > 0 ? sessions[0] : (SessionExamen?)null);
        if (session is not { } choisie)
            return new Reponse(uai, nom, siens, null, [], [], 0);

        var dossiers = await donnees.DossiersDeLEtablissement(uai, choisie, acteur).AsNoTracking().ToListAsync(ct);
        var jour = donnees.Aujourdhui;
        var annee = choisie.Annee - 1;
        var libelles = await donnees.Set<StructureEtablissement>().AsNoTracking().Where(s => s.Uai == uai && s.AnneeScolaire == annee && s.EstDivision && s.Libelle != null).ToDictionaryAsync(s => s.Code, s => s.Libelle!, ct);
        var classes = dossiers.Where(d => !d.EstSorti).GroupBy(d => d.Division).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Compter(g.Key, g.Key is { } code ? libelles.GetValueOrDefault(code) : null, [.. g], jour)).ToList();
        return new Reponse(uai, nom, siens, choisie, sessions, classes, dossiers.Count(d => d.EstSorti));
    }

    private static Classe Compter(string? code, string? libelle, List<DossierInscription> dossiers, DateOnly jour)
    {
        var anomalies = dossiers.ConvertAll(d => AnomaliesDossier.Chercher(d, jour));
        return new(code, libelle, dossiers.Count, anomalies.Count(a => a.Any(x => x.Bloque)), anomalies.Count(a => a.Count > 0), dossiers.Count(d => d.ValideEtablissementLe is not null),
            dossiers.Count(d => d.Etat == EtatDossier.Enregistre), dossiers.Count(d => d.Etat is not (EtatDossier.Brouillon or EtatDossier.Enregistre)), dossiers.Count(d => d.CompteId is null));
    }
}
