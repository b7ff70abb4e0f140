using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>The next revision of a campaign, from the one in force.</summary>
public sealed class ModifierModel(ConsulterRevisions consulter, PrevisualiserCampagne previsualiser, PublierRevision publier) : PageEditeur(previsualiser, publier)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public override string Titre => Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await consulter.ExecuteAsync(Code, User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        (Texte, NumeroLu) = (issue.Valeur.Texte, issue.Valeur.EnVigueur);
        return Page();
    }
}
