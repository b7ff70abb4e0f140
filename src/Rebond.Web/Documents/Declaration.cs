namespace Rebond.Web.Documents;

public static class Declaration
{
    /// <summary>The printer is one for the application: it owns the browser. Nothing starts before the first document.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<ImprimeurPdf>()
        .AddSingleton<Gabarits>()
        .AddSingleton<Releves.TirageReleves>()
        .AddSingleton<Packs.PriseDeRendezVous>()
        .AddScoped<Packs.ImprimerPacks>()
        .AddScoped<Courriers.ImprimerCourriers>();
}
