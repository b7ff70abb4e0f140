using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>The demonstration accounts this base holds, in the order of <see cref="CreerComptesDemonstration.Tous"/>: one button each on the home page.</summary>
public sealed class ListerComptesDemonstration(BaseRebond donnees)
{
    public async Task<IReadOnlyList<(string Code, string Nom, Role Role)>> ExecuteAsync(CancellationToken ct)
    {
        var domaine = $"@{CreerComptesDemonstration.Domaine}".ToUpperInvariant();
        var presents = await donnees.Users.Where(u => u.NormalizedEmail!.EndsWith(domaine)).Select(u => u.Email).ToListAsync(ct);
        return [.. CreerComptesDemonstration.Tous.Where(t => presents.Contains(CreerComptesDemonstration.Courriel(t.Code)))];
    }
}
