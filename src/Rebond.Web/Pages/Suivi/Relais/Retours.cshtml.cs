using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Relais;
using Rebond.Web.Pages.Suivi.Dossiers;
using Rebond.Web.Pages.Suivi.Imports;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Relais;

/// <summary>The answers of a partner come back by the same table.</summary>
[IgnoreAntiforgeryToken] // checked by EnvoiDeFichier, before the file is read
public sealed class RetoursModel(BaseRebond donnees, ImporterRetours importer) : PageSuivi(donnees)
{
    public BilanImport? Bilan { get; private set; }
    public string Mode { get; private set; } = "VERIFIER";
    public IReadOnlyList<SelectListItem> Modes { get; } = [new("Vérifier le fichier, sans rien enregistrer", "VERIFIER"), new("Enregistrer les réponses", "ENREGISTRER")];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await EnvoiDeFichier.LireAsync(HttpContext, "Fichier", Ct) is not { } envoi)
            return BadRequest();
        Mode = envoi.Champs.GetValueOrDefault("Mode", Mode);
        if (string.IsNullOrEmpty(envoi.Nom))
        {
            ModelState.AddModelError("Fichier", "Choisissez un fichier.");
            return Page();
        }
        await using var contenu = await FichierRecu.LireAsync(envoi, Ct);
        var issue = await importer.ExecuteAsync(new(contenu, envoi.Nom, new ModeImport(Apercu: Mode != "ENREGISTRER"), FichierRecu.Limites), Acteur, Ct);
        if (issue.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Forbid();
        if (issue.EstReussi)
            Bilan = issue.Valeur;
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return Page();
    }
}
