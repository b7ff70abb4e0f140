using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Pages.Inscription.Guichet;

namespace Rebond.Web.Pages.Inscription.Experience;

public sealed class AvisModel(BaseRebond donnees) : PageGuichet(donnees)
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Motif { get; set; }

    public ConsulterExperiences.Reponse Demande { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Version = Demande.Avis.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, bool valide)
    {
        var outcome = await new DeciderExperience(Donnees).ExecuteAsync(new(id, Version, valide, Motif), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = "Votre décision est enregistrée. Le candidat et la division des examens la lisent.";
            return RedirectToPage("/Inscription/Experience/Index");
        }
        if (Fermer(outcome.Refus) is { } ferme)
            return ferme;
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Dire(outcome.Refus, r => r is MotifInsuffisant ? nameof(Motif) : "");
        ModelState.Remove(nameof(Version));
        Version = Demande.Avis.Version;
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync(Guid id)
    {
        var outcome = await new ConsulterExperiences(Donnees).UnAvisAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Demande = outcome.Valeur;
        return null;
    }
}
