using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>What a gestionnaire reaches: the candidates of his académie, or of his départements. Every query of the DEC starts here.</summary>
public static class PerimetreGestion
{
    public static bool EstGestionnaire(this Acteur acteur) =>
        acteur.A(Role.Gestionnaire) && acteur.Perimetres.Any(p => p.Type is TypePerimetre.Academie or TypePerimetre.Departement);

    /// <summary>Out of scope is as if it did not exist: no answer tells one from the other.</summary>
    public static IQueryable<Candidature> CandidaturesDe(this BaseRebond donnees, Acteur acteur)
    {
        var candidatures = donnees.Set<Candidature>().AsQueryable();
        if (!acteur.EstGestionnaire())
            return candidatures.Where(c => false);
        if (acteur.Couvre(TypePerimetre.Academie, "*"))
            return candidatures;
        var departements = acteur.Codes(TypePerimetre.Departement);
        if (!acteur.CouvreAcademie)
            return candidatures.Where(c => departements.Contains(c.Departement));
        // The sessions are a list read once, not a question asked of each candidature.
        var academies = acteur.Codes(TypePerimetre.Academie);
        var sessions = donnees.Set<SessionAcademique>().Where(s => academies.Contains(s.Academie)).Select(s => s.Session);
        return departements.Count == 0
            ? candidatures.Where(c => sessions.Contains(c.Session))
            : candidatures.Where(c => sessions.Contains(c.Session) || departements.Contains(c.Departement));
    }

    /// <summary>The session, for who covers the whole of its académie; the role is the caller's to check.</summary>
    public static Task<SessionAcademique?> SessionEntiereAsync(this BaseRebond donnees, SessionExamen session, Acteur acteur, CancellationToken ct)
    {
        var academies = acteur.Codes(TypePerimetre.Academie);
        return donnees.Set<SessionAcademique>().AsNoTracking().SingleOrDefaultAsync(s => s.Session == session && (academies.Contains("*") || academies.Contains(s.Academie)), ct);
    }

    /// <summary>Latest first.</summary>
    public static IQueryable<SessionAcademique> SessionsDe(this BaseRebond donnees, Acteur acteur)
    {
        var sessions = donnees.Set<SessionAcademique>().AsNoTracking().OrderByDescending(s => s.Session);
        var academies = acteur.Codes(TypePerimetre.Academie);
        return !acteur.EstGestionnaire() ? sessions.Where(s => false)
            : !acteur.CouvreAcademie || academies.Contains("*") ? sessions
            : sessions.Where(s => academies.Contains(s.Academie));
    }
}
