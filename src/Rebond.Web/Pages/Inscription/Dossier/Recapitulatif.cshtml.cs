using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>All the answers, each with its link; then one button registers them.</summary>
public sealed class RecapitulatifModel(ConsulterMonDossier consulter, EnregistrerDossier enregistrer, AbandonnerBrouillon abandonner) : PageDossier(consulter)
{
    public FormulaireInscription Formulaire => Lu.Formulaire;

    public async Task<IActionResult> OnGetAsync(string numero, CancellationToken ct) => await ChargerAsync(numero, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string numero, CancellationToken ct)
    {
        var issue = await enregistrer.ExecuteAsync(new(numero, Version), Acteur, ct);
        if (!issue.EstReussi && !issue.Refus.OfType<EnregistrerDossier.RienAEnregistrer>().Any())
            return await RefuserAsync(numero, issue.Refus, _ => "", ct);
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        // Pressed twice: the first press registered.
        return VersLeDossier($"La version {Dossier.NumeroVersion} de votre inscription est enregistrée. Relisez la confirmation, puis signez.");
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(string numero, CancellationToken ct)
    {
        var issue = await abandonner.ExecuteAsync(new(numero, Version), Acteur, ct);
        if (!issue.EstReussi)
            return await RefuserAsync(numero, issue.Refus, _ => "", ct);
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return VersLeDossier($"Vos derniers changements sont abandonnés. La version {issue.Valeur.NumeroVersion} reste votre inscription.");
    }
}
