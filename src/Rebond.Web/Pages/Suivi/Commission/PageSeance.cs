using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>What the pages of one sitting share.</summary>
public abstract class PageSeance(BaseRebond donnees) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Out of scope or not allowed has its page; the rest is told on the form.</summary>
    protected IActionResult? Dire(IReadOnlyList<Refus> refus, Func<Refus, string>? champ = null)
    {
        if (refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(refus);
        foreach (var r in refus)
            ModelState.AddModelError(champ?.Invoke(r) ?? "", r.Phrase);
        return null;
    }
}
