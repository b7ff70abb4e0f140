using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>The text of a campaign being written: checked, previewed, published. What was typed always comes back, right or wrong.</summary>
public abstract class PageEditeur(PrevisualiserCampagne previsualiser, PublierRevision publier) : PageModel
{
    [BindProperty]
    public string? Texte { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    /// <summary>Revision the author had before him when he began to write.</summary>
    [BindProperty]
    public int NumeroLu { get; set; }

    public PrevisualiserCampagne.Reponse? Lue { get; private set; }

    /// <summary>The preview was asked for; else only the mistakes are.</summary>
    public bool Apercu { get; private set; }

    public abstract string Titre { get; }

    /// <summary>What the address of the page carries besides its route.</summary>
    public virtual object? Valeurs => null;

    public Task<IActionResult> OnPostVerifierAsync(CancellationToken ct) => ExaminerAsync(false, ct);

    public Task<IActionResult> OnPostApercuAsync(CancellationToken ct) => ExaminerAsync(true, ct);

    public async Task<IActionResult> OnPostPublierAsync(CancellationToken ct)
    {
        var issue = await publier.ExecuteAsync(new(EnLignes(), Motif ?? "", NumeroLu), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = $"La révision {issue.Valeur.Numero} est en vigueur : la page publique et le questionnaire la suivent dès maintenant.";
            return RedirectToPage("Dossiers", new { code = issue.Valeur.Code });
        }
        foreach (var refus in issue.Refus.Where(r => r is not PublierRevision.TexteInvalide))
            ModelState.AddModelError(refus is PublierRevision.MotifAbsent ? nameof(Motif) : nameof(Texte), refus is ModifieEntreTemps
                ? "Une autre révision de cette campagne a été publiée depuis que vous avez commencé. Votre texte est gardé ci-dessous : ouvrez l’historique dans un autre onglet, reportez ce qui a changé, puis recommencez depuis la révision en vigueur."
                : refus.Phrase);
        return await ExaminerAsync(false, ct);
    }

    private async Task<IActionResult> ExaminerAsync(bool apercu, CancellationToken ct)
    {
        var issue = await previsualiser.ExecuteAsync(new(EnLignes()), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        (Lue, Apercu) = (issue.Valeur, apercu && issue.Valeur.Campagne is not null);
        if (Lue.Fautes.Count > 0)
            ModelState.AddModelError(nameof(Texte), $"Ce texte a {Lue.Fautes.Count} faute{(Lue.Fautes.Count > 1 ? "s" : "")} : corrigez la première, les suivantes en viennent parfois.");
        return Page();
    }

    /// <summary>A browser sends CRLF: a text that only changes by that has not changed.</summary>
    private string EnLignes() => (Texte ?? "").ReplaceLineEndings("\n");
}
