using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

[EnableRateLimiting(Limites.Connexion)]
public sealed class CodeSecondFacteurModel(SignInManager<Utilisateur> connexion) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    [BindProperty, Required(ErrorMessage = "Recopiez le code à 6 chiffres.")]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() =>
        await connexion.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("Connexion") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await connexion.GetTwoFactorAuthenticationUserAsync() is null)
            return RedirectToPage("Connexion");
        if (!ModelState.IsValid)
            return Page();
        var issue = await connexion.TwoFactorAuthenticatorSignInAsync(Codes2F.Nettoyer(Code), isPersistent: false, rememberClient: false);
        if (issue.Succeeded)
            return this.Arriver(Retour);
        ModelState.AddModelError(nameof(Code), issue.IsLockedOut ? "Trop d’essais : le compte est bloqué quinze minutes." : "Ce code est faux ou périmé. Recopiez le code affiché maintenant.");
        return Page();
    }
}

internal static class Codes2F
{
    /// <summary>Applications show "123 456": spaces and dashes are not part of the code.</summary>
    public static string Nettoyer(string code) => string.Concat(code.Where(char.IsLetterOrDigit));
}
