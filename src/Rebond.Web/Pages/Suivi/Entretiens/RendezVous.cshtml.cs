using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Web.Pages.Suivi.Dossiers;
using Rebond.Web.Pages.Suivi.Lien;

namespace Rebond.Web.Pages.Suivi.Entretiens;

/// <summary>One person on the phone, or at the desk: book, change, give the personal link, find the interviews held.</summary>
public sealed class RendezVousModel(BaseRebond donnees, LienDeRendezVous liens) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public ConsulterRendezVous.Reponse Vue { get; private set; } = null!;
    public IReadOnlyList<EntretienSituation> Entretiens { get; private set; } = [];
    public string Lien { get; private set; } = "";
    public IEnumerable<SelectListItem> Choix => Vue.Libres.Select(c => new SelectListItem($"{c.Debut.JourEtHeure()}, {c.Interlocuteur}", c.Id.ToString()));

    public async Task<IActionResult> OnGetAsync() => await ChargerAsync() ?? Page();

    public async Task<IActionResult> OnPostReserverAsync(Guid? creneau)
    {
        if (creneau is not { } choisi)
        {
            ModelState.AddModelError(nameof(creneau), "Choisissez un horaire dans la liste.");
            return await ChargerAsync() ?? Page();
        }
        return await ConclureAsync(await new ReserverCreneau(Donnees).ExecuteAsync(new(choisi, id => liens.Adresse(Url, Request, id)), Id, Acteur, Ct),
            r => $"Rendez-vous pris : {r.Debut.JourEtHeure()}. {(r.Messages > 0 ? "Un message le confirme." : "Aucune adresse n’est connue : dites-le-lui.")}");
    }

    public async Task<IActionResult> OnPostAnnulerAsync() =>
        await ConclureAsync(await new AnnulerRendezVous(Donnees).ExecuteAsync(Id, Acteur, Ct), r => $"Rendez-vous annulé. Proposez-en un autre avant le {r.ProchaineDate:dd/MM/yyyy}.");

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage(new { Id });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var vue = await new ConsulterRendezVous(Donnees).ExecuteAsync(Id, Acteur, Ct);
        var entretiens = await new ListerEntretiens(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi || !entretiens.EstReussi)
            return Refuser([.. vue.Refus, .. entretiens.Refus]);
        (Vue, Entretiens, Lien) = (vue.Valeur, entretiens.Valeur.Entretiens, liens.Adresse(Url, Request, Id));
        return null;
    }
}
