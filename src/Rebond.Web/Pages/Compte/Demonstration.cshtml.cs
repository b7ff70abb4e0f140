using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>One click, one role: exists in Development only, and only for accounts of the demonstration domain.</summary>
public sealed class DemonstrationModel(SignInManager<Utilisateur> connexion, UserManager<Utilisateur> comptes, Deploiement deploiement) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(string? compte)
    {
        if (!deploiement.Developpement || CreerComptesDemonstration.Tous.All(t => t.Code != compte))
            return NotFound();
        if (await comptes.FindByEmailAsync(CreerComptesDemonstration.Courriel(compte!)) is not { } trouve)
        {
            TempData["Fait"] = "Aucun compte de démonstration dans cette base. Créez-en une avec « rebond demo creer ».";
            return RedirectToPage("/Accueil/Index");
        }
        await connexion.SignInAsync(trouve, isPersistent: false);
        return RedirectToPage("/Accueil/MonAccueil");
    }
}
