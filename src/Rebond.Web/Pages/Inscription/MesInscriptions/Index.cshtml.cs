using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.MesInscriptions;

/// <summary>Every registration of the account, and where one may start another.</summary>
public sealed class IndexModel(ListerMesDossiers lister, OuvrirDossier ouvrir) : PageModel
{
    public ListerMesDossiers.Reponse Lus { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => MontrerAsync(ct);

    public async Task<IActionResult> OnPostOuvrirAsync(string? campagne, CancellationToken ct)
    {
        var issue = await ouvrir.ExecuteAsync(new(campagne ?? ""), User.Acteur(), ct);
        if (issue.EstReussi)
            return RedirectToPage("/Inscription/Dossier/Formulaire", new { numero = issue.Valeur.Numero });
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return await MontrerAsync(ct);
    }

    private async Task<IActionResult> MontrerAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Lus = issue.Valeur;
        return Page();
    }
}
