using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte.Administration;

public sealed class DemandesModel(ListerActes lister, ConfirmerActe confirmer, RefuserActe refuser) : PageModel
{
    public IReadOnlyList<ListerActes.Acte> Actes { get; private set; } = [];

    /// <summary>Shown once, to be given to the holder of the account.</summary>
    public string? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(new(), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Actes = issue.Valeur.Actes;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmerAsync(Guid acte, CancellationToken ct)
    {
        var issue = await confirmer.ExecuteAsync(new(acte), User.Acteur(), ct);
        if (!issue.EstReussi)
            return await RefuserAsync(issue.Refus, ct);
        if (issue.Valeur.Code is { } code)
        {
            Code = code;
            return await OnGetAsync(ct);
        }
        TempData["Fait"] = issue.Valeur.MotDePasseEfface
            ? "L’habilitation est accordée et inscrite au journal. Le mot de passe de ce compte est effacé : demandez-lui un nouveau lien d’activation, à deux."
            : "L’habilitation est accordée et inscrite au journal.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRefuserAsync(Guid acte, string? motif, CancellationToken ct)
    {
        var issue = await refuser.ExecuteAsync(new(acte, motif ?? ""), User.Acteur(), ct);
        if (!issue.EstReussi)
            return await RefuserAsync(issue.Refus, ct);
        TempData["Fait"] = "La demande est close et inscrite au journal.";
        return RedirectToPage();
    }

    private async Task<IActionResult> RefuserAsync(IReadOnlyList<Coeur.Socle.Refus> refus, CancellationToken ct)
    {
        foreach (var raison in refus)
            ModelState.AddModelError("", raison.Phrase);
        return await OnGetAsync(ct);
    }
}
