using Microsoft.Extensions.Options;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Socle;

/// <summary>Settings of a deployment, section « Rebond » of the configuration (docs/exploitation.md).</summary>
public sealed class ReglagesRebond
{
    /// <summary>"Neutre", or "Etat" for a State service with the approval its design system asks for.</summary>
    public string Marque { get; set; } = "Neutre";

    /// <summary>Staff accounts reach nothing before they enrol a second factor. Unset: true outside Development.</summary>
    public bool? ExigerSecondFacteur { get; set; }

    /// <summary>POST of credentials allowed by minute and address; a school shares one address.</summary>
    public int ConnexionsParMinute { get; set; } = 60;

    /// <summary>Searches of the public directories by minute and address: forty people typing at once behind the one address of a school.</summary>
    public int RecherchesParMinute { get; set; } = 2_400;

    /// <summary>WebAuthn relying party, "rebond.ac-exemple.fr". Unset: the host of the request.</summary>
    public string? DomaineCles { get; set; }

    /// <summary>Addresses of the reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, separated by commas.</summary>
    public string? Mandataires { get; set; }

    /// <summary>Every person in this base is synthetic: said on each screen. Unset: true in Development.</summary>
    public bool? Demonstration { get; set; }

    /// <summary>"https://rebond.ac-exemple.fr": what links sent by e-mail at a visitor's demand begin with. Unset outside Development, none is sent: the host of a request is whatever its sender wrote.</summary>
    public string? Adresse { get; set; }

    /// <summary>Where the source code is, for the footer.</summary>
    public string? Source { get; set; }

    public bool MarqueEtat => string.Equals(Marque, "Etat", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the layout needs to know of the deployment.</summary>
public sealed class Deploiement(IOptions<ReglagesRebond> reglages, IHostEnvironment environnement, TimeProvider horloge)
{
    public ReglagesRebond Reglages => reglages.Value;
    public bool Demonstration => reglages.Value.Demonstration ?? environnement.IsDevelopment();

    /// <summary>The day it is in a demonstration that does not live today (Rebond:JoursDecales); null otherwise.</summary>
    public DateOnly? AutreJour => horloge is HorlogeDecalee ? horloge.GetUtcNow().UtcDateTime.JourAParis() : null;
    public bool Developpement => environnement.IsDevelopment();

    /// <summary>Base of the links sent by e-mail, or null when this deployment has not said its address.</summary>
    public Uri? AdressePublique(HttpRequest requete) =>
        Uri.TryCreate(reglages.Value.Adresse, UriKind.Absolute, out var reglee) && reglee.Scheme is "http" or "https" ? reglee
        : Developpement ? new Uri($"{requete.Scheme}://{requete.Host}") : null;

    /// <summary>The pages of Catalogue: seen by developers and walked by the tests, never in production.</summary>
    public bool CatalogueVisible => !environnement.IsProduction();
    public bool SecondFacteurExige => reglages.Value.ExigerSecondFacteur ?? !environnement.IsDevelopment();
}

/// <summary>Names of roles on screens.</summary>
public static class NomsRoles
{
    public static string Nom(this Role role) => role switch
    {
        Role.Visiteur => "Visiteur",
        Role.Candidat => "Candidat",
        Role.Enseignant => "Enseignant",
        Role.Coordonnateur => "Coordonnateur",
        Role.VieScolaire => "Vie scolaire",
        Role.ChefEtablissement => "Chef d’établissement",
        Role.Gestionnaire => "Gestionnaire (DEC)",
        Role.Inspecteur => "Inspecteur",
        Role.PresidentJury => "Président de jury",
        Role.MembreJury => "Membre de jury",
        Role.Examinateur => "Examinateur",
        Role.Commission => "Commission d’affectation",
        Role.Pilotage => "Pilotage",
        Role.Administrateur => "Administrateur",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
