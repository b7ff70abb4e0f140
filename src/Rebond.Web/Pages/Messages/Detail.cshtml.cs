using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages;
using Rebond.Web.Messages;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Messages;

/// <summary>One message, and what a person may do about it.</summary>
public sealed class DetailModel(ConsulterMessage consulter, AnnulerMessage annuler, ReprendreMessage reprendre, ExpedierCourriels expedier) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? MotifAnnulation { get; set; }

    [BindProperty]
    public string? MotifReprise { get; set; }

    /// <summary>Of a handing over that was cut: "true" when the person knows that it arrived.</summary>
    [BindProperty]
    public string? Arrive { get; set; }

    public IReadOnlyList<SelectListItem> Devenirs { get; } = [new("Il est arrivé : le considérer comme envoyé", "true"), new("Il n’est pas arrivé : le relancer", "false")];

    public Message Message { get; private set; } = null!;
    public bool Lisible { get; private set; }
    public string TitreModele { get; private set; } = "";
    public FileDeMessages FileLue { get; private set; }
    public string Titre => Message.Sujet.Length > 0 ? Message.Sujet : TitreModele;
    public bool Incertain => Message.Erreur == FileDEnvoi.CodeIncertain;
    public bool SansServeur => Message.Etat == EtatMessage.AEnvoyer && !expedier.EstConfigure;
    public bool Reprenable => Message.Etat == EtatMessage.EnEchec && Message.RemiseCommenceeLe is null;
    public bool Annulable => Lisible && Message.Etat is EtatMessage.AEnvoyer or EtatMessage.EnEchec && Message.LotId is null && Message.RemiseCommenceeLe is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await consulter.ExecuteAsync(new(Id), User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        (Message, Lisible, TitreModele, FileLue) = (issue.Valeur.Message, issue.Valeur.Lisible, issue.Valeur.TitreModele, issue.Valeur.File);
        return Page();
    }

    public async Task<IActionResult> OnPostAnnulerAsync(CancellationToken ct) =>
        await ConclureAsync(await annuler.ExecuteAsync(new(Id, Version, MotifAnnulation), User.Acteur(), ct), nameof(MotifAnnulation), "Le message est annulé ; le motif est inscrit au journal.", ct);

    public async Task<IActionResult> OnPostReprendreAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult page)
            return NotFound();
        // The administrateur can only start it again: he does not judge what he may not read.
        if (Incertain && Lisible && Arrive is not ("true" or "false"))
        {
            ModelState.AddModelError(nameof(Arrive), "Dites ce que ce message est devenu.");
            return page;
        }
        var arrive = Arrive == "true";
        return await ConclureAsync(await reprendre.ExecuteAsync(new(Id, Version, arrive, MotifReprise), User.Acteur(), ct), nameof(MotifReprise), arrive ? "Le message est considéré comme envoyé." : "Le message est relancé.", ct);
    }

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> issue, string champ, string fait, CancellationToken ct)
    {
        if (issue.EstReussi)
        {
            TempData["Fait"] = fait;
            return RedirectToPage(new { Id });
        }
        if (issue.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus.Genre == GenreRefus.Invalide ? champ : "", refus.Phrase);
        return await OnGetAsync(ct);
    }
}
