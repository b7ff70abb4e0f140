using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Amenagements.Gestion;

/// <summary>One request: the opinion is noted, the decision taken.</summary>
public sealed class DemandeModel(ConsulterAmenagement consulter, RendreAvis rendre, DeciderAmenagement decider) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Favorable { get; set; }
    [BindProperty] public string? AvisLe { get; set; }
    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public List<string> Mesures { get; set; } = [];
    [BindProperty] public string? TempsMajore { get; set; }
    [BindProperty] public string? Motif { get; set; }

    public ConsulterAmenagement.Reponse Lue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await ChargerAsync(id, ct) is { } refus)
            return refus;
        Version = Lue.Demande.Version;
        // To grant in part, one unticks.
        Mesures = [.. MesuresAmenagement.Lire(Lue.Demande.MesuresDemandees).Select(m => m.Code())];
        TempsMajore = Lue.Demande.TempsMajoreDemande is > 0 and var temps ? temps.ToString(CultureInfo.InvariantCulture) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAvisAsync(Guid id, CancellationToken ct) => await ConclureAsync(id, await rendre.ExecuteAsync(new(id, Version, Choix.LireOuiNon(Favorable),
        Dates.TryLireSaisie(AvisLe, out var jour) ? jour : null), User.Acteur(), ct), "L’avis est enregistré.", ct);

    public async Task<IActionResult> OnPostDeciderAsync(Guid id, CancellationToken ct) => await ConclureAsync(id, await decider.ExecuteAsync(new(id, Version,
        Codes.TryLire<EtatAmenagement>(Decision, out var decision) ? decision : null, Choix.Lire(Mesures),
        int.TryParse(TempsMajore?.Replace("%", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var temps) ? temps : null,
        Codes.TryLire<MotifAmenagement>(Motif, out var motif) ? motif : null), User.Acteur(), ct), "La décision est enregistrée, et le candidat en est prévenu.", ct);

    private async Task<IActionResult> ConclureAsync<T>(Guid id, Outcome<T> issue, string fait, CancellationToken ct)
    {
        if (issue.EstReussi)
        {
            TempData["Fait"] = fait;
            return RedirectToPage(new { id });
        }
        if (await ChargerAsync(id, ct) is { } interdit)
            return interdit;
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus switch
            {
                RendreAvis.AvisAbsent => nameof(Favorable),
                RendreAvis.JourInvalide => nameof(AvisLe),
                DeciderAmenagement.DecisionAbsente => nameof(Decision),
                DeciderAmenagement.MotifAbsent => nameof(Motif),
                DeciderAmenagement.MesuresInvalides => nameof(Mesures),
                DeciderAmenagement.TempsInvalide => nameof(TempsMajore),
                _ => "",
            }, refus.Phrase);
        // What was typed stays; sending again says that the present state was read.
        ModelState.Remove(nameof(Version));
        Version = Lue.Demande.Version;
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync(Guid id, CancellationToken ct)
    {
        var issue = await consulter.ExecuteAsync(id, User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        Lue = issue.Valeur;
        return null;
    }
}
