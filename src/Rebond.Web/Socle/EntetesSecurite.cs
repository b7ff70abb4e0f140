namespace Rebond.Web.Socle;

/// <summary>Headers on every answer. No inline script or style anywhere: a page that needs one is refused by the browser.</summary>
public static class EntetesSecurite
{
    public const string Politique = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For a file someone handed in, whatever it holds: it runs nothing, loads nothing, and is of no origin.</summary>
    public const string PolitiqueFichier = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>No cache keeps the answer. In the words the anti-forgery token puts itself, or it would say that it replaced ours.</summary>
    public const string SansCache = "no-cache, no-store";

    private static readonly object Fichier = new();

    /// <summary>The answer of this request is a file someone handed in.</summary>
    public static void IsolerReponse(this HttpContext contexte) => contexte.Items[Fichier] = true;

    public static void UseEntetesSecurite(this IApplicationBuilder app) => app.Use((contexte, suite) =>
    {
        // At the start of the answer: the error page clears what was set before it.
        contexte.Response.OnStarting(() =>
        {
            var entetes = contexte.Response.Headers;
            var fichier = contexte.Items.ContainsKey(Fichier);
            entetes.ContentSecurityPolicy = fichier ? PolitiqueFichier : Politique;
            if (fichier)
                entetes["Cross-Origin-Resource-Policy"] = "same-origin";
            entetes.XContentTypeOptions = "nosniff";
            entetes.XFrameOptions = "DENY";
            entetes["Referrer-Policy"] = "same-origin";
            entetes["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            // What a signed-in person reads stays in no cache; public pages choose for themselves.
            if (contexte.User.Identity?.IsAuthenticated == true)
                entetes.CacheControl = SansCache;
            return Task.CompletedTask;
        });
        return suite(contexte);
    });
}
