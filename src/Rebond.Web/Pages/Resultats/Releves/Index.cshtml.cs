using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Releves;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.Releves;

/// <summary>The DEC prints the relevés of an exam: one PDF per establishment, in one ZIP.</summary>
public sealed class IndexModel(LireCalendrierResultats calendrier, TirageReleves tirages) : PageModel
{
    [BindProperty]
    public string Examen { get; set; } = TypeExamen.BacPro.Code();

    [BindProperty]
    public string Groupe { get; set; } = GroupeEpreuves.Premier.Code();

    public IReadOnlyList<SelectListItem> Examens { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Groupes { get; } = [.. Enum.GetValues<GroupeEpreuves>().Select(g => new SelectListItem(g == GroupeEpreuves.Premier ? "Premier groupe d’épreuves" : "Second groupe d’épreuves", g.Code()))];
    public Tirage? Tirage => tirages.Dernier;
    public string? Erreur { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ChargerAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Codes.TryLire<TypeExamen>(Examen, out var examen) || !Codes.TryLire<GroupeEpreuves>(Groupe, out var groupe) || await ChargerAsync(ct) is not { } session)
            return BadRequest();
        var tirage = await tirages.DemarrerAsync(new(session, examen, groupe), $"{Request.Scheme}://{Request.Host}/verifier", User.Acteur(), ct);
        if (tirage.EstReussi)
            return RedirectToPage();
        Erreur = tirage.Refus[0].Phrase;
        return Page();
    }

    public IActionResult OnGetTelecharger() => Tirage is { Fini: true, Erreur: null } fini && User.Acteur().CouvreAcademie
        ? PhysicalFile(fini.Fichier, "application/zip", $"releves-{fini.Demande.Session}-{fini.Demande.Examen.Code().ToLowerInvariant()}.zip")
        : NotFound();

    private async Task<SessionExamen?> ChargerAsync(CancellationToken ct)
    {
        var session = (await calendrier.ExecuteAsync(null, ct)).Valeur;
        Examens = [.. session?.Etapes.Select(e => e.Examen).Distinct().Select(e => new SelectListItem(e.Libelle(), e.Code())) ?? []];
        return session?.Session.Session;
    }
}
