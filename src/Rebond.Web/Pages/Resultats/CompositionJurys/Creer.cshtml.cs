using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Resultats.Jurys;

namespace Rebond.Web.Pages.Resultats.CompositionJurys;

public sealed class CreerModel(ConstituerJury constituer, BaseRebond donnees) : PageJury
{
    [BindProperty]
    public string? Session { get; set; }

    [BindProperty]
    public string? Examen { get; set; }

    [BindProperty]
    public string? Departement { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Libelle { get; set; }

    [BindProperty]
    public string? Specialite { get; set; }

    public IReadOnlyList<string> Sessions { get; private set; } = [];
    public IReadOnlyList<string> Departements { get; private set; } = [];

    /// <summary>Specialties that have candidates without a jury.</summary>
    public IReadOnlyList<SelectListItem> SansJury { get; private set; } = [];
    public IReadOnlyList<MembreDemande> Membres { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => AfficherAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Membres = SaisieMembres.Lire(Request.Form);
        if (!SessionExamen.TryLire(Session, out var session))
            ModelState.AddModelError(nameof(Session), "Choisissez la session.");
        if (!Codes.TryLire<TypeExamen>(Examen, out var examen))
            ModelState.AddModelError(nameof(Examen), "Choisissez l’examen.");
        if (string.IsNullOrEmpty(Departement))
            ModelState.AddModelError(nameof(Departement), "Choisissez le département.");
        if (!ModelState.IsValid)
            return await AfficherAsync();
        var outcome = await constituer.ExecuteAsync(new(session, (Code ?? "").Trim(), Libelle ?? "", examen, Departement!, Specialite, Membres), Acteur, Ct);
        if (!outcome.EstReussi)
            return Expliquer(outcome.Refus) ? await AfficherAsync() : Repondre(outcome.Refus);
        TempData["Fait"] = $"Le jury {Code} est constitué, avec {outcome.Valeur.Candidats} candidat{(outcome.Valeur.Candidats > 1 ? "s" : "")}.";
        return RedirectToPage("/Resultats/CompositionJurys/Modifier", new { id = outcome.Valeur.JuryId });
    }

    private async Task<IActionResult> AfficherAsync()
    {
        Sessions = [.. (await donnees.SessionsDe(Acteur).Select(s => s.Session).ToListAsync(Ct)).Select(s => s.ToString())];
        var candidatures = donnees.CandidaturesDe(Acteur);
        Departements = await candidatures.Select(c => c.Departement).Distinct().OrderBy(d => d).ToListAsync(Ct);
        SansJury = [.. (await candidatures.Where(c => c.JuryId == null).GroupBy(c => new { c.Specialite, c.SpecialiteLibelle }).Select(g => new { g.Key, Nombre = g.Count() }).ToListAsync(Ct))
            .OrderBy(g => g.Key.SpecialiteLibelle, StringComparer.Ordinal).Select(g => new SelectListItem($"{g.Key.SpecialiteLibelle} ({g.Nombre:N0})", g.Key.Specialite))];
        return Page();
    }
}
