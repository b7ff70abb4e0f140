using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Web.Documents;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>The campaigns of the académie, and the door to a new one.</summary>
public sealed class IndexModel(ListerCampagnes lister, PreparerCampagne preparer, GarderBrouillonCampagne brouillons) : PageModel
{
    [BindProperty]
    public string? Modele { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public ListerCampagnes.Reponse Lues { get; private set; } = null!;

    public IReadOnlyList<BrouillonCampagne> Brouillons { get; private set; } = [];

    public IEnumerable<SelectListItem> Modeles() => Lues.Modeles.Select(m => new SelectListItem($"{m.Nom.Lisible()}{(m.EnVigueur ? "" : " (livrée avec Rebond)")}", m.Code));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Lues = issue.Valeur;
        Brouillons = await brouillons.ListerAsync(User.Acteur(), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Modele))
            ModelState.AddModelError(nameof(Modele), "Choisissez la campagne à copier.");
        else
        {
            var issue = await preparer.ExecuteAsync(new(Modele, Code ?? ""), User.Acteur(), ct);
            if (issue.EstReussi)
                return RedirectToPage("Nouvelle", new { modele = Modele, code = issue.Valeur.Code });
            foreach (var refus in issue.Refus)
                ModelState.AddModelError(refus is PreparerCampagne.CodeInvalide or PreparerCampagne.CodePris ? nameof(Code) : nameof(Modele), refus.Phrase);
        }
        return await OnGetAsync(ct);
    }
}
