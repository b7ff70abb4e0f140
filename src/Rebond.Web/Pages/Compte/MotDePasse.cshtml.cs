using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

[EnableRateLimiting(Limites.Connexion)]
public sealed class MotDePasseModel(SignInManager<Utilisateur> connexion, UserManager<Utilisateur> comptes) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Indiquez votre mot de passe actuel.")]
    public string Actuel { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Choisissez un nouveau mot de passe.")]
    public string Nouveau { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        if (await comptes.GetUserAsync(User) is not { } compte)
            return Challenge();
        var issue = await comptes.ChangePasswordAsync(compte, Actuel, Nouveau);
        if (!issue.Succeeded)
        {
            foreach (var erreur in issue.Errors)
                ModelState.AddModelError(erreur.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Actuel) : nameof(Nouveau), erreur.Description);
            return Page();
        }
        await connexion.RefreshSignInAsync(compte);
        TempData["Fait"] = "Votre mot de passe est changé. Vos autres sessions se ferment dans la minute.";
        return RedirectToPage("Index");
    }
}
