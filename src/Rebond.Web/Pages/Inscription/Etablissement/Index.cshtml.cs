using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Etablissement;

/// <summary>The classes that pass an exam this year, and where each stands.</summary>
public sealed class IndexModel(ListerClasses lister) : PageEtablissement
{
    public ListerClasses.Reponse Lues { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(new(Uai?.Trim().ToUpperInvariant(), Session), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Refuser(issue.Refus);
        Lues = issue.Valeur;
        return Page();
    }
}
