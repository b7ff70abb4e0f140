using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Web.Pages.Suivi.Imports;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>The seats from a table made elsewhere: checked first, then kept.</summary>
[SansLectureDuFormulaire, IgnoreAntiforgeryToken] // checked by EnvoiDeFichier, before the file is read
public sealed class ImporterModel(BaseRebond donnees) : PageSeance(donnees)
{
    public BilanImport? Bilan { get; private set; }
    public string Mode { get; private set; } = "VERIFIER";
    public IReadOnlyList<SelectListItem> Modes { get; } = [new("Vérifier le fichier, sans rien enregistrer", "VERIFIER"), new("Enregistrer les places", "ENREGISTRER")];

    public async Task<IActionResult> OnGetAsync()
    {
        var vue = await new ConsulterPlaces(Donnees).ExecuteAsync(Id, Acteur, Ct);
        return vue.EstReussi ? Page() : Refuser(vue.Refus);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await EnvoiDeFichier.LireAsync(HttpContext, "Fichier", Ct) is not { } envoi)
            return BadRequest();
        Mode = envoi.Champs.GetValueOrDefault("Mode", Mode);
        if (string.IsNullOrEmpty(envoi.Nom))
        {
            ModelState.AddModelError("Fichier", "Choisissez un fichier.");
            return await OnGetAsync();
        }
        await using var contenu = await FichierRecu.LireAsync(envoi, Ct);
        var outcome = await new ImporterCapacites(Donnees).ExecuteAsync(new(Id, contenu, envoi.Nom, new ModeImport(Apercu: Mode != "ENREGISTRER"), FichierRecu.Limites), Acteur, Ct);
        if (!outcome.EstReussi)
            return Dire(outcome.Refus) ?? await OnGetAsync();
        Bilan = outcome.Valeur;
        return Page();
    }
}
