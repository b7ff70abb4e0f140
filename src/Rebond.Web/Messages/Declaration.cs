using Microsoft.Extensions.Options;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;

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
        foreach (var apercu in MessagesDeCompte.Apercus.Concat(MessagesDePack.Apercus))
            services.AddSingleton(apercu);
        services.AddSingleton(EcrireAuCandidat.SurDossier);
        foreach (var apercu in MessagesDeRendezVous.Apercus.Concat(MessagesDeLien.Apercus))
            services.AddSingleton(apercu);
        services.AddSingleton(Rebond.Coeur.Suivi.Reinscriptions.EnvoiDeReponse.SurDossier);
        services.AddSingleton(Coeur.Socle.Personnelles.DeciderEffacement.SurCompte);
        services.AddSingleton(MessageDeRevision.SurDossier);
        foreach (var apercu in MessagesAmenagement.Apercus)
            services.AddSingleton(apercu);
        foreach (var apercu in MessagesDInscription.Apercus.Concat(MessagesDuGuichet.Apercus))
            services.AddSingleton(apercu);
        return services;
    }

    private sealed class Validation : IValidateOptions<ReglagesCourriel>
    {
        public ValidateOptionsResult Validate(string? name, ReglagesCourriel options) => options.Faute() is { } faute ? ValidateOptionsResult.Fail(faute) : ValidateOptionsResult.Success;
    }
}
