using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Socle;

/// <summary>The role a person acts in during this request: read from his cookie, or just chosen.</summary>
public sealed class RoleActif
{
    public Role? Role { get; set; }

    public void Lire(ClaimsPrincipal? principal) => Role = Codes.TryLire<Role>(principal?.FindFirstValue(ActeurCourant.ClaimRole), out var role) ? role : null;
}

/// <summary>
/// Puts in the cookie the active role and its scopes, from the account's <see cref="Habilitation"/>s. No role: nothing is open but the account itself.
/// The security stamp is checked every minute and this runs again: a withdrawn habilitation is lost within a minute.
/// </summary>
public sealed class FabriqueClaims(UserManager<Utilisateur> comptes, IOptions<IdentityOptions> options, BaseRebond donnees, RoleActif actif, Deploiement deploiement)
    : UserClaimsPrincipalFactory<Utilisateur>(comptes, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Utilisateur user)
    {
        var identite = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ActeurCourant.ClaimRole);
        identite.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identite.AddClaim(new Claim(ClaimTypes.Name, user.NomAffiche));
        identite.AddClaim(new Claim(Options.ClaimsIdentity.SecurityStampClaimType, await UserManager.GetSecurityStampAsync(user)));

        var habilitations = await donnees.Set<Habilitation>().AsNoTracking().Where(h => h.UtilisateurId == user.Id).ToListAsync();
        var roles = habilitations.Select(h => h.Role).Distinct().ToList();
        if (roles.Count > 1)
            identite.AddClaim(new Claim(ActeurCourant.ClaimPlusieursRoles, "1"));
        if (roles.Count == 0)
            return identite;
        if (deploiement.SecondFacteurExige && roles.Any(r => r != Role.Candidat) && !user.TwoFactorEnabled)
        {
            identite.AddClaim(new Claim(ActeurCourant.ClaimAEnroler, "1"));
            return identite;
        }
        var role = roles.Count == 1 ? roles[0] : actif.Role;
        if (role is null || !roles.Contains(role.Value))
            return identite;
        identite.AddClaim(new Claim(ActeurCourant.ClaimRole, role.Value.Code()));
        foreach (var h in habilitations.Where(h => h.Role == role))
            identite.AddClaim(new Claim(ActeurCourant.ClaimPerimetre, $"{h.TypePerimetre.Code()}|{h.CodePerimetre}"));
        if (role == Role.Candidat)
        {
            // What his own registrations became is his, without anybody granting it.
            var siennes = await donnees.Set<DossierInscription>().Where(d => d.CompteId == user.Id && d.CandidatureId != null).Select(d => d.CandidatureId!.Value).ToListAsync();
            foreach (var candidature in siennes.Where(c => !habilitations.Exists(h => h.CodePerimetre == c.ToString())))
                identite.AddClaim(new Claim(ActeurCourant.ClaimPerimetre, $"{TypePerimetre.Candidature.Code()}|{candidature}"));
        }
        return identite;
    }
}
