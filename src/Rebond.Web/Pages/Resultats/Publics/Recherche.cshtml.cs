using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Resultats.Consultation;

namespace Rebond.Web.Pages.Resultats.Publics;

/// <summary>Search by name, by POST only: no name in an address, a log or a history.</summary>
[IgnoreAntiforgeryToken(Order = 1001)]
public sealed class RechercheModel(LireCalendrierResultats calendrier, RechercherResultatsPublics recherche) : PageModel
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public int P { get; set; } = 1;

    public RechercherResultatsPublics.Reponse? Resultats { get; private set; }
    public string? Erreur { get; private set; }

    public IActionResult OnGet() => RedirectToPage("/Resultats/Publics/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var session = (await calendrier.ExecuteAsync(null, ct)).Valeur?.Session.Session;
        if (session is null)
            return RedirectToPage("/Resultats/Publics/Index");
        var reponse = await recherche.ExecuteAsync(new(session.Value, Nom ?? "", Page: P), ct);
        Resultats = reponse.Valeur;
        Erreur = reponse.EstReussi ? null : reponse.Refus[0].Phrase;
        return Page();
    }
}
