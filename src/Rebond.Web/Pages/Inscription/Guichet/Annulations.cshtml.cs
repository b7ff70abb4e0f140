using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>Batches of cancellations: those waiting for a second person, those done, and how a new one is prepared.</summary>
public sealed class AnnulationsModel(BaseRebond donnees) : PageGuichet(donnees)
{
    [BindProperty] public string? Campagne { get; set; }
    [BindProperty] public string? Motif { get; set; }

    public IReadOnlyList<ConsulterAnnulations.Lot> Lots { get; private set; } = [];
    public IReadOnlyList<(Coeur.Inscription.Campagnes.CampagneRevisee Campagne, int Exposes)> Exposes { get; private set; } = [];

    public string NomCampagne(string code) => Campagnes.FirstOrDefault(c => c.Campagne.Code == code)?.Campagne.Nom ?? code;

    public async Task<IActionResult> OnGetAsync() => await ChargerAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Campagne))
            ModelState.AddModelError(nameof(Campagne), "Choisissez une campagne.");
        else
        {
            var outcome = await new PreparerAnnulation(Donnees).ExecuteAsync(new(Campagne, Motif), Acteur, Ct);
            if (outcome.EstReussi)
            {
                TempData["Fait"] = $"Lot préparé : {outcome.Valeur.Dossiers} {(outcome.Valeur.Dossiers > 1 ? "dossiers" : "dossier")}. Rien n’est annulé tant qu’une autre personne ne l’a pas confirmé.";
                return RedirectToPage("/Inscription/Guichet/Annulation", new { id = outcome.Valeur.LotId });
            }
            if (Fermer(outcome.Refus) is { } ferme)
                return ferme;
            Dire(outcome.Refus, r => r is MotifInsuffisant ? nameof(Motif) : nameof(Campagne));
        }
        return await ChargerAsync() ?? Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        await LireCampagnesAsync();
        var consulter = new ConsulterAnnulations(Donnees);
        var outcome = await consulter.ExecuteAsync(Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Lots = outcome.Valeur;
        Exposes = await consulter.ExposesAsync(Acteur, Ct);
        return null;
    }
}
