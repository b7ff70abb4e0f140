using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Etablissement;

/// <summary>What the pages of a head of establishment share: which establishment, which session. Neither says anything of a person.</summary>
public abstract class PageEtablissement : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Uai { get; set; }

    [BindProperty(SupportsGet = true, Name = "session")]
    public string? CodeSession { get; set; }

    protected SessionExamen? Session => SessionExamen.TryLire(CodeSession, out var session) ? session : null;

    /// <summary>Out of scope is answered as not found.</summary>
    protected IActionResult Refuser(IReadOnlyList<Refus> refus) => refus.Any(r => r.Genre == GenreRefus.Interdit) ? Forbid() : NotFound();
}
