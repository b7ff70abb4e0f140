using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>The link of the message: nothing happens until its reader types the password chosen with the demand (mail scanners open links too).</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class ConfirmerModel(ConfirmerCompte confirmer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Tapez le mot de passe choisi avec votre demande.")]
    public string MotDePasse { get; set; } = "";

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var issue = await confirmer.ExecuteAsync(new(Jeton, MotDePasse), ct);
        if (!issue.EstReussi)
            return this.Montrer(issue.Refus, r => r is ConfirmerCompte.MotDePasseFaux ? nameof(MotDePasse) : "");
        TempData["Fait"] = "Votre compte est ouvert. Connectez-vous avec votre adresse et votre mot de passe ; ensuite, « Mon compte » vous propose une clé d’accès, pour entrer sans mot de passe.";
        return RedirectToPage("Connexion");
    }
}
