using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Signature;

/// <summary>The legal guardian of a minor reads the choices and signs, by the link of the e-mail, without an account.</summary>
public sealed class IndexModel(SignerPourResponsable signer) : PageModel
{
    /// <summary>Null: the link opens nothing, <see cref="Refus"/> says why.</summary>
    public SignerPourResponsable.Reponse? Lu { get; private set; }
    public string? Refus { get; private set; }

    [BindProperty]
    public bool Engagement { get; set; }

    public async Task<IActionResult> OnGetAsync(string jeton, CancellationToken ct) => Montrer(await signer.LireAsync(jeton, ct));

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken ct)
    {
        var issue = await signer.ExecuteAsync(new(jeton, Engagement), ct);
        if (!issue.EstReussi && issue.Refus[0] is EngagementAbsent)
        {
            ModelState.AddModelError(nameof(Engagement), issue.Refus[0].Phrase);
            return Montrer(await signer.LireAsync(jeton, ct));
        }
        return issue.EstReussi ? Redirect(Request.Path) : Montrer(issue);
    }

    private PageResult Montrer(Outcome<SignerPourResponsable.Reponse> issue)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer"; // the address is the key
        Response.Headers.CacheControl = EntetesSecurite.SansCache;
        (Lu, Refus) = issue.EstReussi ? (issue.Valeur, null) : ((SignerPourResponsable.Reponse?)null, issue.Refus[0].Phrase);
        if (Lu is null)
            Response.StatusCode = issue.Refus[0].Genre == GenreRefus.Introuvable ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
        return Page();
    }
}
