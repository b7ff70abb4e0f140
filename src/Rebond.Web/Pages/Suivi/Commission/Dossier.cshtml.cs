using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>One file in the sitting: why, what else, and the hand decision.</summary>
public sealed class DossierModel(BaseRebond donnees) : PageSeance(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Ligne { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Genre { get; set; }

    /// <summary>UAI-spécialité.</summary>
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Motif { get; set; }
    [BindProperty] public string? Raison { get; set; }

    public ConsulterDossierDeCommission.Reponse Vue { get; private set; } = null!;
    public IEnumerable<SelectListItem> Genres => Enum.GetValues<GenreDecision>().Select(g => new SelectListItem(g.Nom(), g.Code()));
    public IEnumerable<SelectListItem> Raisons => Enum.GetValues<RaisonDeDepart>().Select(r => new SelectListItem(r.Nom(), r.Code()));

    /// <summary>His wishes, then the other places of the sitting in his spécialité.</summary>
    public IEnumerable<SelectListItem> Lycees { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ChargerAsync() ?? Page();

    public async Task<IActionResult> OnPostDeciderAsync()
    {
        GenreDecision? genre = Codes.TryLire<GenreDecision>(Genre, out var choisi) ? choisi : null;
        var lieu = Place?.Split('-', 2);
        return await ConclureAsync(await new DeciderALaMain(Donnees).ExecuteAsync(new DeciderALaMain.Demande(Id, Ligne, Version, genre, lieu is [{ Length: > 0 } uai, _] ? uai : null, lieu is [_, { Length: > 0 } specialite] ? specialite : null, Motif), Acteur, Ct),
            r => $"Décision écrite.{(r.HorsCalcul ? " Elle ne passe pas par le calcul." : "")} Calculez de nouveau la proposition pour en voir l’effet.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid retirer) =>
        await ConclureAsync(await new DeciderALaMain(Donnees).ExecuteAsync(new DeciderALaMain.Annulation(Id, Ligne, retirer), Acteur, Ct), _ => "Décision retirée. Calculez de nouveau la proposition.");

    public async Task<IActionResult> OnPostLibererAsync() =>
        await ConclureAsync(await new LaisserSaPlace(Donnees).ExecuteAsync(new LaisserSaPlace.Demande(Id, Ligne, Codes.TryLire<RaisonDeDepart>(Raison, out var raison) ? raison : null), Acteur, Ct),
            r => $"Place libérée. Son lycée cherche une autre voie avec la personne avant le {r.ProchaineDate:dd/MM/yyyy}.");

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage("/Suivi/Commission/Dossier", new { Id, Ligne });
        }
        return Dire(outcome.Refus, Champ) ?? await OnGetAsync();
    }

    private static string Champ(Refus refus) => refus switch
    {
        DeciderALaMain.DecisionNecessaire => nameof(Genre),
        DeciderALaMain.LyceeNecessaire or DeciderALaMain.SpecialiteInconnue or DeciderALaMain.PasUnVoeu => nameof(Place),
        DeciderALaMain.MotifInsuffisant => nameof(Motif),
        LaisserSaPlace.RaisonNecessaire => nameof(Raison),
        _ => "",
    };

    private async Task<IActionResult?> ChargerAsync()
    {
        var vue = await new ConsulterDossierDeCommission(Donnees).ExecuteAsync(Id, Ligne, Acteur, Ct);
        if (!vue.EstReussi)
            return Refuser(vue.Refus);
        Vue = vue.Valeur;
        var siens = Vue.Voeux.Select(v => new SelectListItem($"Vœu {v.Voeux.Rang} : {v.Lycee}{(v.Voeux.Etat == EtatVoeu.AutreSpecialite ? $", {v.Specialite}" : "")}", v.Voeux.Place)).ToList();
        Lycees = siens;
        if (Vue.Decide && (await new ConsulterPlaces(Donnees).ExecuteAsync(Id, Acteur, Ct)).Valeur is { } places)
            Lycees = [.. siens, .. places.Places.Where(p => p.Specialite == Vue.Dossier.Dossier.Specialite && p.Capacite > 0 && siens.All(x => x.Value != p.Code)).Select(p => new SelectListItem($"Non demandé : {p.Lycee}", p.Code))];
        return null;
    }
}
