using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>A candidate signed in goes to his own personal page, without looking for the message that holds the link.</summary>
public sealed class MienModel(TrouverMonSuivi trouver, LienDeRendezVous liens) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await trouver.ExecuteAsync(User.Acteur(), ct) is { EstReussi: true, Valeur: var dossier } ? LocalRedirect(liens.Chemin(dossier.DossierId)) : Page();
}
