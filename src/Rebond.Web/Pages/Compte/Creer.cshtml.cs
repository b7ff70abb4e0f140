using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>A candidate asks for his account. The page that follows is the same whether the address has one or not.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class CreerModel(DemanderCompte demander, Deploiement deploiement) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Indiquez votre adresse électronique.")]
    public string Courriel { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Indiquez vos prénom et nom.")]
    public string Nom { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Choisissez un mot de passe.")]
    public string MotDePasse { get; set; } = "";

    /// <summary>The demand was taken: where the message goes.</summary>
    public string? Envoye { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || this.Liens(deploiement) is not { } liens)
            return Page();
        var issue = await demander.ExecuteAsync(new(Courriel, Nom, MotDePasse, jeton => liens("/Compte/Confirmer", new { jeton }), liens("/Compte/Oubli", null)), ct);
        if (!issue.EstReussi)
            return this.Montrer(issue.Refus, r => r switch { CreerCompte.CourrielInvalide => nameof(Courriel), CreerCompte.NomManquant => nameof(Nom), ActiverCompte.MotDePasseRefuse => nameof(MotDePasse), _ => "" });
        Envoye = issue.Valeur.Courriel;
        return Page();
    }
}
