using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>A forgotten password, for any account. The page that follows is the same whether the address has one or not.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class OubliModel(DemanderMotDePasse demander, Deploiement deploiement) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Indiquez votre adresse électronique.")]
    public string Courriel { get; set; } = "";

    public string? Envoye { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || this.Liens(deploiement) is not { } liens)
            return Page();
        var issue = await demander.ExecuteAsync(new(Courriel, (compte, jeton) => liens("/Compte/NouveauMotDePasse", new { compte, jeton }), liens("/Compte/Creer", null)), ct);
        if (!issue.EstReussi)
            return this.Montrer(issue.Refus, _ => nameof(Courriel));
        Envoye = issue.Valeur.Courriel;
        return Page();
    }
}
