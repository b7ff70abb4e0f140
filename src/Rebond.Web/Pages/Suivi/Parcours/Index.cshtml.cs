using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Parcours;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Parcours;

/// <summary>The week of one person, proposed from his class and the units he takes again, changed with him, printed.</summary>
public sealed class IndexModel(BaseRebond donnees, Gabarits gabarits, ImprimeurPdf imprimeur) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Guid[] Cours { get; set; } = [];
    [BindProperty] public bool AvecPfmp { get; set; }
    [BindProperty] public string? Objectifs { get; set; }

    public ConsulterParcours.Reponse Vue { get; private set; } = null!;
    public bool PeutEcrire => Acteur.A(Role.ChefEtablissement, Role.VieScolaire);

    /// <summary>What was ticked stays ticked when the form comes back.</summary>
    public bool EstCoche(ConsulterParcours.Lecon lecon) => HttpMethods.IsPost(Request.Method) && Request.Form.ContainsKey(nameof(Cours)) ? Cours.Contains(lecon.Cours.Id) : lecon.Gardee;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        (Version, AvecPfmp, Objectifs) = (Vue.Parcours?.Version ?? 0, Vue.Parcours?.AvecPfmp ?? false, Vue.Parcours?.Objectifs);
        return Page();
    }

    public async Task<IActionResult> OnPostEnregistrerAsync()
    {
        var outcome = await new EnregistrerParcours(Donnees).ExecuteAsync(new(Id, Version, Cours, AvecPfmp, Objectifs), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = $"Parcours enregistré : {MotsParcours.Heure(outcome.Valeur.Minutes)} par semaine.";
            return RedirectToPage(new { Id });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus is EnregistrerParcours.ObjectifsTropLongs ? nameof(Objectifs) : "", refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostImprimerAsync()
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        if (Vue.Parcours is null)
            return NotFound();
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync(ContratPedagogique.Gabarit, new ContratPedagogique(Vue)), Ct);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", "contrat-pedagogique.pdf");
        ModelState.AddModelError("", pdf.Refus[0].Phrase);
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var outcome = await new ConsulterParcours(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Vue = outcome.Valeur;
        return null;
    }
}
