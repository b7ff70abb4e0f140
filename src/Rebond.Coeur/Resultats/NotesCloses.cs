using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Resultats;

internal static class NotesCloses
{
    /// <summary>Among these candidatures, those whose jury is closed: their marks do not change any more.</summary>
    public static Task<List<Guid>> NotesClosesAsync(this BaseRebond donnees, IReadOnlyCollection<Guid> candidatures, CancellationToken ct) =>
        (from c in donnees.Set<Candidature>()
         join j in donnees.Set<Jury>() on c.JuryId equals j.Id
         where candidatures.Contains(c.Id) && j.Etat == EtatJury.Clos
         select c.Id).ToListAsync(ct);
}
