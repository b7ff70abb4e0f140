using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>The link an administrateur handed over: one use, one day, and the holder chooses his password.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class ActiverModel(ActiverCompte activer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Compte { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty, Required(ErrorMessage = "Choisissez un mot de passe.")]
    public string Nouveau { get; set; } = "";

    public bool AvecCode { get; private set; }
    public bool LienIncomplet => Compte == Guid.Empty || Jeton.Length == 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        AvecCode = await activer.DemandeUnCodeAsync(Jeton, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        AvecCode = await activer.DemandeUnCodeAsync(Jeton, ct);
        if (!ModelState.IsValid)
            return Page();
        var issue = await activer.ExecuteAsync(new(Compte, Jeton, Code, Nouveau), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = "Votre compte est activé. Connectez-vous avec votre mot de passe.";
            return RedirectToPage("Connexion");
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus is ActiverCompte.CodeFaux ? nameof(Code) : nameof(Nouveau), refus.Phrase);
        return Page();
    }
}
