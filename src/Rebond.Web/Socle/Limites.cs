using System.Threading.RateLimiting;

namespace Rebond.Web.Socle;

/// <summary>How often one address may present credentials. The lockout protects an account; this protects the machine and the other accounts.</summary>
public static class Limites
{
    public const string Connexion = "connexion";

    /// <summary>Directories searched as one types: what a class behind one address needs, far below what would weigh.</summary>
    public const string Recherche = "recherche";

    public static void AddLimites(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Connexion, contexte => HttpMethods.IsPost(contexte.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(contexte.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = contexte.RequestServices.GetRequiredService<Deploiement>().Reglages.ConnexionsParMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Recherche, contexte => RateLimitPartition.GetFixedWindowLimiter(contexte.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = contexte.RequestServices.GetRequiredService<Deploiement>().Reglages.RecherchesParMinute,
            Window = TimeSpan.FromMinutes(1),
        }));
    });
}
