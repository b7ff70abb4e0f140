using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Web.Pages.Resultats.Publics.Carte;

namespace Rebond.Web.Pages.Resultats.Publics;

[OutputCache(PolicyName = CacheResultats.Politique)]
public sealed class DepartementModel(LireCalendrierResultats calendrier, RechercherResultatsPublics recherche) : PageModel
{
    public DepartementCarte Departement { get; private set; } = null!;
    public IReadOnlyList<RechercherResultatsPublics.EtablissementPublie> Etablissements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (CarteAcademie.Chercher(code) is not { } departement || (await calendrier.ExecuteAsync(null, ct)).Valeur is not { } session)
            return NotFound();
        Departement = departement;
        Etablissements = await recherche.ListerEtablissementsAsync(session.Session.Session, code, ct);
        return Page();
    }
}
