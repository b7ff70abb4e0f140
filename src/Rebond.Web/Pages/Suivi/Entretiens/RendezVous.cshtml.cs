using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Suivi.Dossiers;
using Rebond.Web.Pages.Suivi.Lien;

namespace Rebond.Web.Pages.Suivi.Entretiens;

/// <summary>One person on the phone, or at the desk: book, change, give the personal link, find the interviews held.</summary>
public sealed class RendezVousModel(BaseRebond donnees, LienDeRendezVous liens) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public ConsulterRendezVous.Reponse Vue { get; private set; } = null!;
    public IReadOnlyList<EntretienSituation> Entretiens { get; private set; } = [];
    public string? Responsable { get; private set; }

    [BindProperty] public string? Titulaire { get; set; }

    /// <summary>One block of the page: the link, to copy, send or call back.</summary>
    /// <param name="Ouvert">The reason asked for is missing: the form stays in sight.</param>
    public sealed record UnLien(Guid Id, TitulaireLien Titulaire, string Adresse, string ChampMotif, bool Ouvert);

    public UnLien LienDe(TitulaireLien titulaire) => new(Id, titulaire, liens.Adresse(Url, Request, Id, titulaire), ChampMotif(titulaire), ModelState.TryGetValue(ChampMotif(titulaire), out var etat) && etat.Errors.Count > 0);

    private static string ChampMotif(TitulaireLien titulaire) => $"motif-{titulaire.Code()}";
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

    public Task<IActionResult> OnPostEnvoyerAsync() => DonnerAsync(rappeler: false);

    public Task<IActionResult> OnPostRappelerAsync() => DonnerAsync(rappeler: true);

    private async Task<IActionResult> DonnerAsync(bool rappeler)
    {
        if (!Codes.TryLire<TitulaireLien>(Titulaire, out var titulaire))
            return BadRequest();
        return await ConclureAsync(await new DonnerLien(Donnees).ExecuteAsync(new(Id, titulaire, rappeler, Request.Form[ChampMotif(titulaire)], (id, qui) => liens.Adresse(Url, Request, id, qui)), Acteur, Ct),
            r => $"{(rappeler ? "L’ancien lien ne marche plus. " : "")}{(r.ParCourriel ? "Le lien part par courriel." : "Aucune adresse n’est connue : le lien attend dans « À remettre ou à poster ».")}");
    }

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
            ModelState.AddModelError(refus is DonnerLien.MotifNecessaire && Codes.TryLire<TitulaireLien>(Titulaire, out var titulaire) ? ChampMotif(titulaire) : "", refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var vue = await new ConsulterRendezVous(Donnees).ExecuteAsync(Id, Acteur, Ct);
        var entretiens = await new ListerEntretiens(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi || !entretiens.EstReussi)
            return Refuser([.. vue.Refus, .. entretiens.Refus]);
        (Vue, Entretiens, Responsable) = (vue.Valeur, entretiens.Valeur.Entretiens, vue.Valeur.ResponsableNom);
        return null;
    }
}
