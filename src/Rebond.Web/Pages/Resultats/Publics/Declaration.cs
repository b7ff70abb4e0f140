using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Resultats.Statistiques;

namespace Rebond.Web.Pages.Resultats.Publics;

public static class Declaration
{
    /// <summary>What the public pages and the candidate's page read with.</summary>
    public static IServiceCollection AddConsultation(this IServiceCollection services)
    {
        services.AddSingleton<CacheResultats>();
        services.AddOutputCache(o => o.AddPolicy(CacheResultats.Politique, p => p.AddPolicy<CacheResultats>(), excludeDefaultPolicy: true));
        return services
            .AddScoped<LireCalendrierResultats>()
            .AddScoped<RechercherResultatsPublics>()
            .AddScoped<LireStatistiquesPubliques>()
            .AddScoped<ConsulterMonResultat>()
            .AddScoped<LireDecisionsAImprimer>()
            .AddScoped<ScellerReleves>()
            .AddScoped<VerifierReleve>();
    }
}
