using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Rebond.Coeur.Inscription.Personnelles;
using Rebond.Coeur.Resultats.Personnelles;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Personnelles;
using Rebond.Coeur.Suivi.Personnelles;

namespace Rebond.Web.Socle;

/// <summary>Accounts, sign-in and the cookie.</summary>
public static class Comptes
{
    public static void AddComptes(this IServiceCollection services)
    {
        services.AddClesDeProtection();
        services.AddIdentity<Utilisateur, IdentityRole<Guid>>(ReglesDesComptes.Appliquer)
            .AddEntityFrameworkStores<BaseRebond>().AddDefaultTokenProviders().AddClaimsPrincipalFactory<FabriqueClaims>().AddErrorDescriber<MessagesIdentity>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<Deploiement>((o, d) =>
        {
            o.ServerDomain = d.Reglages.DomaineCles;
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddScoped<RoleActif>();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "rebond";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
            o.SlidingExpiration = false;
            o.LoginPath = "/compte/connexion";
            o.ReturnUrlParameter = "retour";
            o.Events.OnRedirectToAccessDenied = RefuserAsync;
            o.Events.OnValidatePrincipal = contexte =>
            {
                contexte.HttpContext.RequestServices.GetRequiredService<RoleActif>().Lire(contexte.Principal);
                return SecurityStampValidator.ValidatePrincipalAsync(contexte);
            };
        });
    }

    /// <summary>What each area holds on persons, in the order it is read: an area adds its line.</summary>
    public static void AddDonneesPersonnelles(this IServiceCollection services)
    {
        foreach (var rubrique in RubriquesDuSocle.Toutes.Append(RubriqueInscription.Rubrique).Append(RubriqueResultats.Rubrique).Append(RubriqueSuivi.Rubrique))
            services.AddSingleton(rubrique);
    }

    /// <summary>A refusal is a 403 page, save for who still has to choose a role or enrol a second factor: they are led there.</summary>
    private static Task RefuserAsync(RedirectContext<CookieAuthenticationOptions> contexte)
    {
        var personne = contexte.HttpContext.User;
        if (personne.HasClaim(ActeurCourant.ClaimAEnroler, "1"))
            contexte.Response.Redirect("/compte/secondfacteur");
        else if (personne.FindFirst(ActeurCourant.ClaimRole) is null && personne.HasClaim(ActeurCourant.ClaimPlusieursRoles, "1"))
            contexte.Response.Redirect("/compte/choisirrole");
        else
            contexte.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
