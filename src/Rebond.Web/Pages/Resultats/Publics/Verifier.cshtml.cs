using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.Publics;

/// <summary>Checks a relevé by the code it prints, typed or read from its square code.</summary>
[IgnoreAntiforgeryToken(Order = 1001)]
public sealed class VerifierModel(VerifierReleve verifier) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public VerifierReleve.Reponse? Releve { get; private set; }
    public string? Erreur { get; private set; }

    public async Task OnGetAsync(string? code, CancellationToken ct)
    {
        if (code is not null)
            await VerifierAsync(Code = code, ct);
    }

    public Task OnPostAsync(CancellationToken ct) => VerifierAsync(Code, ct);

    private async Task VerifierAsync(string? code, CancellationToken ct)
    {
        // The answer names a person: no shared cache keeps it, no search engine reads it.
        Response.Headers.CacheControl = EntetesSecurite.SansCache;
        Response.Headers.Pragma = "no-cache"; // what the form's own protection asks for
        Response.Headers["X-Robots-Tag"] = "noindex";
        var reponse = await verifier.ExecuteAsync(code, ct);
        Releve = reponse.Valeur;
        Erreur = reponse.EstReussi ? null : reponse.Refus[0].Phrase;
    }
}
