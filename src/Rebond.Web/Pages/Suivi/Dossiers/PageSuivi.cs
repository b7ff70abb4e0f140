using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Dossiers;

/// <summary>What the pages of the follow-up share.</summary>
public abstract class PageSuivi(BaseRebond donnees) : PageModel
{
    protected BaseRebond Donnees => donnees;
    protected Acteur Acteur => User.Acteur();
    protected CancellationToken Ct => HttpContext.RequestAborted;

    /// <summary>Out of scope is answered as not found.</summary>
    protected IActionResult Refuser(IReadOnlyList<Refus> refus) => refus.Any(r => r.Genre == GenreRefus.Interdit) ? Forbid() : NotFound();
}
