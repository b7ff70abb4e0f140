using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Personnelles;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte.Effacements;

/// <summary>The DEC answers those who ask that what is held on them be erased.</summary>
public sealed class IndexModel(ListerEffacements lister, DeciderEffacement decider) : PageModel
{
    public ListerEffacements.Reponse Liste { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Liste = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid demande, int version, string? decision, string? motif, CancellationToken ct)
    {
        if (decision is not ("accepter" or "refuser"))
        {
            ModelState.AddModelError("", "Dites si vous acceptez ou si vous refusez.");
            return await OnGetAsync(ct);
        }
        var issue = await decider.ExecuteAsync(new(demande, version, decision == "accepter", motif), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = decision == "accepter" ? "L’effacement est fait et inscrit au journal ; la personne est prévenue de ce qui reste, et pourquoi." : "Le refus est inscrit au journal ; la personne est prévenue.";
            return RedirectToPage();
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return await OnGetAsync(ct);
    }
}
