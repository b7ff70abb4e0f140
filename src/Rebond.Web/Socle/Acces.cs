using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Socle;

/// <summary>Who may enter which folder of pages, declared once. What is not declared is closed. The route × role test reads this table.</summary>
public static class Acces
{
    /// <summary>Folder (or page) to roles; an empty list is open to visitors. The longest matching prefix wins.</summary>
    public static IReadOnlyDictionary<string, Role[]> ParDossier { get; } = new Dictionary<string, Role[]>
    {
        ["/Accueil"] = [],
        ["/Compte"] = [],
        ["/Examen"] = [Role.Gestionnaire],
        ["/Resultats/Jurys"] = [Role.PresidentJury, Role.MembreJury],
        ["/Resultats/CompositionJurys"] = [Role.Gestionnaire],
        ["/Resultats/Publication"] = [Role.Gestionnaire],
        ["/Resultats/Publics"] = [],
        ["/Resultats/MonResultat"] = [Role.Candidat],
    };

    public static void Declarer(PageConventionCollection pages)
    {
        foreach (var (dossier, roles) in ParDossier)
            if (roles.Length == 0)
                pages.AllowAnonymousToFolder(dossier);
            else
                pages.AuthorizeFolder(dossier, Politique(roles));
    }

    public static void Declarer(AuthorizationOptions options)
    {
        foreach (var roles in ParDossier.Values.Where(r => r.Length > 0))
            options.AddPolicy(Politique(roles), p => p.RequireAuthenticatedUser().RequireClaim(ActeurCourant.ClaimRole, roles.Select(r => r.Code())));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
    }

    private static string Politique(Role[] roles) => string.Join('+', roles.Select(r => r.Code()));
}
