using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.MonSuivi;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents.Packs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.MesFeuilles;

/// <summary>The young person's own file: his sheets, what is written about him, and what he asks of those who follow him.</summary>
public sealed class IndexModel(ConsulterMonSuivi consulter, DireMonChoix dire, PriseDeRendezVous rendezVous) : PageModel
{
    /// <summary>Null when no file is open on his name.</summary>
    public ConsulterMonSuivi.Reponse? Suivi { get; private set; }

    /// <summary>Where he books a time; null when he cannot.</summary>
    public string? RendezVous => Suivi is { } suivi ? rendezVous.Chemin(suivi.Dossier) : null;

    [BindProperty]
    public string? Choix { get; set; }

    [BindProperty]
    public string? Raison { get; set; }

    public IReadOnlyList<SelectListItem> ChoixPossibles { get; } =
    [
        new("Qu’on me rappelle", ChoixDuJeune.RappelezMoi.Code()),
        new("Qu’on ne m’appelle pas", ChoixDuJeune.NeMeRelancezPas.Code()),
        new("Je m’oppose à ce suivi. On me répond dans le mois.", ChoixDuJeune.JeMOppose.Code()),
    ];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        var suivi = await consulter.ExecuteAsync(id, User.Acteur(), ct);
        if (suivi.EstReussi)
            Suivi = suivi.Valeur;
        else if (suivi.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Forbid();
        else if (id is not null && suivi.Refus.Any(r => r.Genre == GenreRefus.Introuvable))
            return NotFound();
        else
            foreach (var refus in suivi.Refus.Where(r => r.Genre != GenreRefus.Introuvable))
                ModelState.AddModelError("", refus.Phrase);
        return Page();
    }

    public async Task<IActionResult> OnPostChoixAsync(Guid id, CancellationToken ct)
    {
        var dit = await dire.ExecuteAsync(new(id, Codes.TryLire<ChoixDuJeune>(Choix, out var choix) ? choix : null, Raison), User.Acteur(), ct);
        if (dit.EstReussi)
        {
            TempData["Fait"] = dit.Valeur.Choix switch
            {
                ChoixDuJeune.RappelezMoi => "C’est noté : on vous rappelle.",
                ChoixDuJeune.NeMeRelancezPas => "C’est noté : on ne vous appelle pas. Vous pouvez changer d’avis ici.",
                _ => "Votre opposition est enregistrée. La réponse arrivera sur cette page dans le mois.",
            };
            return RedirectToPage(new { id });
        }
        if (dit.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Forbid();
        if (dit.Refus.Any(r => r.Genre == GenreRefus.Introuvable))
            return NotFound();
        foreach (var refus in dit.Refus)
            ModelState.AddModelError(refus is DireMonChoix.RaisonTropLongue ? nameof(Raison) : nameof(Choix), refus.Phrase);
        return await OnGetAsync(id, ct);
    }
}
