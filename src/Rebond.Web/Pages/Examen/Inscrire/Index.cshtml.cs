using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Pages.Inscription.Guichet;

namespace Rebond.Web.Pages.Examen.Inscrire;

/// <summary>Receivable files that become candidatures of the session: read first, then done.</summary>
public sealed class IndexModel(BaseRebond donnees) : PageGuichet(donnees)
{
    [BindProperty(SupportsGet = true, Name = "campagne")]
    public string? Campagne { get; set; }

    /// <summary>Null: no campaign chosen.</summary>
    public InscrireRecevables.Reponse? Apercu { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LireCampagnesAsync();
        if (string.IsNullOrEmpty(Campagne))
            return Page();
        var outcome = await new InscrireRecevables(Donnees).ExecuteAsync(new(Campagne, Apercu: true), Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Apercu = outcome.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await new InscrireRecevables(Donnees).ExecuteAsync(new(Campagne ?? "", Apercu: false), Acteur, Ct);
        if (outcome.EstReussi)
        {
            var (faits, reste) = (outcome.Valeur.Inscrits, outcome.Valeur.Lignes.Count - outcome.Valeur.Inscrits);
            TempData["Fait"] = $"{faits} {(faits > 1 ? "candidats inscrits" : "candidat inscrit")} à la session.{(reste > 0 ? $" {reste} à faire depuis leur dossier." : "")}";
            return RedirectToPage("/Examen/Inscrire/Index", new { campagne = Campagne });
        }
        if (Fermer(outcome.Refus) is { } ferme)
            return ferme;
        await LireCampagnesAsync();
        Dire(outcome.Refus);
        return Page();
    }
}
