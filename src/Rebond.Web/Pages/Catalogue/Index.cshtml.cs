using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Catalogue;

/// <summary>Living catalogue of the tag helpers of Dsfr/, never in production.</summary>
public sealed class IndexModel(Deploiement deploiement) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 4;

    public string EnErreur { get; set; } = "12a";

    public IReadOnlyList<SelectListItem> Choix { get; } =
    [
        new("Première", "1") { Selected = true, Group = new SelectListGroup { Name = "Avec une aide" } },
        new("Deuxième", "2"),
        new("Indisponible", "3") { Disabled = true },
    ];

    public IActionResult OnGet()
    {
        if (!deploiement.CatalogueVisible)
            return NotFound();
        ModelState.AddModelError(nameof(EnErreur), "Écrivez dix chiffres, sans lettre ni espace.");
        return Page();
    }
}
