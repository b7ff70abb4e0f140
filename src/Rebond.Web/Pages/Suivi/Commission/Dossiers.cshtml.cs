using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Commission;

public sealed class DossiersModel(BaseRebond donnees) : PageSeance(donnees)
{
    [BindProperty(SupportsGet = true, Name = "vue")] public string? CodeVue { get; set; }
    [BindProperty(SupportsGet = true, Name = "specialite")] public string? Specialite { get; set; }
    [BindProperty(SupportsGet = true, Name = "lycee")] public string? Uai { get; set; }
    [BindProperty(SupportsGet = true, Name = "p")] public int Numero { get; set; } = 1;

    public ListerDossiersDeCommission.Vue Vue { get; private set; }
    public ListerDossiersDeCommission.Reponse Liste { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Vue = Codes.TryLire<ListerDossiersDeCommission.Vue>(CodeVue, out var vue) ? vue : ListerDossiersDeCommission.Vue.Tous;
        var outcome = await new ListerDossiersDeCommission(Donnees).ExecuteAsync(Id, new(Vue, Specialite, Uai), Numero, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Liste = outcome.Valeur;
        return Page();
    }
}
