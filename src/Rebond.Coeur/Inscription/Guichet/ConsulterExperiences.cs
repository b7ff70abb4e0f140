using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>The requests an inspecteur has received, those waiting first, and one of them with what it takes to decide. Actor: inspecteur.</summary>
public sealed class ConsulterExperiences(BaseRebond donnees)
{
    public sealed record Ligne(AvisExperience Avis, string Numero, string Nom, string Prenoms, string? Specialite);

    public sealed record Reponse(AvisExperience Avis, EtudeDossier Etude, string? Specialite);

    public async Task<Outcome<IReadOnlyList<Ligne>>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Inspecteur))
            return new Interdit();
        var lus = await (
            from a in donnees.AvisDe(acteur).AsNoTracking()
            join d in donnees.Set<DossierInscription>().AsNoTracking() on a.DossierId equals d.Id
            select new { a, d.Numero, d.Nom, d.Prenoms }).ToListAsync(ct);
        return lus.OrderBy(x => x.a.Etat == EtatAvisExperience.Demande ? 0 : 1).ThenBy(x => x.a.DemandeLe).Select(x => new Ligne(x.a, x.Numero, x.Nom, x.Prenoms, ConsulterGuichet.Specialite(x.a.Specialite))).ToList();
    }

    public async Task<Outcome<Reponse>> UnAvisAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Inspecteur))
            return new Interdit();
        if (await donnees.AvisDe(acteur).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } avis)
            return new Introuvable("Cette demande d’avis");
        var dossier = await donnees.Set<DossierInscription>().AsNoTracking().SingleAsync(d => d.Id == avis.DossierId, ct);
        return new Reponse(avis, (await donnees.EtudierTousAsync([dossier], ct))[0], ConsulterGuichet.Specialite(avis.Specialite));
    }
}

internal static class PerimetreExperiences
{
    /// <summary>What the DEC sent to this inspecteur, within his académie.</summary>
    public static IQueryable<AvisExperience> AvisDe(this BaseRebond donnees, Acteur acteur)
    {
        var compte = acteur.CompteId;
        var academies = acteur.Codes(TypePerimetre.Academie);
        var campagnes = donnees.Set<RevisionCampagne>().Where(r => academies.Contains("*") || academies.Contains(r.Academie)).Select(r => r.Code);
        return donnees.Set<AvisExperience>().Where(a => compte != null && a.InspecteurId == compte && donnees.Set<DossierInscription>().Any(d => d.Id == a.DossierId && campagnes.Contains(d.CampagneCode)));
    }
}
