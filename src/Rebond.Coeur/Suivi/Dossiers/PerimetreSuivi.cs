using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Suivi.Dossiers;

public sealed record DossierClos() : Refus(GenreRefus.Conflit, "DOSSIER_CLOS", "Ce dossier est clos : il ne change plus. Son historique reste lisible.");

/// <summary>Which files exist for whom. Every query of the area on persons starts here.</summary>
public static class PerimetreSuivi
{
    /// <summary>Those who call young people: the establishment for its own, the DEC for its académie.</summary>
    public static bool SuitDesDossiers(this Acteur acteur) => acteur.A(Role.ChefEtablissement, Role.VieScolaire) || acteur.EstGestionnaire();

    /// <summary>
    /// A file opened by a publication does not exist for anybody before the embargo: every group decided for the candidate must be published and
    /// its embargo passed.
    /// </summary>
    public static IQueryable<DossierSuivi> DossiersVisibles(this BaseRebond donnees, DateTime maintenantUtc)
    {
        var decisions = donnees.Set<DecisionCandidat>();
        var levees =
            from x in decisions
            join c in donnees.Set<Candidature>() on x.CandidatureId equals c.Id
            join p in donnees.Set<Publication>() on new { c.Session, c.Examen, x.Groupe } equals new { p.Session, p.Examen, p.Groupe }
            where p.SecondeSignature != null && p.Embargo <= maintenantUtc
            select new { x.CandidatureId, x.Groupe };
        return donnees.Set<DossierSuivi>().Where(d => d.CandidatureId == null
            || (decisions.Any(x => x.CandidatureId == d.CandidatureId)
                && !decisions.Any(x => x.CandidatureId == d.CandidatureId && !levees.Any(l => l.CandidatureId == x.CandidatureId && l.Groupe == x.Groupe))));
    }

    /// <summary>Visible files in the scope of whoever follows them. Out of scope is as if it did not exist.</summary>
    public static IQueryable<DossierSuivi> DossiersDe(this BaseRebond donnees, Acteur acteur)
    {
        var visibles = donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime);
        if (acteur.A(Role.ChefEtablissement, Role.VieScolaire))
        {
            // Candidates without an establishment keep the UAI of their exam centre: it is not their owner.
            var uais = acteur.Codes(TypePerimetre.Etablissement);
            return visibles.Where(d => (d.Proprietaire == TypeProprietaire.Etablissement || d.Proprietaire == TypeProprietaire.Cfa) && uais.Contains(d.ProprietaireCode));
        }
        return acteur.EstGestionnaire() ? visibles.DeLAcademie(donnees, acteur) : visibles.Where(d => false);
    }

    /// <summary>The visible files of the person himself: by the candidature he reads, or by the account.</summary>
    public static IQueryable<DossierSuivi> MesDossiers(this BaseRebond donnees, Acteur acteur)
    {
        var visibles = donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime);
        if (!acteur.A(Role.Candidat))
            return visibles.Where(d => false);
        var siennes = acteur.Codes(TypePerimetre.Candidature).Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).ToList();
        return visibles.Where(d => (d.CandidatureId != null && siennes.Contains(d.CandidatureId.Value)) || (d.CompteId != null && d.CompteId == acteur.CompteId));
    }

    /// <summary>By académie of the session, or by département.</summary>
    internal static IQueryable<DossierSuivi> DeLAcademie(this IQueryable<DossierSuivi> dossiers, BaseRebond donnees, Acteur acteur)
    {
        if (acteur.Couvre(TypePerimetre.Academie, "*"))
            return dossiers;
        var (academies, departements) = (acteur.Codes(TypePerimetre.Academie), acteur.Codes(TypePerimetre.Departement));
        var sessions = donnees.Set<SessionAcademique>().Where(s => academies.Contains(s.Academie)).Select(s => s.Session);
        return dossiers.Where(d => departements.Contains(d.Departement) || sessions.Contains(d.Session));
    }

    /// <summary>The last file of the candidate of that number, to try a template on.</summary>
    internal static Task<DossierSuivi?> DossierDuCandidatAsync(this BaseRebond donnees, string numero, Acteur acteur, CancellationToken ct)
    {
        var candidatures = donnees.Set<Candidature>().Where(c => c.Numero == numero).Select(c => (Guid?)c.Id);
        return donnees.DossiersDe(acteur).AsNoTracking().Where(d => candidatures.Contains(d.CandidatureId)).OrderByDescending(d => d.OuvertLe).FirstOrDefaultAsync(ct);
    }

    /// <summary>The open file of that version, tracked, or why it cannot change.</summary>
    internal static async Task<Outcome<DossierSuivi>> DossierAModifierAsync(this BaseRebond donnees, Guid id, int version, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (await donnees.DossiersDe(acteur).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dossier)
            return new Introuvable("Dossier de suivi");
        if (!dossier.EstOuvert)
            return new DossierClos();
        return dossier.Version == version ? dossier : new ModifieEntreTemps("Le dossier de suivi");
    }

    internal static Task<List<int>> SituationsRelevesAsync(this BaseRebond donnees, Guid dossierId, CancellationToken ct) =>
        donnees.Set<SituationSuivi>().Where(s => s.DossierId == dossierId).Select(s => s.Mois).ToListAsync(ct);

    /// <summary>Saves the act; null when it is done.</summary>
    internal static async Task<Refus?> EnregistrerDossierAsync(this BaseRebond donnees, CancellationToken ct)
    {
        try
        {
            await donnees.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ModifieEntreTemps("Le dossier de suivi");
        }
    }

    internal static string Objet(this DossierSuivi dossier) => $"suivi:{dossier.Id}";

    /// <summary>What the journal keeps of a state: codes and dates, nobody's name.</summary>
    internal static string EnBref(this DossierSuivi dossier) =>
        string.Join(' ', $"etape:{Regles.Vocabulaire.Codes.Code(dossier.Etape)}", dossier.ProchaineAction is { } action ? $"suite:{action} le:{dossier.ProchaineDate:yyyy-MM-dd}" : "suite:AUCUNE");
}
