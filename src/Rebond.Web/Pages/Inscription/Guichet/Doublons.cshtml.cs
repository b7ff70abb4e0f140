using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Inscription.Guichet;

public sealed class DoublonsModel(BaseRebond donnees) : PageGuichet(donnees)
{
    public IReadOnlyList<ListerDoublons.Groupe> Groupes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await new ListerDoublons(Donnees).ExecuteAsync(Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Groupes = outcome.Valeur;
        return Page();
    }
}
