using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>
/// Where each envelope begins: one field, which has the focus. A number is typed, or a scanner types it and presses Enter. What the envelope before it
/// became is told above.
/// </summary>
public sealed class ReceptionModel(BaseRebond donnees) : PageGuichet(donnees)
{
    /// <summary>The channel of the envelope before, kept for the next.</summary>
    [BindProperty(SupportsGet = true, Name = "canal")]
    public string? Canal { get; set; }

    /// <summary>The envelope just received.</summary>
    [BindProperty(SupportsGet = true, Name = "recu")]
    public Guid? Recu { get; set; }

    [BindProperty]
    public string? Saisie { get; set; }

    public ConsulterEnvoi.Reponse? Precedent { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Recu is { } envoi)
        {
            var outcome = await new ConsulterEnvoi(Donnees).ExecuteAsync(null, envoi, Acteur, Ct);
            if (!outcome.EstReussi)
                return Fermer(outcome.Refus) ?? NotFound();
            Precedent = outcome.Valeur;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await new TrouverDossier(Donnees).ExecuteAsync(Saisie, numeroSeulement: true, Acteur, Ct);
        if (outcome.EstReussi)
            return RedirectToPage("/Inscription/Guichet/Envoi", new { id = outcome.Valeur.Dossiers[0].Id, version = outcome.Valeur.Version, canal = Codes.TryLire<Canal>(Canal, out _) ? Canal : null });
        if (outcome.Refus.Any(r => r is Interdit))
            return Forbid();
        Dire(outcome.Refus, _ => nameof(Saisie));
        return Page();
    }
}
