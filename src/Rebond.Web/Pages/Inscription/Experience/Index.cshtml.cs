using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Pages.Inscription.Guichet;

namespace Rebond.Web.Pages.Inscription.Experience;

/// <summary>What the DEC sent to this inspecteur; nobody else's.</summary>
public sealed class IndexModel(BaseRebond donnees) : PageGuichet(donnees)
{
    public IReadOnlyList<ConsulterExperiences.Ligne> Lignes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await new ConsulterExperiences(Donnees).ExecuteAsync(Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Lignes = outcome.Valeur;
        return Page();
    }
}
