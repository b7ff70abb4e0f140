using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;

namespace Rebond.Web.Pages.Resultats.Jurys;

public sealed class ClotureModel(PreparerCloture preparer, CloreJury clore) : PageJury
{
    public PreparerCloture.Reponse Cloture { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id) => AfficherAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id, int version)
    {
        var outcome = await clore.ExecuteAsync(new(id, version), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = $"La délibération est close : {outcome.Valeur.Candidats} décisions arrêtées.";
            return RedirectToPage(new { id });
        }
        // What blocks is listed by the page itself; what changed under the president's feet is said above.
        var ailleurs = outcome.Refus.Where(r => r is ModifieEntreTemps or DeliberationFermee).ToList();
        return outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable) ? Repondre(outcome.Refus)
            : Expliquer(ailleurs) ? await AfficherAsync(id) : Repondre(outcome.Refus);
    }

    private async Task<IActionResult> AfficherAsync(Guid id)
    {
        var outcome = await preparer.ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Cloture = outcome.Valeur;
        return Page();
    }
}
