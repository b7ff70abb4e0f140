using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>The next revision of a campaign, from the one in force.</summary>
public sealed class ModifierModel(ConsulterRevisions consulter, PrevisualiserCampagne previsualiser, PublierRevision publier, GarderBrouillonCampagne brouillons) : PageEditeur(previsualiser, publier, brouillons)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public override string Titre => Code;

    protected override string CodeEcrit => Code;

    /// <summary>Revision in force today: a draft begun before it is told so.</summary>
    public int EnVigueur { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await consulter.ExecuteAsync(Code, User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        (Texte, NumeroLu, EnVigueur) = (issue.Valeur.Texte, issue.Valeur.EnVigueur, issue.Valeur.EnVigueur);
        await ReprendreAsync(ct);
        return Page();
    }
}
