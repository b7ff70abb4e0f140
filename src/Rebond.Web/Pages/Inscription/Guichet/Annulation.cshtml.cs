using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>One batch: who, why, and the very text each will read. Confirmed by another person than the one who prepared it.</summary>
public sealed class AnnulationModel(BaseRebond donnees) : PageGuichet(donnees)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Motif { get; set; }
    [BindProperty] public Guid? Retirer { get; set; }

    public ConsulterAnnulations.Reponse Lot { get; private set; } = null!;
    public bool ALaSecondePersonne => Lot.Lot.Annulation.PreparePar != Acteur.CompteId;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Version = Lot.Lot.Annulation.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmerAsync(Guid id) => await ConclureAsync(id, await new ConfirmerAnnulation(Donnees).ExecuteAsync(new(id, Version), Acteur, Ct),
        r => $"{r.Annules} {(r.Annules > 1 ? "inscriptions annulées" : "inscription annulée")}, {r.Epargnes} {(r.Epargnes > 1 ? "dossiers épargnés" : "dossier épargné")}. Les messages sont en file.");

    public async Task<IActionResult> OnPostRetirerAsync(Guid id) => await ConclureAsync(id, await new RetirerAnnulation(Donnees).ExecuteAsync(new(id, Version, Motif, Retirer), Acteur, Ct),
        _ => Retirer is null ? "Lot abandonné : rien ne change pour ses candidats." : "Dossier retiré du lot.");

    private async Task<IActionResult> ConclureAsync<T>(Guid id, Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage("/Inscription/Guichet/Annulation", new { id });
        }
        if (Fermer(outcome.Refus) is { } ferme)
            return ferme;
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Dire(outcome.Refus, r => r is MotifInsuffisant ? nameof(Motif) : "");
        ModelState.Remove(nameof(Version));
        Version = Lot.Lot.Annulation.Version;
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync(Guid id)
    {
        var outcome = await new ConsulterAnnulations(Donnees).UnLotAsync(id, Numero, Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Lot = outcome.Valeur;
        return null;
    }
}
