using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Entretiens;

/// <summary>The grid of the interview, new or corrected before it is signed.</summary>
public sealed class GrilleModel(BaseRebond donnees) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>The appointment it is held at.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Creneau { get; set; }

    /// <summary>The record to correct.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Entretien { get; set; }

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Presents { get; set; }
    [BindProperty] public string? Projet { get; set; }
    [BindProperty] public string[] Besoins { get; set; } = [];
    [BindProperty] public string? Obstacles { get; set; }
    [BindProperty] public string? PlanConvenu { get; set; }
    [BindProperty] public string? ProchainPoint { get; set; }

    public ConsulterRendezVous.Reponse Vue { get; private set; } = null!;
    public IEnumerable<SelectListItem> Choix => Enum.GetValues<BesoinEntretien>().Select(b => new SelectListItem(b.Nom(), b.Code()));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        if (Entretien is not { } id)
        {
            ProchainPoint = Vue.Maintenant.JourAParis().AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return Page();
        }
        var lu = await new ConsulterEntretien(Donnees).ExecuteAsync(id, Acteur, Ct);
        if (!lu.EstReussi || lu.Valeur.Dossier.Id != Id)
            return lu.EstReussi ? NotFound() : Refuser(lu.Refus);
        var e = lu.Valeur.Entretien;
        (Version, Presents, Projet, Obstacles, PlanConvenu) = (e.Version, e.Presents, e.Projet, e.Obstacles, e.PlanConvenu);
        (Besoins, ProchainPoint) = (e.Besoins.Split(' ', StringSplitOptions.RemoveEmptyEntries), e.ProchainPoint.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var besoins = Besoins.Select(c => Codes.TryLire<BesoinEntretien>(c, out var besoin) ? besoin : (BesoinEntretien?)null).OfType<BesoinEntretien>().ToList();
        DateOnly? point = Dates.TryLire(ProchainPoint, out var jour) ? jour : null;
        var outcome = await new EnregistrerEntretien(Donnees).ExecuteAsync(new(Id, Entretien, Version, Creneau, Presents, Projet, besoins, Obstacles, PlanConvenu, point), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = $"Entretien enregistré. Faites-le relire et signer. Prochain point avant le {outcome.Valeur.ProchaineDate:dd/MM/yyyy}.";
            return RedirectToPage("/Suivi/Entretiens/Entretien", new { id = outcome.Valeur.EntretienId });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus is EnregistrerEntretien.SaisieInvalide s ? s.Champ : "", refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var vue = await new ConsulterRendezVous(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi)
            return Refuser(vue.Refus);
        Vue = vue.Valeur;
        return null;
    }
}
