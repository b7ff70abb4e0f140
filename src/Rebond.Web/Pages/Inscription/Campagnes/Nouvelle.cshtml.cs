using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>The first revision of a campaign, from the text of another.</summary>
public sealed class NouvelleModel(PreparerCampagne preparer, PrevisualiserCampagne previsualiser, PublierRevision publier, GarderBrouillonCampagne brouillons) : PageEditeur(previsualiser, publier, brouillons)
{
    [BindProperty(SupportsGet = true)]
    public string? Modele { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public override string Titre => Code ?? "";

    protected override string CodeEcrit => Code ?? "";

    protected override string? Copiee => Modele;

    public override object? Valeurs => new { modele = Modele, code = Code };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        // The address typed by hand leads to the form where one chooses.
        if (string.IsNullOrEmpty(Modele) || string.IsNullOrEmpty(Code))
            return RedirectToPage("Index", null, "nouvelle");
        var issue = await preparer.ExecuteAsync(new(Modele, Code), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            Texte = issue.Valeur.Texte;
            await ReprendreAsync(ct);
            return Page();
        }
        if (issue.Refus[0].Genre == GenreRefus.Interdit)
            return Forbid();
        return RedirectToPage("Index", null, "nouvelle");
    }
}
