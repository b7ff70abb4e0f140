using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte.Administration;

public sealed class IndexModel(ListerComptes lister, CreerCompte creer, ListerActes listerActes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    public IReadOnlyList<ListerComptes.Compte> Comptes { get; private set; } = [];
    public int Total { get; private set; }
    public int NombrePages { get; private set; }

    /// <summary>Demands of the other administrateurs that wait for this one.</summary>
    public int AConfirmer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(new ListerComptes.Demande(Recherche, P), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        (Comptes, Total, NombrePages) = (issue.Valeur.Comptes, issue.Valeur.Total, issue.Valeur.NombrePages);
        AConfirmer = (await listerActes.ExecuteAsync(new(), User.Acteur(), ct)).Valeur?.AConfirmer ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var issue = await creer.ExecuteAsync(new CreerCompte.Demande(Courriel ?? "", Nom ?? ""), User.Acteur(), ct);
        if (issue.EstReussi)
            return RedirectToPage("Compte", new { id = issue.Valeur.CompteId });
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus is CreerCompte.NomManquant ? nameof(Nom) : nameof(Courriel), refus.Phrase);
        return await OnGetAsync(ct);
    }
}
