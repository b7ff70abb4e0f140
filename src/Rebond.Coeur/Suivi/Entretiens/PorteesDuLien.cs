using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Entretiens;

public sealed record LienFini() : Refus(GenreRefus.Introuvable, "LIEN_FINI", "Ce lien ne marche plus. Appelez votre établissement : il vous en donnera un autre.");

public sealed record ReserveAuJeune() : Refus(GenreRefus.Interdit, "RESERVE_AU_JEUNE", "C’est à la personne elle-même de choisir, depuis son propre lien. Vous pouvez lire, et signer pour vous.");

/// <summary>Which file a link opens, and no longer opens: called back, or a guardian whose child is of age.</summary>
internal static class PorteesDuLien
{
    public static IQueryable<DossierSuivi> DossiersDuPorteur(this BaseRebond donnees, Porteur porteur)
    {
        var (maintenant, emis) = (donnees.Horloge.GetUtcNow().UtcDateTime, porteur.EmisLe);
        var sien = donnees.DossiersVisibles(maintenant).Where(d => d.Id == porteur.DossierId && d.EffaceLe == null);
        if (porteur.Titulaire == TitulaireLien.Jeune)
            return sien.Where(d => d.LiensRappelesLe == null || d.LiensRappelesLe <= emis);
        var majeurDepuis = Dates.NeAuPlusTard(maintenant.JourAParis(), 18);
        return sien.Where(d => d.Naissance > majeurDepuis && (d.LiensResponsableRappelesLe == null || d.LiensResponsableRappelesLe <= emis));
    }

    /// <summary>The file to read, or null.</summary>
    public static Task<DossierSuivi?> DossierDuPorteurAsync(this BaseRebond donnees, Porteur porteur, CancellationToken ct) =>
        donnees.DossiersDuPorteur(porteur).AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>The open file of a link, tracked, or why it cannot change. The young person's link alone changes it.</summary>
    public static async Task<Outcome<DossierSuivi>> DossierAModifierAsync(this BaseRebond donnees, Porteur porteur, CancellationToken ct)
    {
        if (await donnees.DossiersDuPorteur(porteur).SingleOrDefaultAsync(ct) is not { } dossier)
            return new LienFini();
        if (porteur.Titulaire != TitulaireLien.Jeune)
            return new ReserveAuJeune();
        return dossier.EstOuvert ? dossier : new DossierClos();
    }
}
