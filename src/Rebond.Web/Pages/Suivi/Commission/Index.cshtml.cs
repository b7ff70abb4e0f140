using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Commission;

public sealed class IndexModel(BaseRebond donnees) : PageSuivi(donnees)
{
    [BindProperty] public string? Departement { get; set; }
    [BindProperty] public string? TenueLe { get; set; }
    [BindProperty] public string? DistanceMaxKm { get; set; }

    public ListerSeances.Reponse Liste { get; private set; } = null!;
    public bool Ouvre => Acteur.A(Role.Commission);
    public IReadOnlyList<string> Departements => Acteur.Codes(TypePerimetre.Departement);

    public async Task<IActionResult> OnGetAsync()
    {
        (TenueLe, DistanceMaxKm) = (Donnees.Aujourdhui.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), OuvrirSeance.DistanceParDefaut.ToString(CultureInfo.InvariantCulture));
        return await ChargerAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        DateOnly? jour = DateOnly.TryParseExact(TenueLe, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lu) ? lu : null;
        var outcome = await new OuvrirSeance(Donnees).ExecuteAsync(new(string.IsNullOrEmpty(Departement) ? null : Departement, jour, int.TryParse(DistanceMaxKm, out var km) ? km : null), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = $"Séance ouverte : {MotsCommission.Pluriel(outcome.Valeur.Dossiers, "dossier transmis", "dossiers transmis")}. Dites maintenant combien de places offre chaque lycée.";
            return RedirectToPage("/Suivi/Commission/Seance", new { id = outcome.Valeur.SeanceId });
        }
        if (outcome.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Forbid();
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus switch { OuvrirSeance.DateNecessaire => nameof(TenueLe), OuvrirSeance.DistanceInvalide => nameof(DistanceMaxKm), _ => "" }, refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var liste = await new ListerSeances(Donnees).ExecuteAsync(Acteur, Ct);
        if (!liste.EstReussi)
            return Refuser(liste.Refus);
        Liste = liste.Valeur;
        return null;
    }
}
