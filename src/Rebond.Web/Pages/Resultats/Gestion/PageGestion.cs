using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.Gestion;

/// <summary>What the pages of the DEC share: the session they speak of (the latest unless the address says one) and the translation of refusals.</summary>
public abstract class PageGestion(BaseRebond donnees) : PageModel
{
    /// <summary>"2020-06"; in the address, so that a link says the same thing next year.</summary>
    [BindProperty(SupportsGet = true, Name = "session")]
    public string? SessionDemandee { get; set; }

    public SessionExamen Session { get; private set; }

    protected BaseRebond Donnees => donnees;
    protected Acteur Acteur => User.Acteur();
    protected CancellationToken Ct => HttpContext.RequestAborted;

    /// <summary>False when the actor has no such session: the page answers <see cref="SessionAbsente"/>.</summary>
    protected async Task<bool> ChoisirSessionAsync()
    {
        var sessions = await donnees.SessionsDe(Acteur).Select(s => s.Session).ToListAsync(Ct);
        var trouvee = string.IsNullOrEmpty(SessionDemandee)
            ? sessions.Cast<SessionExamen?>().FirstOrDefault()
            : SessionExamen.TryLire(SessionDemandee, out var lue) && sessions.Contains(lue) ? lue : null;
        Session = trouvee ?? default;
        return trouvee is not null;
    }

    /// <summary>An address that names an unknown session is wrong; a base without any session is explained.</summary>
    protected IActionResult SessionAbsente() => string.IsNullOrEmpty(SessionDemandee) ? RedirectToPage("/Resultats/Gestion/SansSession") : NotFound();

    /// <summary>Out of scope is answered as not found.</summary>
    protected IActionResult Refuser(IReadOnlyList<Refus> refus) => refus.Any(r => r.Genre == GenreRefus.Interdit) ? Forbid() : NotFound();
}
