using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>What waits for a second person, oldest first, or is confirmed and not used yet. Actor: administrateur.</summary>
public sealed class ListerActes(BaseRebond donnees)
{
    /// <param name="CompteId">Those of one account.</param>
    public sealed record Demande(Guid? CompteId = null);

    /// <param name="Sien">Asked for by the reader: another one confirms it.</param>
    /// <param name="Remis">The link was handed over and waits for its holder.</param>
    public sealed record Acte(Guid Id, GenreActe Genre, Guid CompteId, string Compte, string? Courriel, Role? Role, string? CodePerimetre, string Demandeur, DateTime DemandeLe, DateTime? ConfirmeLe, bool Sien, bool Remis);

    public sealed record Reponse(IReadOnlyList<Acte> Actes)
    {
        public int AConfirmer => Actes.Count(a => a.ConfirmeLe is null && !a.Sien);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur))
            return new Interdit();
        var limite = donnees.Horloge.GetUtcNow().UtcDateTime - ActeSurCompte.Validite;
        var actes = await (
            from a in donnees.Set<ActeSurCompte>().AsNoTracking()
            where a.TermineLe == null && a.DemandeLe > limite && (demande.CompteId == null || a.CompteId == demande.CompteId)
            join u in donnees.Users.AsNoTracking() on a.CompteId equals u.Id
            join d in donnees.Users.AsNoTracking() on a.DemandeurId equals d.Id into demandeurs
            from d in demandeurs.DefaultIfEmpty()
            orderby a.DemandeLe
            select new { Acte = a, u.NomAffiche, u.Email, Demandeur = d == null ? "compte supprimé" : d.NomAffiche }).ToListAsync(ct);
        return new Reponse([.. actes.Select(a => new Acte(a.Acte.Id, a.Acte.Genre, a.Acte.CompteId, a.NomAffiche, a.Email, a.Acte.Role, a.Acte.CodePerimetre, a.Demandeur,
            a.Acte.DemandeLe, a.Acte.ConfirmeLe, a.Acte.DemandeurId == acteur.CompteId, a.Acte.EmpreinteJeton is not null))]);
    }
}
