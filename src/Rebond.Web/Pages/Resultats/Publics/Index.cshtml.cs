using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Web.Pages.Resultats.Publics.Carte;

namespace Rebond.Web.Pages.Resultats.Publics;

[OutputCache(PolicyName = CacheResultats.Politique)]
public sealed class IndexModel(LireCalendrierResultats calendrier, RechercherResultatsPublics recherche) : PageModel
{
    public LireCalendrierResultats.Reponse? Calendrier { get; private set; }
    public IReadOnlyList<LienCarte> Carte { get; private set; } = [];
    public bool Publie => Calendrier?.Etapes.Any(e => e.Publiee) == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Calendrier = (await calendrier.ExecuteAsync(null, ct)).Valeur;
        if (Calendrier is null || !Publie)
            return Page();
        var nombres = await recherche.CompterParDepartementAsync(Calendrier.Session.Session, ct);
        Carte = [.. CarteAcademie.Departements.Select(d => new LienCarte(d, Url.Page("/Resultats/Publics/Departement", new { code = d.Code })!, Admis(nombres.GetValueOrDefault(d.Code))))];
        return Page();
    }

    public static string Admis(int nombre) => $"{nombre:N0} admis";
}
