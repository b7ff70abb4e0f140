using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>The link an administrateur handed over: one use, one day, and the holder chooses his password.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class ActiverModel(UserManager<Utilisateur> comptes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Compte { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Choisissez un mot de passe.")]
    public string Nouveau { get; set; } = "";

    public bool LienIncomplet => Compte == Guid.Empty || Jeton.Length == 0;

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        var compte = await comptes.FindByIdAsync(Compte.ToString());
        var issue = compte is null ? IdentityResult.Failed(comptes.ErrorDescriber.InvalidToken()) : await comptes.ResetPasswordAsync(compte, Jeton, Nouveau);
        if (!issue.Succeeded)
        {
            foreach (var erreur in issue.Errors)
                ModelState.AddModelError(nameof(Nouveau), erreur.Description);
            return Page();
        }
        await comptes.SetLockoutEndDateAsync(compte!, null);
        TempData["Fait"] = "Votre compte est activé. Connectez-vous avec votre mot de passe.";
        return RedirectToPage("Connexion");
    }
}
