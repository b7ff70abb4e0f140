using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages.Lettres;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Lettres;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Messages.Lettres;

/// <summary>Batches of letters: prepared, printed, then said posted by a person.</summary>
public sealed class IndexModel(ListerLots lister, PreparerLot preparer, LireLot lire, CloreLot clore, Gabarits gabarits, ImprimeurPdf imprimeur, IConfiguration reglages, Deploiement deploiement) : PageModel
{
    [BindProperty]
    public string? Modele { get; set; }

    public ListerLots.Reponse Etat { get; private set; } = null!;
    public IEnumerable<SelectListItem> Modeles => Etat.EnAttente.Select(a => new SelectListItem($"{a.Titre} ({a.Nombre:N0})", a.Modele));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Etat = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostPreparerAsync(CancellationToken ct)
    {
        var issue = await preparer.ExecuteAsync(new(string.IsNullOrEmpty(Modele) ? null : Modele), User.Acteur(), ct);
        return await ConclureAsync(issue, issue.EstReussi ? $"Un lot de {issue.Valeur.Nombre.Compter("lettre")} est prêt à imprimer." : "", "", ct);
    }

    public async Task<IActionResult> OnPostPdfAsync(Guid lot, CancellationToken ct)
    {
        var issue = await lire.ExecuteAsync(new(lot), User.Acteur(), ct);
        if (!issue.EstReussi)
            return await ConclureAsync(issue, "", "", ct);
        var lettres = issue.Valeur.Lettres.Select(m => Lettre.De(m, reglages["Rebond:LettresExpediteur"], deploiement.Demonstration)).ToList();
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync<IReadOnlyList<Lettre>>(Lettre.Gabarit, lettres), ct);
        return pdf.EstReussi ? File(pdf.Valeur, "application/pdf", $"lettres-{issue.Valeur.Lot.CreeLe.EnHeureDeParis():yyyy-MM-dd-HHmm}.pdf") : await ConclureAsync(pdf, "", "", ct);
    }

    public async Task<IActionResult> OnPostCloreAsync(Guid lot, int version, bool imprime, CancellationToken ct)
    {
        var champ = $"motif-{lot:N}";
        var issue = await clore.ExecuteAsync(new(lot, version, imprime, Request.Form[champ]), User.Acteur(), ct);
        return await ConclureAsync(issue, issue.EstReussi ? imprime ? $"{issue.Valeur.Lettres.Compter("lettre")} {issue.Valeur.Lettres.Accorder("compte comme envoyée", "comptent comme envoyées")}." : "Le lot est défait : ses lettres attendent un autre lot." : "", champ, ct);
    }

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> issue, string fait, string champ, CancellationToken ct)
    {
        if (issue.EstReussi)
        {
            TempData["Fait"] = fait;
            return RedirectToPage();
        }
        if (issue.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus.Genre == GenreRefus.Invalide ? champ : "", refus.Phrase);
        return await OnGetAsync(ct);
    }
}
