using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;

namespace Rebond.Web.Socle;

/// <summary>The files people hand in: where they are kept and who scans them.</summary>
public static partial class DepotsWeb
{
    public static void AddDepots(this IServiceCollection services, IConfiguration configuration)
    {
        var defaut = new ReglagesDepots();
        services.AddSingleton(new ReglagesDepots(configuration["Rebond:Depots"] ?? defaut.Dossier, configuration.GetValue("Rebond:DepotTailleMax", defaut.TailleMax), configuration["Rebond:Clamd"]));
        services.AddSingleton<AnalyseVirale>();
        services.AddSingleton<CoffreDepots>();
        services.AddHostedService<AnalyseContinue>();
    }

    /// <summary>Scans, every five minutes, what came while the scanner was silent.</summary>
    private sealed partial class AnalyseContinue(AnalyseVirale antivirus, IServiceScopeFactory portees, TimeProvider horloge, ILogger<AnalyseContinue> journaux) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            if (!antivirus.EstConfiguree)
                return;
            using var battement = new PeriodicTimer(TimeSpan.FromMinutes(5), horloge);
            do
            {
                try
                {
                    await using var portee = portees.CreateAsyncScope();
                    await portee.ServiceProvider.GetRequiredService<AnalyserDepots>().ExecuteAsync(Acteur.Automate, stoppingToken);
                }
                catch (Exception erreur) when (!stoppingToken.IsCancellationRequested)
                {
                    PassageInterrompu(journaux, erreur);
                }
            }
            while (await battement.WaitForNextTickAsync(stoppingToken));
        }

        [LoggerMessage(LogLevel.Error, "Un passage d'analyse des fichiers déposés s'est arrêté ; le suivant reprendra.")]
        private static partial void PassageInterrompu(ILogger journaux, Exception erreur);
    }
}
