using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Web.Pages.Inscription;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Catalogue;

/// <summary>The two fields that search a directory, in a form like those of the registration; never in production.</summary>
public sealed class ChoixModel(Deploiement deploiement, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ChoixEtablissement Etablissement { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public ChoixSpecialite Specialite { get; set; } = new();

    public string? Retenu { get; private set; }

    public IActionResult OnGet()
    {
        if (!deploiement.CatalogueVisible)
            return NotFound();
        Specialite.Session = Annuaires.Prochaine(horloge);
        if (!Request.Query.ContainsKey("valider"))
            return Page();
        Etablissement.Valider(ModelState, nameof(Etablissement));
        Specialite.Valider(ModelState, nameof(Specialite));
        if (ModelState.IsValid)
            Retenu = $"Retenu : {Etablissement.Choisi!.Libelle} ; {Specialite.Choisi!.Libelle}.";
        return Page();
    }
}
