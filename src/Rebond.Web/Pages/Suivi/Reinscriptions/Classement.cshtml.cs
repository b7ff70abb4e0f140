using System.Text;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Reinscriptions;

public sealed class ClassementModel(BaseRebond donnees) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public string Uai { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string Specialite { get; set; } = "";
    [BindProperty(SupportsGet = true)] public string Rentree { get; set; } = "";

    public ClasserDemandes.Reponse Ordre { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LireAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync() => await LireAsync() ?? File(Encoding.UTF8.GetBytes('\ufeff' + Ordre.Csv()), "text/csv; charset=utf-8", "ordre-des-demandes.csv");

    private async Task<IActionResult?> LireAsync()
    {
        if (!Dates.TryLire(Rentree, out var rentree))
            return NotFound();
        var outcome = await new ClasserDemandes(Donnees).ExecuteAsync(new ClasserDemandes.Place(Uai, Specialite, rentree), Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Ordre = outcome.Valeur;
        return null;
    }
}
