using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Parcours;

/// <summary>The week of a class, written by its school as text.</summary>
public sealed class EmploiDuTempsModel(BaseRebond donnees) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public string Uai { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string Specialite { get; set; } = "";
    [BindProperty] public int Lu { get; set; }
    [BindProperty] public string? Texte { get; set; }

    public ConsulterEmploiDuTemps.Reponse Vue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        (Texte, Lu) = (Vue.Texte, Vue.Cours);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await new EnregistrerEmploiDuTemps(Donnees).ExecuteAsync(new(Uai, Specialite, Texte, Lu), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = $"Emploi du temps enregistré : {outcome.Valeur.Cours} cours.";
            return RedirectToPage(new { Uai, Specialite });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus is ModifieEntreTemps ? "" : nameof(Texte), refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var outcome = await new ConsulterEmploiDuTemps(Donnees).ExecuteAsync(new(Uai, Specialite), Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Vue = outcome.Valeur;
        return null;
    }
}
