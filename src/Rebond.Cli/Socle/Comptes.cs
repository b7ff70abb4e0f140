using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Cli.Socle;

/// <summary>What the commands on accounts share: the account rules of the site, and how a link is written.</summary>
internal static class Comptes
{
    /// <summary>Services as the site has them, so that a link made here opens there.</summary>
    public static async Task<ServiceProvider> ServicesAsync(string chaine, CancellationToken ct)
    {
        await using (await Options.OuvrirAsync(chaine, ct))
        {
        }
        return new ServiceCollection().AddLogging().AddSingleton(Options.Horloge).AddBaseRebond(chaine).AddComptesSansConnexion()
            .AddScoped<DelivrerLienActivation>().AddScoped<CreerAdministrateur>().BuildServiceProvider();
    }

    public static System.CommandLine.Option<string?> Site() => new("--site") { Description = "Adresse du site, pour écrire le lien entier : https://rebond.ac-exemple.fr." };

    /// <summary>The page Compte/Activer; the token holds characters an address cannot.</summary>
    public static string Lien(string? site, Guid compte, string jeton) => $"{site?.TrimEnd('/')}/compte/activer?compte={compte}&jeton={Uri.EscapeDataString(jeton)}";
}
