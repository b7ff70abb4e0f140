using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>Withdrawal, told in full before it is done.</summary>
public sealed class DesisterModel(ConsulterMonDossier consulter, Desister desister) : PageDossier(consulter)
{
    [BindProperty]
    public bool Confirme { get; set; }

    public async Task<IActionResult> OnGetAsync(string numero, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return Dossier.EstSorti || Dossier.CandidatureId is not null ? RedirectToPage("/Inscription/Dossier/Index", new { numero }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string numero, CancellationToken ct)
    {
        var issue = await desister.ExecuteAsync(new(numero, Version, Confirme), Acteur, ct);
        if (!issue.EstReussi)
            return await RefuserAsync(numero, issue.Refus, r => r is Desister.NonConfirme ? nameof(Confirme) : "", ct);
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return VersLeDossier("Vous vous êtes désisté. Votre inscription est retirée.");
    }
}
