using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Conservation;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Conservation;

/// <summary>The end of the retention of closed files: the list first, then the act.</summary>
public sealed class IndexModel(BaseRebond donnees, EffacerDossiers effacer) : PageSuivi(donnees)
{
    /// <summary>Digest of the list that was read.</summary>
    [BindProperty]
    public string? Empreinte { get; set; }

    [BindProperty]
    public bool Confirme { get; set; }

    public EffacerDossiers.Reponse Liste { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var liste = await effacer.ExecuteAsync(new(), Acteur, Ct);
        if (!liste.EstReussi)
            return Refuser(liste.Refus);
        Liste = liste.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Confirme)
        {
            ModelState.AddModelError(nameof(Confirme), "Cochez la case : cet effacement est sans retour.");
            return await OnGetAsync();
        }
        var issue = await effacer.ExecuteAsync(new(Empreinte ?? ""), Acteur, Ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = $"{(issue.Valeur.Dossiers > 1 ? $"{issue.Valeur.Dossiers:N0} dossiers effacés" : "1 dossier effacé")} ; l’acte est inscrit au journal.";
            return RedirectToPage();
        }
        if (issue.Refus.OfType<EffacerDossiers.ListeChangee>().FirstOrDefault() is not { } changee)
            return Refuser(issue.Refus);
        ModelState.AddModelError("", changee.Phrase);
        Confirme = false;
        ModelState.Remove(nameof(Confirme));
        return await OnGetAsync();
    }
}
