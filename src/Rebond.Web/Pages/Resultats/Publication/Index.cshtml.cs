using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Pages.Resultats.Gestion;

namespace Rebond.Web.Pages.Resultats.Publication;

/// <summary>Every publication of the session: what is missing, who signed, the embargo.</summary>
public sealed class IndexModel(BaseRebond donnees, ConsulterPublications consulter) : PageGestion(donnees)
{
    public IReadOnlyList<ConsulterPublications.Etat> Etats { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ChoisirSessionAsync())
            return SessionAbsente();
        var issue = await consulter.ExecuteAsync(new(Session), Acteur, Ct);
        if (!issue.EstReussi)
            return Refuser(issue.Refus);
        Etats = issue.Valeur;
        Sessions = [.. (await Donnees.SessionsDe(Acteur).ToListAsync(Ct)).Select(s => new SelectListItem(s.Libelle, s.Session.ToString()))];
        return Page();
    }
}
