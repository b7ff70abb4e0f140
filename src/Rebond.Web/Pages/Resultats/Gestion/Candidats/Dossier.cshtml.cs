using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Resultats.Gestion.Candidats;

public sealed class DossierModel(BaseRebond donnees) : PageGestion(donnees)
{
    public ConsulterCandidat.Reponse Dossier { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var outcome = await new ConsulterCandidat(Donnees).ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Dossier = outcome.Valeur;
        return Page();
    }
}
