using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>The roles an account may act in; asked by the account itself.</summary>
public sealed class ListerRoles(BaseRebond donnees)
{
    public async Task<IReadOnlyList<Role>> ExecuteAsync(Guid compteId, CancellationToken ct) =>
        [.. (await donnees.Set<Habilitation>().Where(h => h.UtilisateurId == compteId).Select(h => h.Role).Distinct().ToListAsync(ct)).Order()];
}
