using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>Accounts for their administrateur, by pages, or one alone.</summary>
public sealed class ListerComptes(BaseRebond donnees)
{
    public const int ParPage = 50;

    public sealed record Demande(string? Recherche = null, int Page = 1, Guid? CompteId = null);

    public sealed record Compte(Guid Id, string Nom, string? Courriel, bool SecondFacteur, bool MotDePasse, bool Bloque, IReadOnlyList<Habilitation> Habilitations)
    {
        /// <summary>Its link needs two persons.</summary>
        public bool ADeux => Habilitations.Any(h => h.Role.DemandeDeuxPersonnes());
    }

    public sealed record Reponse(IReadOnlyList<Compte> Comptes, int Total)
    {
        public int NombrePages => (Total + ParPage - 1) / ParPage;
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur))
            return new Interdit();
        var comptes = donnees.Users.AsNoTracking();
        if (demande.CompteId is { } id)
            comptes = comptes.Where(u => u.Id == id);
        if (demande.Recherche?.Trim().ToUpperInvariant() is { Length: > 0 } recherche)
            comptes = comptes.Where(u => u.NormalizedEmail!.Contains(recherche) || u.NomAffiche.Contains(demande.Recherche.Trim()));
        var total = await comptes.CountAsync(ct);
        var maintenant = donnees.Horloge.GetUtcNow();
        var page = await comptes.OrderBy(u => u.NormalizedEmail).Skip((Math.Max(demande.Page, 1) - 1) * ParPage).Take(ParPage)
            .Select(u => new { u.Id, u.NomAffiche, u.Email, u.TwoFactorEnabled, MotDePasse = u.PasswordHash != null, u.LockoutEnd, u.Habilitations }).ToListAsync(ct);
        return new Reponse([.. page.Select(u => new Compte(u.Id, u.NomAffiche, u.Email, u.TwoFactorEnabled, u.MotDePasse, u.LockoutEnd > maintenant,
            [.. u.Habilitations.OrderBy(h => h.Role).ThenBy(h => h.CodePerimetre, StringComparer.Ordinal)]))], total);
    }
}
