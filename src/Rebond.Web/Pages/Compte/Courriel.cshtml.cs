using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>A candidate changes the address of his account: his password first, then a link sent to the new one.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class CourrielModel(DemanderChangementCourriel demander, Deploiement deploiement) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Indiquez votre nouvelle adresse électronique.")]
    public string Nouveau { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Indiquez votre mot de passe.")]
    public string MotDePasse { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || this.Liens(deploiement) is not { } liens)
            return Page();
        var issue = await demander.ExecuteAsync(new(MotDePasse, Nouveau, jeton => liens("/Compte/ConfirmerCourriel", new { jeton }), liens("/Compte/Oubli", null)), User.Acteur(), ct);
        if (!issue.EstReussi)
            return this.Montrer(issue.Refus, r => r switch { DemanderChangementCourriel.MotDePasseFaux => nameof(MotDePasse), CreerCompte.CourrielInvalide or DemanderChangementCourriel.MemeAdresse => nameof(Nouveau), _ => "" });
        TempData["Fait"] = $"Un message part pour {issue.Valeur.Nouveau} : ouvrez son lien dans les 24 heures. D’ici là, votre adresse reste la même.";
        return RedirectToPage("Index");
    }
}
