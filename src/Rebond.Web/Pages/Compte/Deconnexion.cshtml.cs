using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Pages.Compte;

public sealed class DeconnexionModel(SignInManager<Utilisateur> connexion) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await connexion.SignOutAsync();
        return RedirectToPage("/Accueil/Index");
    }
}
