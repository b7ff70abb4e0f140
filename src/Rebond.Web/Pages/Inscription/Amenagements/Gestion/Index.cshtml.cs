using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Amenagements.Gestion;

/// <summary>The requests by what is left to do, the late ones first.</summary>
public sealed class IndexModel(ListerAmenagements lister) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "vue")]
    public string? VueDemandee { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public ListerAmenagements.Vue Vue { get; private set; }
    public ListerAmenagements.Reponse Lue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Vue = Codes.TryLire<ListerAmenagements.Vue>(VueDemandee, out var vue) ? vue : ListerAmenagements.Vue.EnRetard;
        var issue = await lister.ExecuteAsync(Vue, P, User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Lue = issue.Valeur;
        return Page();
    }
}
