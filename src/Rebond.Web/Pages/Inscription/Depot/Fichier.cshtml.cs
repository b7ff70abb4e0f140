using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Depots;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Depot;

/// <summary>The file in use for a piece, saved by its reader, never shown inside the site.</summary>
public sealed class FichierModel(LirePieceDeposee lire) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string numero, string code, CancellationToken ct)
    {
        if (!NumeroDossier.TryLire(numero, out var lu))
            return NotFound();
        var issue = await lire.ExecuteAsync(lu!, code.ToUpperInvariant(), User.Acteur(), ct);
        if (issue.EstReussi)
            return ServirDepot.Depot(HttpContext, issue.Valeur);
        if (issue.Refus[0] is Introuvable)
            return NotFound();
        ModelState.AddModelError("", issue.Refus[0].Phrase);
        Response.StatusCode = issue.Refus[0] is LireDepot.Supprime ? StatusCodes.Status410Gone : StatusCodes.Status409Conflict;
        return Page();
    }
}
