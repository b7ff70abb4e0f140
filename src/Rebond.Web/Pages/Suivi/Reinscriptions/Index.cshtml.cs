using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Reinscriptions;

public sealed class IndexModel(BaseRebond donnees) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    public ConsulterRegistre.Reponse Registre { get; private set; } = null!;
    public bool Plusieurs => Acteur.A(Role.Gestionnaire);

    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await new ConsulterRegistre(Donnees).ExecuteAsync(Numero, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Registre = outcome.Valeur;
        return Page();
    }
}
