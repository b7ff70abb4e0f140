using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Personnelles;

internal static class PersonneDuCompte
{
    public static async Task<Personne> PersonneAsync(this BaseRebond donnees, Guid compteId, CancellationToken ct)
    {
        var codes = await donnees.Set<Habilitation>().Where(h => h.UtilisateurId == compteId && h.Role == Role.Candidat && h.TypePerimetre == TypePerimetre.Candidature).Select(h => h.CodePerimetre).ToListAsync(ct);
        return new(compteId, [.. codes.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)]);
    }
}
