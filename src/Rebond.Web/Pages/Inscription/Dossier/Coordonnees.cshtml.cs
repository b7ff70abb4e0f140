using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>Address, telephone and e-mail, after the signature too: the convocation must arrive.</summary>
public sealed class CoordonneesModel(ConsulterMonDossier consulter, ChangerAdresse changer) : PageDossier(consulter)
{
    public Dictionary<string, string?> Saisies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string numero, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        if (Dossier.EstSorti || Dossier.NumeroVersion == 0)
            return RedirectToPage("/Inscription/Dossier/Index", new { numero });
        Saisies = ChangerAdresse.Champs.ToDictionary(c => c.Code, c => c.Lire(Dossier), StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string numero, CancellationToken ct)
    {
        Saisies = ChangerAdresse.Champs.ToDictionary(c => c.Code, c => (string?)Request.Form[c.Code].ToString(), StringComparer.Ordinal);
        var issue = await changer.ExecuteAsync(new(numero, Version, Saisies), Acteur, ct);
        if (!issue.EstReussi)
            return await RefuserAsync(numero, issue.Refus, r => r is GarderReponse.SaisieInvalide invalide ? invalide.Champ : "", ct);
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return VersLeDossier(issue.Valeur.Changes.Count == 0 ? "Rien n’a changé." : $"C’est changé : {string.Join(", ", issue.Valeur.Changes).ToLowerInvariant()}. Le courrier partira à cette adresse.");
    }
}
