using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Web.Documents.Packs;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Packs;

/// <summary>The packs of an establishment in one PDF, to hand over on results day.</summary>
public sealed class IndexModel(BaseRebond donnees, LirePacks lire, ImprimerPacks imprimer) : PageSuivi(donnees)
{
    [BindProperty]
    public string? Etablissement { get; set; }

    [BindProperty]
    public string? Partie { get; set; } = "1";

    public IReadOnlyList<LirePacks.Lot> Lots { get; private set; } = [];
    public IEnumerable<SelectListItem> Choix => Lots.Select(l => new SelectListItem($"{l.Nom} : {(l.Packs > 1 ? $"{l.Packs} packs" : "1 pack")}", l.Code, Lots.Count == 1));
    public bool Plusieurs => Acteur.A(Role.Gestionnaire);
    public int Parties => Lots.Count == 0 ? 1 : Lots.Max(l => (l.Packs + LirePacks.Maximum - 1) / LirePacks.Maximum);

    public async Task<IActionResult> OnGetAsync()
    {
        var lots = await lire.ListerAsync(Acteur, Ct);
        if (!lots.EstReussi)
            return Refuser(lots.Refus);
        Lots = lots.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Etablissement))
            ModelState.AddModelError(nameof(Etablissement), "Choisissez un établissement.");
        if (!int.TryParse(Partie, out var partie) || partie < 1)
            ModelState.AddModelError(nameof(Partie), "Donnez le numéro de la partie : 1 pour la première.");
        if (!ModelState.IsValid)
            return await OnGetAsync();
        var packs = await lire.ExecuteAsync(Etablissement!, partie, Acteur, Ct);
        if (!packs.EstReussi && packs.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Refuser(packs.Refus);
        var pdf = packs.EstReussi ? await imprimer.ExecuteAsync(packs.Valeur, $"{Request.Scheme}://{Request.Host}", Ct) : Outcome<byte[]>.Refuser(packs.Refus);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", $"packs-de-rebond-{Etablissement!.ToLowerInvariant()}.pdf");
        foreach (var refus in pdf.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return await OnGetAsync();
    }
}
