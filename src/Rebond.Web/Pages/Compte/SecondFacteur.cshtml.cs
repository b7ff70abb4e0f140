using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>TOTP enrolment. Once on, anything about it asks for a code first: an open session left alone must not be enough to remove it.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class SecondFacteurModel(SignInManager<Utilisateur> connexion, UserManager<Utilisateur> comptes) : PageModel
{
    private const int NombreCodes = 10;

    [BindProperty, Required(ErrorMessage = "Recopiez le code à 6 chiffres.")]
    public string Code { get; set; } = "";

    public bool Active { get; private set; }
    public string Cle { get; private set; } = "";
    public string Image { get; private set; } = "";
    public int CodesRestants { get; private set; }
    public IReadOnlyList<string> CodesSecours { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await comptes.GetUserAsync(User) is { } compte ? await PresenterAsync(compte) : Challenge();

    public async Task<IActionResult> OnPostActiverAsync()
    {
        if (await VerifierAsync() is not { } compte)
            return await OnGetAsync();
        await comptes.SetTwoFactorEnabledAsync(compte, true);
        CodesSecours = await NouveauxCodesAsync(compte);
        await connexion.RefreshSignInAsync(compte);
        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        if (await VerifierAsync() is not { TwoFactorEnabled: true } compte)
            return await OnGetAsync();
        CodesSecours = await NouveauxCodesAsync(compte);
        return Page();
    }

    public async Task<IActionResult> OnPostChangerAsync()
    {
        if (await VerifierAsync() is not { TwoFactorEnabled: true } compte)
            return await OnGetAsync();
        await comptes.SetTwoFactorEnabledAsync(compte, false);
        await comptes.ResetAuthenticatorKeyAsync(compte);
        await connexion.RefreshSignInAsync(compte);
        return RedirectToPage();
    }

    private async Task<Utilisateur?> VerifierAsync()
    {
        var compte = await comptes.GetUserAsync(User);
        if (compte is null || !ModelState.IsValid)
            return null;
        if (await comptes.IsLockedOutAsync(compte) || !await comptes.VerifyTwoFactorTokenAsync(compte, comptes.Options.Tokens.AuthenticatorTokenProvider, Codes2F.Nettoyer(Code)))
        {
            await comptes.AccessFailedAsync(compte);
            ModelState.AddModelError(nameof(Code), "Ce code est faux ou périmé. Recopiez le code affiché maintenant ; vérifiez que l’heure de votre téléphone est automatique.");
            return null;
        }
        return compte;
    }

    private async Task<IReadOnlyList<string>> NouveauxCodesAsync(Utilisateur compte) => [.. await comptes.GenerateNewTwoFactorRecoveryCodesAsync(compte, NombreCodes) ?? []];

    private async Task<IActionResult> PresenterAsync(Utilisateur compte)
    {
        Active = compte.TwoFactorEnabled;
        if (Active)
        {
            CodesRestants = await comptes.CountRecoveryCodesAsync(compte);
            return Page();
        }
        if (await comptes.GetAuthenticatorKeyAsync(compte) is not { Length: > 0 } cle)
        {
            await comptes.ResetAuthenticatorKeyAsync(compte);
            await connexion.RefreshSignInAsync(compte);
            cle = await comptes.GetAuthenticatorKeyAsync(compte) ?? throw new InvalidOperationException("Clé TOTP absente après sa création.");
        }
        Cle = string.Join(' ', cle.Chunk(4).Select(c => new string(c)));
        var adresse = $"otpauth://totp/Rebond:{Uri.EscapeDataString(compte.Email ?? compte.NomAffiche)}?secret={cle}&issuer=Rebond&digits=6";
        using var generateur = new QRCodeGenerator();
        using var code = generateur.CreateQrCode(adresse, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(code);
        Image = $"data:image/png;base64,{Convert.ToBase64String(image.GetGraphic(6))}";
        return Page();
    }
}
