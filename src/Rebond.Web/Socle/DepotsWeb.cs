using Rebond.Coeur.Socle.Depots;

namespace Rebond.Web.Socle;

/// <summary>The files people hand in: where they are kept and who scans them.</summary>
public static class DepotsWeb
{
    public static void AddDepots(this IServiceCollection services, IConfiguration configuration)
    {
        var defaut = new ReglagesDepots();
        services.AddSingleton(new ReglagesDepots(configuration["Rebond:Depots"] ?? defaut.Dossier, configuration.GetValue("Rebond:DepotTailleMax", defaut.TailleMax), configuration["Rebond:Clamd"]));
        services.AddSingleton<AnalyseVirale>();
        services.AddSingleton<CoffreDepots>();
    }
}
