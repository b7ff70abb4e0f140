using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>What the pages of the personal link share: no account, no mark, kept by no cache and found by no search engine.</summary>
public abstract class PageLien(BaseRebond donnees, LienDeRendezVous liens) : PageModel
{
    protected BaseRebond Donnees => donnees;
    protected CancellationToken Ct => HttpContext.RequestAborted;

    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    /// <summary>Null: the page says that the link no longer works.</summary>
    protected Porteur? Porteur => liens.Lire(Jeton);

    /// <summary>The address of the personal page, for messages.</summary>
    protected string Adresse(Guid dossierId) => liens.Adresse(Url, Request, dossierId);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = EntetesSecurite.SansCache;
        Response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <summary>The page, with the status that says it holds nothing.</summary>
    protected PageResult LienPerdu()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}

internal static class AdressesDeLien
{
    public static string Adresse(this LienDeRendezVous liens, IUrlHelper url, HttpRequest requete, Guid dossierId) =>
        url.Page("/Suivi/Lien/Index", null, new { jeton = liens.Creer(dossierId) }, requete.Scheme)!;
}
