using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;

namespace Rebond.Web.Pages.Resultats.Jurys;

public sealed class CompositionModel(ConsulterComposition consulter, MarquerPresence marquer, OuvrirDeliberation ouvrir) : PageJury
{
    private const string Prefixe = "presence.";

    public ConsulterComposition.Reponse Jury { get; private set; } = null!;

    /// <summary>Not opened yet, or closed for the first group and published since.</summary>
    public bool PeutOuvrir => Jury.Etat == EtatJury.Constitue || (Jury.Etat == EtatJury.Clos && Jury.Groupe == GroupeEpreuves.Second && !Jury.SecondClos);

    public Task<IActionResult> OnGetAsync(Guid id) => AfficherAsync(id);

    public async Task<IActionResult> OnPostPresenceAsync(Guid id, int version)
    {
        var presences = Request.Form.Where(c => c.Key.StartsWith(Prefixe, StringComparison.Ordinal))
            .Select(c => (Connu: Guid.TryParse(c.Key[Prefixe.Length..], out var membre), Membre: membre, Lue: Enum.TryParse<MarquerPresence.Presence>(c.Value, out var presence), Presence: presence))
            .Where(c => c is { Connu: true, Lue: true }).ToDictionary(c => c.Membre, c => c.Presence);
        var outcome = await marquer.ExecuteAsync(new(id, version, presences), Acteur, Ct);
        if (!outcome.EstReussi)
            return Expliquer(outcome.Refus) ? await AfficherAsync(id) : Repondre(outcome.Refus);
        TempData["Fait"] = $"Présences enregistrées : {outcome.Valeur.Presents} sur {outcome.Valeur.Membres}.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostOuvrirAsync(Guid id, int version)
    {
        var outcome = await ouvrir.ExecuteAsync(new(id, version), Acteur, Ct);
        if (!outcome.EstReussi)
            return Expliquer(outcome.Refus) ? await AfficherAsync(id) : Repondre(outcome.Refus);
        TempData["Fait"] = "La délibération est ouverte.";
        return RedirectToPage("/Resultats/Jurys/Lot", new { id });
    }

    private async Task<IActionResult> AfficherAsync(Guid id)
    {
        var outcome = await consulter.ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Jury = outcome.Valeur;
        return Page();
    }
}
