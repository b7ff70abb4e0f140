using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>The link sent to a new address: one button, so that a mail scanner that opens links changes nothing.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class ConfirmerCourrielModel(ConfirmerChangementCourriel confirmer, SignInManager<Utilisateur> connexion) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var issue = await confirmer.ExecuteAsync(new(Jeton), ct);
        if (!issue.EstReussi)
            return this.Montrer(issue.Refus, _ => "");
        await connexion.SignOutAsync();
        TempData["Fait"] = "L’adresse de votre compte est changée. Connectez-vous avec la nouvelle.";
        return RedirectToPage("Connexion");
    }
}
