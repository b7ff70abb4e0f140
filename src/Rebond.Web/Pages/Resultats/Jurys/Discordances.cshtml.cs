using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats.Jurys;

namespace Rebond.Web.Pages.Resultats.Jurys;

public sealed class DiscordancesModel(DetecterDiscordances detecter) : PageJury
{
    public DetecterDiscordances.Reponse Resultat { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var outcome = await detecter.ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Resultat = outcome.Valeur;
        return Page();
    }
}
