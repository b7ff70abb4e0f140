namespace Rebond.Web.Socle;

/// <summary>Headers on every answer. No inline script or style anywhere: a page that needs one is refused by the browser.</summary>
public static class EntetesSecurite
{
    public const string Politique = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseEntetesSecurite(this IApplicationBuilder app) => app.Use((contexte, suite) =>
    {
        // At the start of the answer: the error page clears what was set before it.
        contexte.Response.OnStarting(() =>
        {
            var entetes = contexte.Response.Headers;
            entetes.ContentSecurityPolicy = Politique;
            entetes.XContentTypeOptions = "nosniff";
            entetes.XFrameOptions = "DENY";
            entetes["Referrer-Policy"] = "same-origin";
            entetes["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            // What a signed-in person reads stays in no cache; public pages choose for themselves.
            if (contexte.User.Identity?.IsAuthenticated == true)
                entetes.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return suite(contexte);
    });
}
