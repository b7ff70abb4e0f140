using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Resultats.Jurys;

namespace Rebond.Web.Pages.Resultats.CompositionJurys;

public sealed class IndexModel(ListerJurys lister, BaseRebond donnees) : PageJury
{
    private const int ParPage = 40;

    [BindProperty(SupportsGet = true, Name = "session")]
    public string? SessionDemandee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Examen { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Etat { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<string> Sessions { get; private set; } = [];
    public IReadOnlyList<ListerJurys.Ligne> Jurys { get; private set; } = [];
    public int Total { get; private set; }
    public int Pages => (Total + ParPage - 1) / ParPage;

    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await lister.ExecuteAsync(new(
            SessionExamen.TryLire(SessionDemandee, out var session) ? session : null,
            Codes.TryLire<TypeExamen>(Examen, out var examen) ? examen : null,
            Etat: Codes.TryLire<EtatJury>(Etat, out var etat) ? etat : null), Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Sessions = [.. (await donnees.SessionsDe(Acteur).Select(s => s.Session).ToListAsync(Ct)).Select(s => s.ToString())];
        Total = outcome.Valeur.Jurys.Count;
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        Jurys = [.. outcome.Valeur.Jurys.Skip((P - 1) * ParPage).Take(ParPage)];
        return Page();
    }
}
