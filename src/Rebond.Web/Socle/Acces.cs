using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Authorization;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Socle;

/// <summary>Who may enter which folder of pages, declared once. What is not declared is closed. The route × role test reads this table.</summary>
public static class Acces
{
    /// <summary>Any account, whatever its role, even before a role is chosen.</summary>
    public static Role[] Connecte { get; } = [.. Enum.GetValues<Role>().Where(r => r != Role.Visiteur)];

    /// <summary>Folder or page to roles; an empty list is open to visitors. The longest matching prefix wins.</summary>
    public static IReadOnlyDictionary<string, Role[]> ParDossier { get; } = new Dictionary<string, Role[]>
    {
        ["/Accueil"] = [],
        ["/Accueil/MonAccueil"] = Connecte,
        ["/Catalogue"] = [],
        ["/Erreur"] = [],
        ["/Compte"] = Connecte,
        ["/Compte/Connexion"] = [],
        ["/Compte/CleAcces"] = [],
        ["/Compte/CodeSecondFacteur"] = [],
        ["/Compte/CodeSecours"] = [],
        ["/Compte/Activer"] = [],
        ["/Compte/Creer"] = [],
        ["/Compte/Confirmer"] = [],
        ["/Compte/Oubli"] = [],
        ["/Compte/NouveauMotDePasse"] = [],
        ["/Compte/Courriel"] = [Role.Candidat],
        ["/Compte/ConfirmerCourriel"] = [],
        ["/Compte/Effacements"] = [Role.Gestionnaire],
        ["/Compte/Demonstration"] = [],
        ["/Compte/Administration"] = [Role.Administrateur],
        ["/Inscription/Guichet"] = [Role.Gestionnaire],
        ["/Examen/Inscrire"] = [Role.Gestionnaire],
        ["/Inscription/Experience"] = [Role.Inspecteur], // each his own
        ["/Inscription/Index"] = [],
        ["/Inscription/PiecesAFournir"] = [],
        ["/Inscription/Campagnes"] = [Role.Gestionnaire],
        ["/Inscription/Depot"] = [Role.Candidat],
        ["/Inscription/Depot/Fichier"] = [Role.Candidat, Role.Gestionnaire], // whoever decides reads it
        ["/Inscription/Amenagements"] = [Role.Candidat],
        ["/Inscription/Amenagements/Gestion"] = [Role.Gestionnaire],
        ["/Inscription/MesInscriptions"] = [Role.Candidat],
        ["/Inscription/Dossier"] = [Role.Candidat],
        ["/Inscription/Signature"] = [], // the link is the key
        ["/Inscription/Etablissement"] = [Role.ChefEtablissement],
        ["/Inscription/Rattacher"] = [Role.Candidat],
        ["/Journal"] = [Role.Administrateur],
        ["/Messages"] = [Role.Gestionnaire, Role.Administrateur],
        ["/Messages/Ecrire"] = [Role.Gestionnaire],
        ["/Messages/Lettres"] = [Role.Gestionnaire],
        ["/Depots"] = [Role.Administrateur],
        ["/Resultats/Gestion"] = [Role.Gestionnaire],
        ["/Resultats/Jurys"] = [Role.PresidentJury, Role.MembreJury],
        ["/Resultats/CompositionJurys"] = [Role.Gestionnaire],
        ["/Resultats/Publication"] = [Role.Gestionnaire],
        ["/Resultats/Publics"] = [],
        ["/Resultats/Releves"] = [Role.Gestionnaire],
        ["/Resultats/MonResultat"] = [Role.Candidat],
        ["/Suivi/Dossiers"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire],
        ["/Suivi/Dossiers/Tableau"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire, Role.Pilotage], // counts only for the last
        ["/Suivi/Conservation"] = [Role.Gestionnaire],
        ["/Suivi/Imports"] = [Role.ChefEtablissement, Role.Gestionnaire],
        ["/Suivi/Relais"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire],
        ["/Suivi/Courriers"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire],
        ["/Suivi/Packs"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire],
        ["/Suivi/Entretiens"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire],
        ["/Suivi/Parcours"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire],
        ["/Suivi/Parcours/EmploiDuTemps"] = [Role.ChefEtablissement, Role.VieScolaire],
        ["/Suivi/Reinscriptions"] = [Role.ChefEtablissement, Role.VieScolaire, Role.Gestionnaire],
        ["/Suivi/Commission"] = [Role.Commission, Role.Gestionnaire], // the second reads, and says how many seats
        ["/Suivi/Commission/Arreter"] = [Role.Commission],
        ["/Suivi/Lien"] = [], // holding the signed link is the permission
        ["/Suivi/Lien/Mien"] = [Role.Candidat],
        ["/Suivi/Simulateur"] = [],
        ["/Suivi/NotesAConserver"] = [],
        ["/Suivi/MesOptions"] = [Role.Candidat],
        ["/Suivi/MesFeuilles"] = [Role.Candidat],
    };

    /// <summary>Addresses that are not pages: health, the API.</summary>
    public static IReadOnlyDictionary<string, Role[]> ParRoute { get; } = new Dictionary<string, Role[]>
    {
        ["/sante"] = [],
        ["/api/etablissements"] = [], // public directories
        ["/api/specialites"] = [],
        ["{**adresse}"] = [], // anything else: the 404 page
        ["{**path:file}"] = [], // static files changed since the build, in Development
    };

    /// <summary>The line that governs a page ("/Resultats/Gestion/Sessions/Index"), or null when none does.</summary>
    public static Regle? Pour(string page) => ParDossier
        .Where(d => page.Equals(d.Key, StringComparison.OrdinalIgnoreCase) || page.StartsWith(d.Key + "/", StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(d => d.Key.Length).Select(d => new Regle(d.Value)).FirstOrDefault();

    public static void Declarer(PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (Pour(page.ViewEnginePath) is not { } regle)
            return;
        page.Filters.Add(regle.Reserve ? new AuthorizeFilter(Politique(regle.Roles)) : new AllowAnonymousFilter());
        page.EndpointMetadata.Add(regle.Reserve ? new AuthorizeAttribute(Politique(regle.Roles)) : new AllowAnonymousAttribute());
    });

    public static void Declarer(AuthorizationOptions options)
    {
        foreach (var roles in ParDossier.Values.Where(r => r.Length > 0))
            options.AddPolicy(Politique(roles), p =>
            {
                p.RequireAuthenticatedUser();
                if (roles != Connecte)
                    p.RequireClaim(ActeurCourant.ClaimRole, roles.Select(r => r.Code()));
            });
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();
    }

    private static string Politique(Role[] roles) => roles == Connecte ? "CONNECTE" : string.Join('+', roles.Select(r => r.Code()));

    public sealed record Regle(Role[] Roles)
    {
        /// <summary>False when visitors may enter.</summary>
        public bool Reserve => Roles.Length > 0;

        public bool Admet(Role role) => !Reserve || Roles.Contains(role);
    }
}
