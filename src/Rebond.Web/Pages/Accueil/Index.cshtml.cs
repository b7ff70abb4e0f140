using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Accueil;

public sealed class IndexModel(ListerComptesDemonstration lister, Deploiement deploiement) : PageModel
{
    public IReadOnlyList<(string Code, string Nom, Role Role)> Demonstration { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (deploiement.Developpement)
            Demonstration = await lister.ExecuteAsync(ct);
    }
}
