using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Messages;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Messages.Modeles;

/// <summary>The templates a role holds.</summary>
public sealed class IndexModel(ConsulterModeles consulter) : PageModel
{
    public IReadOnlyList<ConsulterModeles.Etat> Modeles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await consulter.ExecuteAsync(new(), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Modeles = issue.Valeur.Modeles;
        return Page();
    }
}
