using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Web.Pages.Compte;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Rattacher;

/// <summary>"I have a slip": a pupil takes, with his account, the file that his school opened.</summary>
[EnableRateLimiting(Limites.Connexion)]
public sealed class IndexModel(RattacherDossier rattacher) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Recopiez le code de votre papillon.")]
    public string Code { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Indiquez votre date de naissance.")]
    public DateOnly? Naissance { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var issue = await rattacher.ExecuteAsync(new(Code, Naissance), User.Acteur(), ct);
        if (!issue.EstReussi)
            return this.Montrer(issue.Refus, r => r is RattacherDossier.NaissanceManquante ? nameof(Naissance) : nameof(Code));
        TempData["Fait"] = "Ce dossier est maintenant le vôtre. Relisez-le, complétez-le, puis signez-le.";
        return RedirectToPage("/Inscription/MesInscriptions/Index");
    }
}
