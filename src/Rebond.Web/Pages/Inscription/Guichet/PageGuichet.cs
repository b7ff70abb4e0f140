using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>What the pages of the desk share.</summary>
public abstract class PageGuichet(BaseRebond donnees) : PageModel
{
    protected BaseRebond Donnees => donnees;
    protected Acteur Acteur => User.Acteur();
    protected CancellationToken Ct => HttpContext.RequestAborted;

    public IReadOnlyList<CampagneRevisee> Campagnes { get; private set; } = [];

    public IEnumerable<SelectListItem> ChoixCampagnes => Campagnes.Select(c => new SelectListItem(c.Campagne.Nom, c.Campagne.Code));

    protected async Task LireCampagnesAsync() => Campagnes = await donnees.CampagnesDuGuichetAsync(Acteur, Ct);

    /// <summary>Out of scope is answered as not found.</summary>
    protected IActionResult? Fermer(IReadOnlyList<Refus> refus) =>
        refus.Any(r => r is Interdit) ? Forbid() : refus.Any(r => r is Introuvable) ? NotFound() : null;

    protected void Dire(IReadOnlyList<Refus> refus, Func<Refus, string>? champ = null)
    {
        foreach (var r in refus)
            ModelState.AddModelError(champ?.Invoke(r) ?? "", r.Phrase);
    }
}
