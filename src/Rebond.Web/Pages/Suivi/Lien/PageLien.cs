using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>What the pages of the personal link share: no account, no mark, kept by no cache and found by no search engine. A link called back says so and opens nothing.</summary>
public abstract class PageLien(BaseRebond donnees, LienDeRendezVous liens) : PageModel
{
    protected BaseRebond Donnees => donnees;
    protected CancellationToken Ct => HttpContext.RequestAborted;

    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    public ValiditeLien Validite { get; private set; } = ValiditeLien.Fini;

    /// <summary>Null: the page says why the link no longer works.</summary>
    protected Porteur? Porteur { get; private set; }

    /// <summary>The guardian reads, and signs for himself.</summary>
    public bool EstResponsable => Porteur?.Titulaire == TitulaireLien.Responsable;

    /// <summary>The address of the young person's page, for messages.</summary>
    protected string Adresse(Guid dossierId) => liens.Adresse(Url, Request, dossierId);

    protected string Adresse(Guid dossierId, TitulaireLien titulaire) => liens.Adresse(Url, Request, dossierId, titulaire);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = EntetesSecurite.SansCache;
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (liens.Lire(Jeton) is { } lu)
        {
            Validite = await new EtatDuLien(donnees).ExecuteAsync(lu, Ct);
            Porteur = Validite == ValiditeLien.Valable ? lu : null;
        }
        await next();
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
    public static string Adresse(this LienDeRendezVous liens, IUrlHelper url, HttpRequest requete, Guid dossierId, TitulaireLien titulaire = TitulaireLien.Jeune) =>
        url.Page("/Suivi/Lien/Index", null, new { jeton = liens.Creer(dossierId, titulaire) }, requete.Scheme)!;
}
