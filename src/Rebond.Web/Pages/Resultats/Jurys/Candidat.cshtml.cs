using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Resultats.Gestion;

namespace Rebond.Web.Pages.Resultats.Jurys;

public sealed class CandidatModel(ConsulterCandidatAnonyme consulter, SimulerRevalorisation simuler, OuvrirLivret ouvrir, Revaloriser relever, RetirerRevalorisation retirer) : PageJury
{
    private const string Prefixe = "note.";

    public ConsulterCandidatAnonyme.Reponse Vue { get; private set; } = null!;
    public SimulerRevalorisation.Reponse? Simulation { get; private set; }
    public IReadOnlyList<Refus> RefusSimulation { get; private set; } = [];

    /// <summary>What was typed, given back when the line is refused. "U12:9.5": the unit and its mark as read.</summary>
    public string? Unite { get; private set; }
    public string? Note { get; private set; }
    public string? Motif { get; private set; }

    /// <summary>What the tried marks change.</summary>
    public string Comparaison => Simulation is not { } s || (s.Apres.Decision, s.Apres.Mention) == (s.Avant.Decision, s.Avant.Mention) ? "La proposition ne change pas."
        : $"Aujourd’hui : {s.Avant.Decision.Nom()}{(s.Avant.Mention == Mention.Aucune ? "" : $", {s.Avant.Mention.Nom()}")}.";

    /// <summary>The mark tried in a unit.</summary>
    public string? Essai(string unite) => Request.Query[Prefixe + unite];

    /// <summary>Addresses are written in lower case; the numbers of the base are in capitals.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerArguments.TryGetValue("anonymat", out var lu) && lu is string anonymat)
            context.HandlerArguments["anonymat"] = anonymat.ToUpperInvariant();
    }

    public async Task<IActionResult> OnGetAsync(Guid id, string anonymat)
    {
        var essais = Request.Query.Where(q => q.Key.StartsWith(Prefixe, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(q.Value)).ToDictionary(q => q.Key[Prefixe.Length..], q => q.Value.ToString());
        if (essais.Count > 0)
        {
            var outcome = await simuler.ExecuteAsync(new(id, anonymat, essais), Acteur, Ct);
            (Simulation, RefusSimulation) = (outcome.Valeur, outcome.Refus);
        }
        return await AfficherAsync(id, anonymat);
    }

    public async Task<IActionResult> OnPostLivretAsync(Guid id, string anonymat)
    {
        var outcome = await ouvrir.ExecuteAsync(new(id, anonymat), Acteur, Ct);
        return await ApresAsync(id, anonymat, outcome.Refus, "L’examen du livret est constaté.");
    }

    public async Task<IActionResult> OnPostReleverAsync(Guid id, string anonymat, string? unite, string? note, string? motif)
    {
        (Unite, Note, Motif) = (unite, note, motif);
        var separateur = unite?.LastIndexOf(':') ?? -1;
        if (separateur < 1)
        {
            ModelState.AddModelError("unite", "Choisissez l’unité dont la note est relevée.");
            return await AfficherAsync(id, anonymat);
        }
        var outcome = await relever.ExecuteAsync(new(id, anonymat, unite![..separateur], unite[(separateur + 1)..], note ?? "", motif ?? ""), Acteur, Ct);
        return await ApresAsync(id, anonymat, outcome.Refus, outcome.EstReussi ? $"La note est relevée de {outcome.Valeur.Avant} à {outcome.Valeur.Apres}." : "");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, string anonymat, Guid ligne)
    {
        var outcome = await retirer.ExecuteAsync(new(id, anonymat, ligne), Acteur, Ct);
        return await ApresAsync(id, anonymat, outcome.Refus, "La ligne est retirée. Elle reste écrite, avec sa date.");
    }

    private async Task<IActionResult> ApresAsync(Guid id, string anonymat, IReadOnlyList<Refus> refus, string fait)
    {
        if (refus.Count > 0)
            return Expliquer(refus) ? await AfficherAsync(id, anonymat) : Repondre(refus);
        TempData["Fait"] = fait;
        return RedirectToPage(new { id, anonymat });
    }

    private async Task<IActionResult> AfficherAsync(Guid id, string anonymat)
    {
        var outcome = await consulter.ExecuteAsync(new(id, anonymat), Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Vue = outcome.Valeur;
        return Page();
    }
}
