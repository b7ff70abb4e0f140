using System.Security.Claims;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Socle;

/// <summary>The acteur of a request, read from the cookie's claims: one active role and its scopes.</summary>
public static class ActeurCourant
{
    public const string ClaimRole = "rebond:role";
    public const string ClaimPerimetre = "rebond:perimetre";

    /// <summary>The account holds several roles: it may change.</summary>
    public const string ClaimPlusieursRoles = "rebond:plusieurs-roles";

    /// <summary>The account must enrol a second factor before anything else.</summary>
    public const string ClaimAEnroler = "rebond:a-enroler";

    public static Acteur Acteur(this ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true || !Codes.TryLire<Role>(principal.FindFirstValue(ClaimRole), out var role))
            return Coeur.Socle.Acteurs.Acteur.Visiteur;
        Guid? compte = Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
        return new Acteur(compte, principal.FindFirstValue(ClaimTypes.Name) ?? "", role,
            [.. principal.FindAll(ClaimPerimetre).Select(c => c.Value.Split('|', 2)).Select(p => new Perimetre(Codes.Lire<TypePerimetre>(p[0]), p[1]))]);
    }
}
