using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

[EnableRateLimiting(Limites.Connexion)]
public sealed class CodeSecoursModel(SignInManager<Utilisateur> connexion, UserManager<Utilisateur> comptes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    [BindProperty, Required(ErrorMessage = "Recopiez un code de secours.")]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() =>
        await connexion.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("Connexion") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await connexion.GetTwoFactorAuthenticationUserAsync() is not { } compte)
            return RedirectToPage("Connexion");
        if (!ModelState.IsValid)
            return Page();
        // Identity does not count failures of this door: without this, codes could be tried without end.
        if (!await comptes.IsLockedOutAsync(compte) && (await connexion.TwoFactorRecoveryCodeSignInAsync(Code.Trim().ToUpperInvariant())).Succeeded)
            return this.Arriver(Retour);
        await comptes.AccessFailedAsync(compte);
        ModelState.AddModelError(nameof(Code), "Ce code de secours est faux, a déjà servi, ou le compte est bloqué après trop d’essais.");
        return Page();
    }
}
