using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Accueil;

public sealed class IndexModel(ListerComptesDemonstration lister, Deploiement deploiement) : PageModel
{
    public IReadOnlyList<(string Code, string Nom, Role Role)> Demonstration { get; private set; } = [];

    /// <summary>What tells apart the accounts of one role.</summary>
    public static string Precision(string code) => code switch
    {
        "gestionnaire-adjoint" => ", seconde personne",
        CreerComptesDemonstration.CandidatPublie => ", résultat publié",
        CreerComptesDemonstration.CandidatAjourne => ", sans le diplôme",
        CreerComptesDemonstration.CandidatEnInscription => ", inscription en cours",
        _ => "",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (deploiement.Developpement)
            Demonstration = await lister.ExecuteAsync(ct);
    }
}
