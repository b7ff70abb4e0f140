using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>The deliberation of this jury is not open: marks are no longer raised, livrets no longer opened.</summary>
public sealed record DeliberationFermee(EtatJury Etat) : Refus(GenreRefus.Conflit, "DELIBERATION_FERMEE", Etat == EtatJury.Clos
    ? "Ce jury est clos. Demandez sa réouverture à la division des examens (DEC)."
    : "La délibération n’est pas ouverte. Le président l’ouvre depuis la page du jury.");

/// <summary>Who reaches which jury. Out of scope is as if it did not exist.</summary>
public static class PerimetreJury
{
    /// <summary>The juries of a president or a member; a president also reaches the sous-jurys of his jury.</summary>
    internal static IQueryable<Jury> JurysDe(this BaseRebond donnees, Acteur acteur)
    {
        var jurys = donnees.Set<Jury>().Include(j => j.Membres).AsSplitQuery();
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return jurys.Where(j => false);
        var ids = acteur.Codes(TypePerimetre.Jury).Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).ToList();
        return acteur.A(Role.PresidentJury)
            ? jurys.Where(j => ids.Contains(j.Id) || (j.JuryParentId != null && ids.Contains(j.JuryParentId.Value)))
            : jurys.Where(j => ids.Contains(j.Id));
    }

    internal static Task<Jury?> JuryDeAsync(this BaseRebond donnees, Guid juryId, Acteur acteur, CancellationToken ct) =>
        donnees.JurysDe(acteur).SingleOrDefaultAsync(j => j.Id == juryId, ct);

    /// <summary>The juries that a gestionnaire composes: those of his académie or of his départements.</summary>
    internal static IQueryable<Jury> JurysGeresPar(this BaseRebond donnees, Acteur acteur)
    {
        var jurys = donnees.Set<Jury>().Include(j => j.Membres).AsSplitQuery();
        if (!acteur.EstGestionnaire())
            return jurys.Where(j => false);
        var sessions = donnees.SessionsDe(acteur).Select(s => s.Session);
        var departements = acteur.Codes(TypePerimetre.Departement);
        // SessionsDe does not track, and that would spread to the whole query.
        return acteur.CouvreAcademie ? jurys.Where(j => sessions.Contains(j.Session)).AsTracking() : jurys.Where(j => departements.Contains(j.Departement));
    }

    /// <summary>Once the first group is out, what a jury deliberates on is the second.</summary>
    internal static async Task<GroupeEpreuves> GroupeEnCoursAsync(this BaseRebond donnees, Jury jury, CancellationToken ct)
    {
        var premier = await donnees.PublicationAsync(jury, GroupeEpreuves.Premier, ct);
        return premier?.EstPublieeA(donnees.Horloge.GetUtcNow().UtcDateTime) == true ? GroupeEpreuves.Second : GroupeEpreuves.Premier;
    }

    internal static Task<Publication?> PublicationAsync(this BaseRebond donnees, Jury jury, GroupeEpreuves groupe, CancellationToken ct) =>
        donnees.Set<Publication>().AsNoTracking().SingleOrDefaultAsync(p => p.Session == jury.Session && p.Examen == jury.Examen && p.Groupe == groupe, ct);

    /// <summary>The candidature behind an anonymity number, among those of the jury only. Addresses are in lower case; the numbers never are.</summary>
    internal static Task<Candidature?> CandidatureDuJuryAsync(this BaseRebond donnees, Jury jury, string numeroAnonymat, CancellationToken ct)
    {
        var numero = numeroAnonymat.ToUpperInvariant();
        return donnees.Set<Candidature>().AsNoTracking().SingleOrDefaultAsync(c => c.JuryId == jury.Id && c.NumeroAnonymat == numero, ct);
    }

    /// <summary>
    /// Saves an act of an open deliberation. Saving takes the journal's lock, as closing does: a closing committed just before is seen here,
    /// and nothing of the act stays.
    /// </summary>
    /// <param name="encoreVrai">Read under the lock; false when someone did the same act a moment before.</param>
    internal static async Task<Refus?> SauverEnDeliberationAsync(this BaseRebond donnees, Jury jury, string quoi, Func<Task<bool>> encoreVrai, CancellationToken ct)
    {
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps(quoi);
        }
        var etat = await donnees.Set<Jury>().AsNoTracking().Where(j => j.Id == jury.Id).Select(j => j.Etat).SingleAsync(ct);
        Refus? refus = etat != EtatJury.EnDeliberation ? new DeliberationFermee(etat) : await encoreVrai() ? null : new ModifieEntreTemps(quoi);
        if (refus is not null)
        {
            donnees.ChangeTracker.Clear();
            return refus;
        }
        await transaction.CommitAsync(ct);
        return null;
    }
}
