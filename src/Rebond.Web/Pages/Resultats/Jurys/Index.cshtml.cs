using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats.Jurys;

namespace Rebond.Web.Pages.Resultats.Jurys;

public sealed class IndexModel(ListerJurys lister) : PageJury
{
    public IReadOnlyList<ListerJurys.Ligne> Jurys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await lister.ExecuteAsync(new(), Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Jurys = outcome.Valeur.Jurys;
        return Page();
    }
}
