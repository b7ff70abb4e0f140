using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Web.Documents.Packs;

/// <summary>The personal link of a file to its booking page. As in the menu, a page that this site does not have is not named.</summary>
public sealed class PriseDeRendezVous(LienDeRendezVous liens, IActionDescriptorCollectionProvider actions)
{
    private readonly bool _existe = actions.ActionDescriptors.Items.OfType<PageActionDescriptor>().Any(p => p.ViewEnginePath == "/Suivi/Lien/Index");

    /// <summary>Null for a closed file.</summary>
    public string? Chemin(DossierSuivi dossier) => _existe && dossier.EstOuvert ? liens.Chemin(dossier.Id) : null;
}
