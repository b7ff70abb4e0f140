using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Personnelles;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>Everything held on oneself, to read and to take away; a candidate may ask that it be erased.</summary>
public sealed class MesDonneesModel(ExporterMesDonnees exporter, DemanderEffacement demander, ListerEffacements lister) : PageModel
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [BindProperty]
    public string? Precisions { get; set; }

    [BindProperty]
    public bool Compris { get; set; }

    public ExporterMesDonnees.Reponse Donnees { get; private set; } = null!;
    public IReadOnlyList<DemandeEffacement> Demandes { get; private set; } = [];
    public DemandeEffacement? EnCours => Demandes.FirstOrDefault(d => d.Etat == EtatEffacement.Demandee);
    public bool PeutDemander => User.Acteur().A(Role.Candidat);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Moi() is not { } moi)
            return Challenge();
        var issue = await exporter.ExecuteAsync(new(), moi, ct);
        if (!issue.EstReussi)
            return Forbid();
        Donnees = issue.Valeur;
        if (PeutDemander && await lister.ExecuteAsync(moi, ct) is { EstReussi: true } siennes)
            Demandes = [.. siennes.Valeur.Lignes.Select(l => l.Demande)];
        return Page();
    }

    public async Task<IActionResult> OnPostFichierAsync(CancellationToken ct)
    {
        if (Moi() is not { } moi || await exporter.ExecuteAsync(new(Fichier: true), moi, ct) is not { EstReussi: true } issue)
            return Forbid();
        return File(JsonSerializer.SerializeToUtf8Bytes(issue.Valeur, s_json), "application/json", $"mes-donnees-rebond-{issue.Valeur.Le.EnHeureDeParis():yyyy-MM-dd}.json");
    }

    public async Task<IActionResult> OnPostEffacerAsync(CancellationToken ct)
    {
        if (!Compris)
        {
            ModelState.AddModelError(nameof(Compris), "Cochez la case : dites que vous avez lu ce que l’effacement entraîne.");
            return await OnGetAsync(ct);
        }
        return await ConclureAsync(await demander.ExecuteAsync(new(Precisions), User.Acteur(), ct), "Votre demande est enregistrée. La réponse vous sera écrite, et se lira ici.", ct);
    }

    public async Task<IActionResult> OnPostRetirerAsync(CancellationToken ct) =>
        await ConclureAsync(await demander.ExecuteAsync(new(null, Retirer: true), User.Acteur(), ct), "Votre demande est retirée : rien n’est effacé.", ct);

    private async Task<IActionResult> ConclureAsync(Outcome<DemanderEffacement.Reponse> issue, string fait, CancellationToken ct)
    {
        if (issue.EstReussi)
        {
            TempData["Fait"] = fait;
            return RedirectToPage();
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus is DemanderEffacement.PrecisionsTropLongues ? nameof(Precisions) : "", refus.Phrase);
        return await OnGetAsync(ct);
    }

    /// <summary>Before a role is chosen too: one's own data need none.</summary>
    private Acteur? Moi()
    {
        var acteur = User.Acteur();
        if (acteur.CompteId is not null)
            return acteur;
        return Guid.TryParse(User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value, out var id) ? acteur with { CompteId = id } : null;
    }
}
