using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.Jurys;

/// <summary>What the pages of a jury share: who acts, and refusals shown in the page or answered as not found.</summary>
public abstract class PageJury : PageModel
{
    protected Acteur Acteur => User.Acteur();
    protected CancellationToken Ct => HttpContext.RequestAborted;

    public bool EstPresident => Acteur.A(Role.PresidentJury);

    /// <summary>Out of scope is answered as not found.</summary>
    protected IActionResult Repondre(IReadOnlyList<Refus> refus) => refus.Any(r => r.Genre == GenreRefus.Interdit) ? Forbid() : NotFound();

    /// <summary>True when the person can do something about it on the page he is on.</summary>
    protected bool Expliquer(IReadOnlyList<Refus> refus)
    {
        if (refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return false;
        foreach (var raison in refus)
            ModelState.AddModelError("", raison.Phrase);
        return true;
    }

    /// <summary>"13,5 points", "1 point".</summary>
    public static string Points(decimal points) => $"{Regles.Vocabulaire.Exact.EnFrancais(points)} point{(points >= 2 ? "s" : "")}";
}
