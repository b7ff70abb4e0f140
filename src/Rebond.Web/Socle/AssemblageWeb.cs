using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.FileProviders;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Documents;
using Rebond.Web.Messages;
using Rebond.Web.Pages.Inscription;
using Rebond.Web.Pages.Resultats.Publics;

namespace Rebond.Web.Socle;

/// <summary>Everything the host is made of, in two readable lists; an area adds its own line to the first.</summary>
public static class AssemblageWeb
{
    /// <summary>Carries the message of a redirect ("Fait") to the next page.</summary>
    public const string CookieMessage = "rebond.message";

    public static void AddRebondWeb(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var services = builder.Services;
        services.Configure<ReglagesRebond>(builder.Configuration.GetSection("Rebond"));
        services.AddSingleton<Deploiement>();
        services.AddSingleton<Menu>();
        services.AddSingleton(Horloge(builder));
        services.AddBaseRebond(builder.Configuration["Rebond:Base"] ?? "donnees/rebond.db");
        services.AddCasUsage();
        services.AddComptes();
        services.AddDonneesPersonnelles();
        services.AddAuthorization(Acces.Declarer);
        services.AddRazorPages(o => Acces.Declarer(o.Conventions)).AddMvcOptions(o => o.Filters.Add<MethodesConnues>());
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = CookieMessage);
        services.AddAntiforgery(o => o.Cookie.Name = "rebond.formulaire");
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddLimites();
        services.AddResponseCompression();
        services.AddOutputCache();
        services.AddConsultation();
        services.AddAnnuaires();
        services.AddDocuments();
        services.AddDepots(builder.Configuration);
        services.AddMessages(builder.Configuration);
        services.AddSingleton<Rebond.Coeur.Suivi.Entretiens.LienDeRendezVous>();
        services.AddSingleton<Rebond.Coeur.Examen.Sentinelles.ProfilsRecents>();
        services.AddSingleton<Pages.Resultats.Gestion.Notes.CacheAnomalies>();
        services.AddSingleton<Pages.Resultats.Gestion.Candidats.JetonRecherche>();
        services.AddSingleton<Pages.Resultats.Gestion.Candidats.CacheFiltres>();
        services.AddHealthChecks().AddCheck<BaseJoignable>("base");
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
    }

    /// <summary>Another clock than the machine's serves a demonstration only: the dates of acts are not to be made up.</summary>
    private static TimeProvider Horloge(WebApplicationBuilder builder)
    {
        var horloge = HorlogeDecalee.Lire(builder.Configuration[HorlogeDecalee.Reglage]);
        return horloge is HorlogeDecalee && builder.Environment.IsProduction() ? throw new InvalidOperationException($"{HorlogeDecalee.Reglage} ne sert qu'à une démonstration : retirez ce réglage.") : horloge;
    }

    public static void UseRebondWeb(this WebApplication app)
    {
        var deploiement = app.Services.GetRequiredService<Deploiement>();
        if (deploiement.Reglages.Mandataires is { } mandataires)
            app.UseForwardedHeaders(Croire(mandataires));
        app.UseRequestLocalization(new RequestLocalizationOptions { DefaultRequestCulture = new RequestCulture("fr-FR"), SupportedCultures = [CultureInfo.GetCultureInfo("fr-FR")], SupportedUICultures = [CultureInfo.GetCultureInfo("fr-FR")], RequestCultureProviders = [] });
        app.UseEntetesSecurite();
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        if (!deploiement.Developpement)
            app.UseHsts();
        app.UseResponseCompression();
        // The design system is restored at build into wwwroot/dsfr, outside the static-asset manifest (see the csproj).
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(app.Environment.ContentRootPath, "wwwroot", "dsfr")),
            RequestPath = "/dsfr",
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "public, max-age=86400",
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/sante", new HealthCheckOptions { ResponseWriter = DireSanteAsync }).AllowAnonymous();
        app.MapAnnuaires();
        app.MapRazorPages();
        // Without it the closed-by-default policy sends an unknown address to log in.
        app.MapFallback("{**adresse}", contexte => { contexte.Response.StatusCode = StatusCodes.Status404NotFound; return Task.CompletedTask; }).AllowAnonymous();
        app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogInformation("Rebond répond sur {Adresses} ({Environnement}).", string.Join(", ", app.Urls), app.Environment.EnvironmentName));
    }

    private static Task DireSanteAsync(HttpContext contexte, HealthReport bilan)
    {
        contexte.Response.ContentType = "text/plain; charset=utf-8";
        return contexte.Response.WriteAsync(bilan.Status == HealthStatus.Healthy ? "en service" : "base de données injoignable");
    }

    /// <summary>Only these addresses: an X-Forwarded-For anyone may write would make the rate limit useless.</summary>
    private static ForwardedHeadersOptions Croire(string mandataires)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        foreach (var adresse in mandataires.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            options.KnownProxies.Add(IPAddress.Parse(adresse));
        return options;
    }

    private sealed class BaseJoignable(BaseRebond donnees) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await donnees.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
