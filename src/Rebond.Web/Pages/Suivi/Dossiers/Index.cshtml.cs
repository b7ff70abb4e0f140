using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Dossiers;

public sealed class IndexModel(BaseRebond donnees) : PageSuivi(donnees)
{
    /// <summary>Code of the view, SANS_SOLUTION when absent. No filter names a person.</summary>
    [BindProperty(SupportsGet = true, Name = "vue")]
    public string? CodeVue { get; set; }

    [BindProperty(SupportsGet = true, Name = "etablissement")]
    public string? Uai { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Departement { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    public ListerDossiers.Vue Vue { get; private set; }
    public ListerDossiers.Reponse Liste { get; private set; } = null!;

    /// <summary>The DEC reads several establishments; a head only his own.</summary>
    public bool Plusieurs => Acteur.A(Role.Gestionnaire);

    public bool Importe => Acteur.A(Role.ChefEtablissement, Role.Gestionnaire);

    public async Task<IActionResult> OnGetAsync()
    {
        Vue = Codes.TryLire<ListerDossiers.Vue>(CodeVue, out var vue) ? vue : ListerDossiers.Vue.SansSolution;
        var outcome = await new ListerDossiers(Donnees).ExecuteAsync(new(Vue, Plusieurs ? Uai?.Trim().ToUpperInvariant() : null, Plusieurs ? Departement : null), Numero, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Liste = outcome.Valeur;
        return Page();
    }
}
