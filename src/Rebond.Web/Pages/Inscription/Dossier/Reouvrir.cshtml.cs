using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>Asks the DEC to open signed choices again.</summary>
public sealed class ReouvrirModel(ConsulterMonDossier consulter, DemanderReouverture demander) : PageDossier(consulter)
{
    [BindProperty]
    public string? Motif { get; set; }

    public async Task<IActionResult> OnGetAsync(string numero, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return Dossier.EstSorti || Dossier.EstModifiable || Dossier.ReouvertureDemandeeLe is not null ? RedirectToPage("/Inscription/Dossier/Index", new { numero }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string numero, CancellationToken ct)
    {
        var issue = await demander.ExecuteAsync(new(numero, Version, Motif), Acteur, ct);
        if (!issue.EstReussi)
            return await RefuserAsync(numero, issue.Refus, r => r is DemanderReouverture.MotifInvalide ? nameof(Motif) : "", ct);
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return VersLeDossier("Votre demande est partie à la division des examens et concours. Jusqu’à sa réponse, vos choix signés restent ceux de votre inscription.");
    }
}
