using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Depots;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Depots;

/// <summary>How many files are kept, and the purge of those whose retention has ended: the list first, then the act.</summary>
public sealed class IndexModel(CompterDepots compter, PurgerDepots purger) : PageModel
{
    public const int Montres = 100;

    /// <summary>Digest of the list that was read.</summary>
    [BindProperty]
    public string? Liste { get; set; }

    [BindProperty]
    public bool Confirme { get; set; }

    public CompterDepots.Reponse Etat { get; private set; } = null!;
    public PurgerDepots.Reponse Purge { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (etat, purge) = (await compter.ExecuteAsync(User.Acteur(), ct), await purger.ExecuteAsync(new(), User.Acteur(), ct));
        if (!etat.EstReussi || !purge.EstReussi)
            return Forbid();
        (Etat, Purge) = (etat.Valeur, purge.Valeur);
        return Page();
    }

    public async Task<IActionResult> OnPostPurgerAsync(CancellationToken ct)
    {
        if (!Confirme)
        {
            ModelState.AddModelError(nameof(Confirme), "Cochez la case : cette suppression est sans retour.");
            return await OnGetAsync(ct);
        }
        var issue = await purger.ExecuteAsync(new(Liste ?? ""), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = $"{issue.Valeur.Lignes.Count.Compter("fichier")} {issue.Valeur.Lignes.Count.Accorder("supprimé", "supprimés")} ; la suppression est inscrite au journal.";
            return RedirectToPage();
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("", refus.Phrase);
        Confirme = false;
        ModelState.Remove(nameof(Confirme));
        return await OnGetAsync(ct);
    }
}
