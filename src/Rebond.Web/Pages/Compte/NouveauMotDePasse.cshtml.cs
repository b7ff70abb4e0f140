using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>The link of a forgotten password: a new one is chosen. The second factor stays.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class NouveauMotDePasseModel(ChoisirMotDePasse choisir) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Compte { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Choisissez un mot de passe.")]
    public string Nouveau { get; set; } = "";

    public bool LienIncomplet => Compte == Guid.Empty || Jeton.Length == 0;

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var issue = await choisir.ExecuteAsync(new(Compte, Jeton, Nouveau), ct);
        if (!issue.EstReussi)
            return this.Montrer(issue.Refus, r => r is ActiverCompte.MotDePasseRefuse ? nameof(Nouveau) : "");
        TempData["Fait"] = "Votre mot de passe est changé. Connectez-vous.";
        return RedirectToPage("Connexion");
    }
}
