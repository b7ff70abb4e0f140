using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Journal;

/// <summary>
/// The acts, latest first: who (an account number and a role), what, on what object. Values and reasons stay out: they may hold marks or names.
/// Actor: administrateur.
/// </summary>
public sealed class LireActes(BaseRebond donnees)
{
    public const int ParPage = 50;

    public sealed record Acte(long Numero, DateTime Instant, string Code, string Objet, string Role, Guid? CompteId);

    public sealed record Reponse(IReadOnlyList<Acte> Actes, int Total, int Numero, int NombrePages);

    /// <param name="page">From 1; beyond the last one, the last one.</param>
    public async Task<Outcome<Reponse>> ExecuteAsync(int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur))
            return new Interdit();
        var total = await donnees.Set<LigneJournal>().CountAsync(ct);
        var pages = Math.Max(1, (total + ParPage - 1) / ParPage);
        var numero = Math.Clamp(page, 1, pages);
        var actes = await donnees.Set<LigneJournal>().AsNoTracking().OrderByDescending(l => l.Numero).Skip((numero - 1) * ParPage).Take(ParPage)
            .Select(l => new Acte(l.Numero, l.Instant, l.Acte, l.Objet, l.Role, l.CompteId)).ToListAsync(ct);
        return new Reponse(actes, total, numero, pages);
    }
}
