using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Web.Pages.Suivi.Entretiens;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>From a phone, without an account: choose an hour, confirm, change, cancel, ask to be called, say no.</summary>
public sealed class IndexModel(BaseRebond donnees, LienDeRendezVous liens) : PageLien(donnees, liens)
{
    /// <summary>Null when the link no longer works.</summary>
    public ConsulterRendezVous.Reponse? Vue { get; private set; }

    /// <summary>Interviews written down, and those he has not answered yet.</summary>
    public int Entretiens { get; private set; }
    public int ASigner { get; private set; }

    /// <summary>His request to come back: null when he made none, true once it has an answer.</summary>
    public bool? Demande { get; private set; }

    /// <summary>The request waits for the signature of whoever holds this link.</summary>
    public bool DemandeASigner { get; private set; }

    /// <summary>The hour to confirm.</summary>
    public CreneauEntretien? Choisi { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? creneau)
    {
        if (!await LireAsync())
            return LienPerdu();
        Choisi = creneau is { } id ? Vue!.Libres.FirstOrDefault(c => c.Id == id) : null;
        if (creneau is not null && Choisi is null && Vue!.RendezVous?.Id != creneau)
            ModelState.AddModelError("", new CreneauPris().Phrase);
        return Page();
    }

    public async Task<IActionResult> OnPostReserverAsync(Guid creneau) => Porteur is { } porteur
        ? await ConclureAsync(await new ReserverCreneau(Donnees).ExecuteAsync(new(creneau, Adresse), porteur, Ct),
            r => $"C’est noté : {r.Debut.JourEtHeure()}.{(r.Messages > 0 ? " Nous vous l’écrivons aussi." : " Notez-le : nous n’avons pas votre adresse pour vous l’écrire.")}")
        : LienPerdu();

    public async Task<IActionResult> OnPostAnnulerAsync() => Porteur is { } porteur
        ? await ConclureAsync(await new AnnulerRendezVous(Donnees).ExecuteAsync(porteur, Ct), _ => "Votre rendez-vous est annulé. Vous pouvez prendre une autre heure.")
        : LienPerdu();

    public async Task<IActionResult> OnPostRappelAsync() => Porteur is { } porteur
        ? await ConclureAsync(await new RepondreAuSuivi(Donnees).ExecuteAsync(ReponseAuSuivi.Rappel, porteur, Ct), _ => "C’est noté : quelqu’un va vous appeler.")
        : LienPerdu();

    public async Task<IActionResult> OnPostRefuserAsync() => Porteur is { } porteur
        ? await ConclureAsync(await new RepondreAuSuivi(Donnees).ExecuteAsync(ReponseAuSuivi.Refus, porteur, Ct), _ => "C’est noté : personne ne vous relance. Cette page reste ouverte si vous changez d’avis.")
        : LienPerdu();

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage("/Suivi/Lien/Index", new { Jeton });
        }
        if (!await LireAsync())
            return LienPerdu();
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return Page();
    }

    private async Task<bool> LireAsync()
    {
        Vue = Porteur is { } porteur ? (await new ConsulterRendezVous(Donnees).ExecuteAsync(porteur, Ct)).Valeur : null;
        if (Porteur is { } lui && Vue is { EstOuvert: true })
        {
            var fiches = (await new ConsulterMesEntretiens(Donnees).ExecuteAsync(lui, Ct)).Valeur!.Fiches;
            (Entretiens, ASigner) = (fiches.Count, fiches.Count(f => EstResponsable ? f is { Mineur: true, Entretien: { SigneResponsableLe: null, RefusResponsableLe: null } } : !f.Entretien.LeJeuneARepondu));
            var vue = (await new ConsulterReinscription(Donnees).ExecuteAsync(lui, Ct)).Valeur!;
            Demande = vue.Demande is null ? null : vue.Ecrite is not null;
            DemandeASigner = vue.Demande?.AttendLaSignatureDe(lui.Titulaire) == true;
        }
        return Vue is not null;
    }
}
