using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>How many seats each lycée offers: typed down a column.</summary>
public sealed class PlacesModel(BaseRebond donnees) : PageSeance(donnees)
{
    /// <summary>By UAI-spécialité.</summary>
    public Dictionary<string, string?> Capacite { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "specialite")] public string? Specialite { get; set; }

    /// <summary>"MANQUANT": the places without a number.</summary>
    [BindProperty(SupportsGet = true, Name = "nombre")] public string? Nombre { get; set; }

    public bool SansNombre => Nombre == "MANQUANT";
    public IReadOnlyList<SelectListItem> Specialites => [.. Vue.Places.DistinctBy(p => p.Specialite).Select(p => new SelectListItem(p.LibelleSpecialite, p.Specialite))];
    public IReadOnlyList<ConsulterPlaces.Place> Montrees => [.. Vue.Places.Where(p => (string.IsNullOrEmpty(Specialite) || p.Specialite == Specialite) && (!SansNombre || p.Capacite is null || Capacite.ContainsKey(p.Code)))];
    public int Manquants => Vue.Places.Count(p => p.Capacite is null);
    public ConsulterPlaces.Reponse Vue { get; private set; } = null!;

    public string? Tapee(ConsulterPlaces.Place place) => Capacite.TryGetValue(place.Code, out var tapee) ? tapee : place.Capacite?.ToString(CultureInfo.InvariantCulture);

    public bool EstFautive(string code) => ModelState.ContainsKey($"Capacite[{code}]");

    public async Task<IActionResult> OnGetAsync()
    {
        var vue = await new ConsulterPlaces(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi)
            return Refuser(vue.Refus);
        Vue = vue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Capacite = Request.Form.Where(c => c.Key.StartsWith("Capacite[", StringComparison.Ordinal) && c.Key.EndsWith(']')).ToDictionary(c => c.Key[9..^1], c => (string?)c.Value.ToString(), StringComparer.Ordinal);
        var saisies = Capacite.Where(c => c.Key.Contains('-', StringComparison.Ordinal)).Select(c => new SaisirCapacites.Saisie(c.Key.Split('-', 2)[0], c.Key.Split('-', 2)[1], c.Value)).ToList();
        var outcome = await new SaisirCapacites(Donnees).ExecuteAsync(new(Id, saisies), Acteur, Ct);
        if (!outcome.EstReussi)
            return Dire(outcome.Refus, r => r is SaisirCapacites.CapaciteInvalide faute ? $"Capacite[{faute.Place}]" : "") ?? await OnGetAsync();
        var (ajoutees, modifiees) = (outcome.Valeur.Ajoutees, outcome.Valeur.Modifiees);
        TempData["Fait"] = ajoutees + modifiees == 0 ? "Rien n’a changé." : $"Places enregistrées : {ajoutees} de plus, {MotsCommission.Pluriel(modifiees, "modifiée", "modifiées")}.";
        return RedirectToPage("/Suivi/Commission/Places", new { Id, specialite = Specialite, nombre = Nombre });
    }
}
