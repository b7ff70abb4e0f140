using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Messages.Modeles;

/// <summary>One template: its fields, its text, a preview on a real file, its history.</summary>
public sealed class ModeleModel(ConsulterModeles consulter, ReviserModele reviser, PrevisualiserModele previsualiser) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? VersionLue { get; set; }

    [BindProperty]
    public string? Sujet { get; set; }

    [BindProperty]
    public string? Corps { get; set; }

    /// <summary>Personal (a number, an address): posted, never in a URL.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    public ConsulterModeles.Etat Etat { get; private set; } = null!;
    public PrevisualiserModele.Reponse? Apercu { get; private set; }
    public string? ReferenceDemandee => previsualiser.ReferenceDe(Etat.EnVigueur.Code);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ChargerAsync(ct) is { } refus)
            return refus;
        (Sujet, Corps) = (Etat.EnVigueur.Sujet, Etat.EnVigueur.Corps);
        return Page();
    }

    public async Task<IActionResult> OnPostApercuAsync(CancellationToken ct)
    {
        if (await ChargerAsync(ct) is { } refus)
            return refus;
        if (string.IsNullOrWhiteSpace(Reference))
        {
            ModelState.AddModelError(nameof(Reference), $"Indiquez sur quel dossier : {ReferenceDemandee?.ToLower(System.Globalization.CultureInfo.CurrentCulture)}.");
            return Page();
        }
        var issue = await previsualiser.ExecuteAsync(new(Etat.EnVigueur.Code, Reference, Sujet ?? "", Corps ?? ""), User.Acteur(), ct);
        if (issue.EstReussi)
            Apercu = issue.Valeur;
        else
            Dire(issue.Refus);
        return Page();
    }

    public Task<IActionResult> OnPostEnregistrerAsync(CancellationToken ct) => ReviserAsync(Sujet ?? "", Corps ?? "", "Le texte est enregistré. Les messages déjà en file gardent le leur.", ct);

    public Task<IActionResult> OnPostRetablirAsync(CancellationToken ct) => ReviserAsync(null, null, "Le texte fourni avec Rebond est de nouveau en vigueur.", ct);

    private async Task<IActionResult> ReviserAsync(string? sujet, string? corps, string fait, CancellationToken ct)
    {
        var issue = await reviser.ExecuteAsync(new(Code.ToUpperInvariant(), VersionLue ?? "", sujet, corps, Motif), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = fait;
            return RedirectToPage(new { Code });
        }
        if (await ChargerAsync(ct) is { } refus)
            return refus;
        Dire(issue.Refus);
        return Page();
    }

    private void Dire(IReadOnlyList<Refus> refus)
    {
        foreach (var r in refus)
            ModelState.AddModelError(r switch
            {
                ReviserModele.MotifManquant => nameof(Motif),
                Introuvable => nameof(Reference),
                RevisionModele.TexteManquant or RevisionModele.TexteTropLong or RevisionModele.ChampsInconnus or RevisionModele.ChampsObligatoires or RevisionModele.AccoladeIsolee => nameof(Corps),
                _ => "",
            }, r.Phrase);
    }

    private async Task<IActionResult?> ChargerAsync(CancellationToken ct)
    {
        // Links are written in lower case.
        var issue = await consulter.ExecuteAsync(new(Code.ToUpperInvariant()), User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        Etat = issue.Valeur.Modeles[0];
        return null;
    }
}
