using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Pages.Compte;

/// <summary>Passkeys of one's own account: list, add (js/cle-acces.js), remove.</summary>
public sealed class ClesModel(SignInManager<Utilisateur> connexion, UserManager<Utilisateur> comptes) : PageModel
{
    public sealed record Cle(string Id, string Nom, string Ajoutee);

    public IReadOnlyList<Cle> Cles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await comptes.GetUserAsync(User) is not { } compte)
            return Challenge();
        Cles = [.. (await comptes.GetPasskeysAsync(compte)).Select(p => new Cle(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "Clé d’accès", p.CreatedAt.EnHeureDeParis().ToString("dd/MM/yyyy", CultureInfo.CurrentCulture)))];
        return Page();
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (await comptes.GetUserAsync(User) is not { } compte)
            return Challenge();
        return Content(await connexion.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = compte.Id.ToString(), Name = compte.Email ?? compte.NomAffiche, DisplayName = compte.NomAffiche }), "application/json");
    }

    public async Task<IActionResult> OnPostAjouterAsync(string? reponse, string? nomCle)
    {
        if (await comptes.GetUserAsync(User) is not { } compte)
            return Challenge();
        if (await AttesterAsync(reponse) is not { Succeeded: true } attestation)
        {
            ModelState.AddModelError("", "La clé d’accès n’a pas été ajoutée : votre appareil n’a pas répondu comme attendu. Recommencez.");
            return await OnGetAsync();
        }
        attestation.Passkey.Name = string.IsNullOrWhiteSpace(nomCle) ? "Clé d’accès" : nomCle.Trim()[..Math.Min(nomCle.Trim().Length, 60)];
        await comptes.AddOrUpdatePasskeyAsync(compte, attestation.Passkey);
        TempData["Fait"] = "La clé d’accès est ajoutée.";
        return RedirectToPage();
    }

    private async Task<PasskeyAttestationResult?> AttesterAsync(string? reponse)
    {
        try
        {
            return string.IsNullOrEmpty(reponse) ? null : await connexion.PerformPasskeyAttestationAsync(reponse);
        }
        catch (InvalidOperationException)
        {
            // How Identity says that nothing was asked of the device, or too long ago.
            return null;
        }
    }

    public async Task<IActionResult> OnPostSupprimerAsync(string cle)
    {
        if (await comptes.GetUserAsync(User) is not { } compte)
            return Challenge();
        if (!Base64Url.IsValid(cle))
            return BadRequest();
        await comptes.RemovePasskeyAsync(compte, Base64Url.DecodeFromChars(cle));
        TempData["Fait"] = "La clé d’accès est supprimée.";
        return RedirectToPage();
    }
}
