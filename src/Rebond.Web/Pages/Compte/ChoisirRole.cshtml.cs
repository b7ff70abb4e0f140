using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

public sealed class ChoisirRoleModel(SignInManager<Utilisateur> connexion, UserManager<Utilisateur> comptes, ListerRoles lister, RoleActif actif) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<SelectListItem> Choix { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PresenterAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PresenterAsync(ct);
        if (await comptes.GetUserAsync(User) is not { } compte)
            return Challenge();
        if (!Codes.TryLire<Role>(Code, out var role) || Choix.All(c => c.Value != Code))
        {
            ModelState.AddModelError(nameof(Code), "Choisissez un de vos rôles.");
            return Page();
        }
        actif.Role = role;
        await connexion.RefreshSignInAsync(compte);
        return RedirectToPage("/Accueil/MonAccueil");
    }

    private async Task PresenterAsync(CancellationToken ct)
    {
        var id = Guid.Parse(comptes.GetUserId(User)!);
        Choix = [.. (await lister.ExecuteAsync(id, ct)).Select(r => new SelectListItem(r.Nom(), r.Code(), r == User.Acteur().Role))];
    }
}
