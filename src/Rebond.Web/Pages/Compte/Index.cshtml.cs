using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Pages.Compte;

public sealed class IndexModel(UserManager<Utilisateur> comptes) : PageModel
{
    public Utilisateur Compte { get; private set; } = null!;
    public int NombreCles { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await comptes.GetUserAsync(User) is not { } compte)
            return Challenge();
        Compte = compte;
        NombreCles = (await comptes.GetPasskeysAsync(compte)).Count;
        return Page();
    }
}
