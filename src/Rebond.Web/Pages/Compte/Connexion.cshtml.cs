using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

[EnableRateLimiting(Limites.Connexion)]
public sealed class ConnexionModel(SignInManager<Utilisateur> connexion, UserManager<Utilisateur> comptes) : PageModel
{
    /// <summary>The same words for an unknown address, a wrong password and a locked account: nothing tells which accounts exist.</summary>
    public const string Echec = "L’adresse électronique ou le mot de passe est faux, ou le compte est bloqué après trop d’essais.";

    // Hashed once: an unknown address must cost the time of a wrong password.
    private static readonly string Leurre = new PasswordHasher<Utilisateur>().HashPassword(new Utilisateur { NomAffiche = "" }, Guid.NewGuid().ToString());

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    [BindProperty, Required(ErrorMessage = "Indiquez votre adresse électronique.")]
    public string Courriel { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Indiquez votre mot de passe.")]
    public string MotDePasse { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        var compte = await comptes.FindByEmailAsync(Courriel);
        if (compte?.PasswordHash is null)
            comptes.PasswordHasher.VerifyHashedPassword(compte ?? new Utilisateur { NomAffiche = "" }, Leurre, MotDePasse);
        var issue = compte is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await connexion.PasswordSignInAsync(compte, MotDePasse, isPersistent: false, lockoutOnFailure: true);
        if (issue.RequiresTwoFactor)
            return RedirectToPage("CodeSecondFacteur", new { Retour });
        if (issue.Succeeded)
            return this.Arriver(Retour);
        ModelState.AddModelError(nameof(Courriel), Echec);
        return Page();
    }
}

internal static class Arrivee
{
    /// <summary>Back where one was stopped, if it is ours; otherwise one's home page.</summary>
    public static IActionResult Arriver(this PageModel page, string? retour) =>
        page.Url.IsLocalUrl(retour) ? page.LocalRedirect(retour) : page.RedirectToPage("/Accueil/MonAccueil");
}
