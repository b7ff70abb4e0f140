using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>Sign-in by passkey: the browser asks for options, the person's device answers, the form posts the answer (js/cle-acces.js).</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class CleAccesModel(SignInManager<Utilisateur> connexion) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public IActionResult OnGet() => RedirectToPage("Connexion");

    /// <summary>No account is named: the device proposes the keys it holds for this site.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await connexion.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    public async Task<IActionResult> OnPostAsync(string? reponse)
    {
        try
        {
            if (!string.IsNullOrEmpty(reponse) && (await connexion.PasskeySignInAsync(reponse)).Succeeded)
                return this.Arriver(Retour);
        }
        catch (InvalidOperationException)
        {
            // How Identity says that nothing was asked of the device, or too long ago.
        }
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }
}
