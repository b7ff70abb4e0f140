using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>Every revision of a campaign, and what each changed.</summary>
public sealed class HistoriqueModel(ConsulterRevisions consulter) : PageModel
{
    public ConsulterRevisions.Reponse Lue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var issue = await consulter.ExecuteAsync(code, User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        Lue = issue.Valeur;
        return Page();
    }
}
