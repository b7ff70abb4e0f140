using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>What the pages of one's own file share: the file of another account is not found.</summary>
public abstract class PageDossier(ConsulterMonDossier consulter) : PageModel
{
    public ConsulterMonDossier.Reponse Lu { get; private set; } = null!;
    public DossierInscription Dossier => Lu.Dossier;

    /// <summary>Of the file when the page was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    protected Acteur Acteur => User.Acteur();

    /// <returns>Null: <see cref="Lu"/> is there.</returns>
    protected async Task<IActionResult?> ChargerAsync(string numero, CancellationToken ct)
    {
        var issue = await consulter.ExecuteAsync(numero, Acteur, ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        Lu = issue.Valeur;
        if (!Request.HasFormContentType)
            Version = Lu.Dossier.Version;
        return null;
    }

    /// <summary>Shows the refusals of an act at their fields; what was typed stays, and sending again says that the present state was read.</summary>
    protected async Task<IActionResult> RefuserAsync(string numero, IReadOnlyList<Refus> refus, Func<Refus, string> champ, CancellationToken ct)
    {
        if (refus.Any(r => r is Introuvable))
            return NotFound();
        if (refus.Any(r => r is Interdit))
            return Forbid();
        if (await ChargerAsync(numero, ct) is { } autre)
            return autre;
        foreach (var r in refus)
            ModelState.AddModelError(champ(r), r.Phrase);
        if (refus.OfType<ModifieEntreTemps>().Any())
        {
            ModelState.Remove(nameof(Version));
            Version = Lu.Dossier.Version;
        }
        return Page();
    }

    /// <summary>Done: says it on the page of the file.</summary>
    protected RedirectToPageResult VersLeDossier(string fait)
    {
        TempData["Fait"] = fait;
        return RedirectToPage("/Inscription/Dossier/Index", new { numero = Lu.Dossier.Numero });
    }
}
