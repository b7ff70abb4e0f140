using Microsoft.Extensions.Options;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Messages;

public static class Declaration
{
    /// <summary>The sending of e-mails, and how each template is tried on a real file: an area adds its line.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReglagesCourriel>().Bind(configuration.GetSection("Rebond:Courriel")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReglagesCourriel>, Validation>();
        services.AddSingleton<ExpedierCourriels>();
        services.AddHostedService<ExpeditionContinue>();
        foreach (var apercu in MessagesDeCompte.Apercus)
            services.AddSingleton(apercu);
        services.AddSingleton(EcrireAuCandidat.SurDossier);
        services.AddSingleton(Coeur.Socle.Personnelles.DeciderEffacement.SurCompte);
        foreach (var apercu in MessagesDInscription.Apercus)
            services.AddSingleton(apercu);
        return services;
    }

    private sealed class Validation : IValidateOptions<ReglagesCourriel>
    {
        public ValidateOptionsResult Validate(string? name, ReglagesCourriel options) => options.Faute() is { } faute ? ValidateOptionsResult.Fail(faute) : ValidateOptionsResult.Success;
    }
}
