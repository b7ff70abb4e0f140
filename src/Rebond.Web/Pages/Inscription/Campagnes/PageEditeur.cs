using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>
/// The text of a campaign being written: checked, previewed, published. What was typed always comes back, right or wrong; it is kept on the server at each
/// button, and as one types where there is a script.
/// </summary>
public abstract class PageEditeur(PrevisualiserCampagne previsualiser, PublierRevision publier, GarderBrouillonCampagne brouillons) : PageModel
{
    [BindProperty]
    public string? Texte { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    /// <summary>Revision the author had before him when he began to write.</summary>
    [BindProperty]
    public int NumeroLu { get; set; }

    /// <summary>Of the draft the page shows; null when there is none yet.</summary>
    [BindProperty]
    public int? VersionBrouillon { get; set; }

    /// <summary>When the draft was kept last.</summary>
    public DateTime? BrouillonDu { get; private set; }

    /// <summary>Which campaign is written, by its address.</summary>
    protected abstract string CodeEcrit { get; }

    protected virtual string? Copiee => null;

    public PrevisualiserCampagne.Reponse? Lue { get; private set; }

    /// <summary>The preview was asked for; else only the mistakes are.</summary>
    public bool Apercu { get; private set; }

    public abstract string Titre { get; }

    /// <summary>What the address of the page carries besides its route.</summary>
    public virtual object? Valeurs => null;

    public Task<IActionResult> OnPostVerifierAsync(CancellationToken ct) => GarderPuisExaminerAsync(false, ct);

    public Task<IActionResult> OnPostApercuAsync(CancellationToken ct) => GarderPuisExaminerAsync(true, ct);

    public async Task<IActionResult> OnPostBrouillonAsync(CancellationToken ct)
    {
        if (!await GarderAsync(ct))
            return await ExaminerAsync(false, ct, direLesFautes: false);
        TempData["Fait"] = "Votre brouillon est gardé : vous le retrouverez ici, sur n’importe quel poste. Rien n’est publié.";
        return RedirectToPage(null, Valeurs);
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(CancellationToken ct)
    {
        var issue = await brouillons.AbandonnerAsync(CodeEcrit, VersionBrouillon ?? 0, User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = "Votre brouillon est abandonné.";
            return RedirectToPage("Index");
        }
        ModelState.AddModelError(nameof(Texte), issue.Refus[0].Phrase);
        return await ExaminerAsync(false, ct, direLesFautes: false);
    }

    /// <summary>The author goes on from his draft, when he has one.</summary>
    protected async Task ReprendreAsync(CancellationToken ct)
    {
        if (await brouillons.ConsulterAsync(CodeEcrit, User.Acteur(), ct) is { } brouillon)
            (Texte, Motif, NumeroLu, VersionBrouillon, BrouillonDu) = (brouillon.Texte, brouillon.Motif, brouillon.NumeroLu, brouillon.Version, brouillon.ModifieLe);
    }

    public async Task<IActionResult> OnPostPublierAsync(CancellationToken ct)
    {
        var issue = await publier.ExecuteAsync(new(EnLignes(), Motif ?? "", NumeroLu, CodeEcrit), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = $"La révision {issue.Valeur.Numero} est en vigueur : la page publique et le questionnaire la suivent dès maintenant.";
            return RedirectToPage("Dossiers", new { code = issue.Valeur.Code });
        }
        foreach (var refus in issue.Refus.Where(r => r is not PublierRevision.TexteInvalide))
            ModelState.AddModelError(refus is PublierRevision.MotifAbsent ? nameof(Motif) : nameof(Texte), refus is ModifieEntreTemps
                ? "Une autre révision de cette campagne a été publiée depuis que vous avez commencé. Votre texte est gardé ci-dessous : ouvrez l’historique dans un autre onglet, reportez ce qui a changé, puis recommencez depuis la révision en vigueur."
                : refus.Phrase);
        return await GarderPuisExaminerAsync(false, ct);
    }

    private async Task<IActionResult> GarderPuisExaminerAsync(bool apercu, CancellationToken ct)
    {
        await GarderAsync(ct);
        return await ExaminerAsync(apercu, ct);
    }

    private async Task<bool> GarderAsync(CancellationToken ct)
    {
        var issue = await brouillons.ExecuteAsync(new(CodeEcrit, Copiee, NumeroLu, EnLignes(), Motif ?? "", VersionBrouillon), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            ModelState.Remove(nameof(VersionBrouillon));
            (VersionBrouillon, BrouillonDu) = (issue.Valeur.Version, issue.Valeur.ModifieLe);
        }
        else if (issue.Refus[0] is not Interdit)
            ModelState.AddModelError(nameof(Texte), issue.Refus[0].Phrase);
        return issue.EstReussi;
    }

    private async Task<IActionResult> ExaminerAsync(bool apercu, CancellationToken ct, bool direLesFautes = true)
    {
        var issue = await previsualiser.ExecuteAsync(new(EnLignes()), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        (Lue, Apercu) = (issue.Valeur, apercu && issue.Valeur.Campagne is not null);
        if (Lue.Fautes.Count > 0 && direLesFautes)
            ModelState.AddModelError(nameof(Texte), $"Ce texte a {Lue.Fautes.Count} faute{(Lue.Fautes.Count > 1 ? "s" : "")} : corrigez la première, les suivantes en viennent parfois.");
        return Page();
    }

    /// <summary>A browser sends CRLF: a text that only changes by that has not changed.</summary>
    private string EnLignes() => (Texte ?? "").ReplaceLineEndings("\n");
}
