using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>What the two doors share about accounts: a link written by the command line is read by the site.</summary>
public static class ReglesDesComptes
{
    /// <summary>Whoever holds one of these roles touches marks or decisions, or says who does: nobody opens such an account alone.</summary>
    public static bool DemandeDeuxPersonnes(this Role role) =>
        role is Role.Gestionnaire or Role.PresidentJury or Role.MembreJury or Role.Examinateur or Role.Enseignant or Role.Administrateur;

    /// <summary>For a query's <c>Contains</c>.</summary>
    public static IReadOnlyList<Role> ADeux { get; } = [.. Enum.GetValues<Role>().Where(DemandeDeuxPersonnes)];

    public static IServiceCollection AddClesDeProtection(this IServiceCollection services)
    {
        services.AddDataProtection().PersistKeysToDbContext<BaseRebond>().SetApplicationName("Rebond");
        return services;
    }

    public static void Appliquer(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        // Length over composition (ANSSI, CNIL 2022): twelve characters, five tries.
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    /// <summary>Accounts without sign-in, for a door that only opens them.</summary>
    public static IServiceCollection AddComptesSansConnexion(this IServiceCollection services)
    {
        services.AddClesDeProtection();
        services.AddIdentityCore<Utilisateur>(Appliquer).AddEntityFrameworkStores<BaseRebond>().AddDefaultTokenProviders();
        return services;
    }
}
