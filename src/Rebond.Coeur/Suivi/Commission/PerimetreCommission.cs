using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

public sealed record SeanceArretee() : Refus(GenreRefus.Conflit, "SEANCE_ARRETEE", "Cette séance est arrêtée : ses décisions ont été rendues. Une place libérée se donne depuis la liste d’attente.");

public sealed record DansUneSeance(DateOnly TenueLe) : Refus(GenreRefus.Conflit, "DANS_UNE_SEANCE", $"Ce dossier est à la séance de commission du {TenueLe:dd/MM/yyyy} : sa réponse y sera rendue. Attendez qu’elle soit arrêtée.");

/// <summary>Which sittings exist for whom: the commission its own département, the DEC those of its académie.</summary>
internal static class PerimetreCommission
{
    public static bool LitLesCommissions(this Acteur acteur) => acteur.A(Role.Commission) || acteur.EstGestionnaire();

    public static IQueryable<SeanceCommission> SeancesDe(this BaseRebond donnees, Acteur acteur)
    {
        var seances = donnees.Set<SeanceCommission>();
        if (acteur.EstGestionnaire() && acteur.Couvre(TypePerimetre.Academie, "*"))
            return seances;
        var (academies, departements) = (acteur.EstGestionnaire() ? acteur.Codes(TypePerimetre.Academie) : [], acteur.Codes(TypePerimetre.Departement));
        return acteur.LitLesCommissions() ? seances.Where(s => departements.Contains(s.Departement) || academies.Contains(s.Academie)) : seances.Where(s => false);
    }

    /// <summary>Tracked, with its seats; null out of scope.</summary>
    public static Task<SeanceCommission?> SeanceAsync(this BaseRebond donnees, Guid id, Acteur acteur, CancellationToken ct) =>
        donnees.SeancesDe(acteur).Include(s => s.Places).SingleOrDefaultAsync(s => s.Id == id, ct);

    /// <summary>The sitting to read, with its seats, or why not.</summary>
    public static async Task<Outcome<SeanceCommission>> SeanceALireAsync(this BaseRebond donnees, Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.LitLesCommissions())
            return new Interdit();
        return await donnees.SeancesDe(acteur).AsNoTracking().Include(s => s.Places).SingleOrDefaultAsync(s => s.Id == id, ct) is { } seance ? seance : new Introuvable("Séance de commission");
    }

    /// <summary>The commission of the département decides; the rectorat reads, and says how many seats there are.</summary>
    public static bool DecideEn(this Acteur acteur, SeanceCommission seance) => acteur.A(Role.Commission) && acteur.Couvre(TypePerimetre.Departement, seance.Departement);

    /// <summary>The sitting a commission changes: its own, not closed, of the version read.</summary>
    public static async Task<Outcome<SeanceCommission>> SeanceAModifierAsync(this BaseRebond donnees, Guid id, int? version, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Commission))
            return new Interdit("Seule la commission du département décide en séance.");
        if (await donnees.SeanceAsync(id, acteur, ct) is not { } seance)
            return new Introuvable("Séance de commission");
        if (seance.Etat == EtatSeance.Arretee)
            return new SeanceArretee();
        return version is { } lue && lue != seance.Version ? new ModifieEntreTemps("La séance") : seance;
    }

    /// <summary>The sitting, not closed, this request is in; null when it is in none.</summary>
    public static Task<SeanceCommission?> SeanceOuverteDeAsync(this BaseRebond donnees, Guid demandeId, CancellationToken ct) =>
        donnees.Set<SeanceCommission>().AsNoTracking().FirstOrDefaultAsync(s => s.Etat != EtatSeance.Arretee && donnees.Set<LigneCommission>().Any(l => l.SeanceId == s.Id && l.DemandeId == demandeId), ct);

    /// <summary>Requests handed over for this sitting that are in no open one yet.</summary>
    public static IQueryable<DemandeReinscription> AAccueillir(this BaseRebond donnees, SeanceCommission seance)
    {
        var siens = donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime).Where(s => s.Departement == seance.Departement && s.Etape != EtapeSuivi.Clos).Select(s => s.Id);
        var ouvertes = donnees.Set<SeanceCommission>().Where(s => s.Etat != EtatSeance.Arretee).Select(s => s.Id);
        return donnees.Set<DemandeReinscription>().Where(d => d.Etat == EtatReinscription.Transmise && d.Rentree == seance.Rentree && siens.Contains(d.DossierId)
            && !donnees.Set<LigneCommission>().Any(l => l.DemandeId == d.Id && ouvertes.Contains(l.SeanceId)));
    }

    /// <summary>Every request handed over meanwhile takes its line in the sitting.</summary>
    public static async Task<int> AccueillirAsync(this BaseRebond donnees, SeanceCommission seance, CancellationToken ct)
    {
        var nouvelles = await (from d in donnees.AAccueillir(seance).AsNoTracking()
                               join s in donnees.Set<DossierSuivi>() on d.DossierId equals s.Id
                               select new { d.Id, d.DossierId, s.Specialite, s.Uai }).ToListAsync(ct);
        donnees.AddRange(nouvelles.Select(n => new LigneCommission { SeanceId = seance.Id, DemandeId = n.Id, DossierId = n.DossierId, Numero = NumeroAnonyme.De(n.DossierId), Specialite = n.Specialite, Origine = n.Uai }));
        return nouvelles.Count;
    }

    /// <summary>False when somebody opened the sitting, or took the same files in, at the same moment.</summary>
    public static async Task<bool> EnregistrerLignesAsync(this BaseRebond donnees, CancellationToken ct)
    {
        try
        {
            await donnees.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException erreur) when (erreur.EstDoublon())
        {
            return false;
        }
    }

    /// <summary>Saves the act; null when it is done.</summary>
    public static async Task<Refus?> EnregistrerSeanceAsync(this BaseRebond donnees, CancellationToken ct)
    {
        try
        {
            await donnees.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ModifieEntreTemps("La séance");
        }
    }
}
