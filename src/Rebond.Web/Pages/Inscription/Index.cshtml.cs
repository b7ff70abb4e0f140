using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Web.Pages.Inscription;

/// <summary>Where registration starts: the campaigns, what is open, what to know, whom to ask. Open to everyone.</summary>
public sealed class IndexModel(ConsulterCampagnes consulter) : PageModel
{
    public ConsulterCampagnes.Reponse Lues { get; private set; } = null!;

    public IEnumerable<Campagne> En(EtatFenetre etat) => Lues.Campagnes.Where(c => c.Etat(Lues.Maintenant) == etat);

    public async Task OnGetAsync(CancellationToken ct) => Lues = await consulter.ExecuteAsync(ct);
}
