using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>Which open files may follow the revision in force, what changes for each, and the act that moves those one chooses.</summary>
public sealed class DossiersModel(ListerDossiersASuivre lister, FaireSuivreRevision suivre) : PageModel
{
    /// <summary>Files named in a group; the rest are counted.</summary>
    public const int Montres = 200;

    [BindProperty]
    public int Numero { get; set; }

    [BindProperty]
    public List<string> Groupes { get; set; } = [];

    [BindProperty]
    public string? Motif { get; set; }

    public ListerDossiersASuivre.Reponse Lue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(code, User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        Lue = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        var issue = await suivre.ExecuteAsync(new(code, Numero, Groupes, Motif ?? ""), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            var fait = issue.Valeur;
            TempData["Fait"] = $"{fait.Suivis.Compter("dossier")} {fait.Suivis.Accorder("suit", "suivent")} la révision {Numero} ; {fait.Messages.Compter("message")} en file."
                + (fait.SansAdresse.Count == 0 ? "" : $" {fait.SansAdresse.Count.Compter("dossier reste", "dossiers restent")} sous l’ancienne, faute d’adresse : {string.Join(", ", fait.SansAdresse.Take(10))}.");
            return RedirectToPage(new { code });
        }
        if (issue.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus is FaireSuivreRevision.MotifAbsent ? nameof(Motif) : "", refus.Phrase);
        return await OnGetAsync(code, ct);
    }
}
