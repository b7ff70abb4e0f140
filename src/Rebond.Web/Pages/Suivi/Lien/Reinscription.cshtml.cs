using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Web.Pages.Inscription;
using Rebond.Web.Pages.Suivi.Reinscriptions;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>The young person asks to come back, reads the answer, takes or leaves a place proposed elsewhere.</summary>
public sealed class ReinscriptionModel(BaseRebond donnees, LienDeRendezVous liens) : PageLien(donnees, liens)
{
    public ConsulterReinscription.Reponse? Vue { get; private set; }

    /// <summary>Null when no commission of Rebond sat about him.</summary>
    public ConsulterMaDecision.Reponse? Commission { get; private set; }

    [BindProperty] public string? PremierEchec { get; set; }
    [BindProperty] public string? Ou { get; set; }
    [BindProperty] public ChoixEtablissement Autre1 { get; set; } = new();
    [BindProperty] public ChoixEtablissement Autre2 { get; set; } = new();
    [BindProperty] public string? Raison { get; set; }
    [BindProperty] public FormulaireSpecialite Autre { get; set; } = new();

    /// <summary>Something was said of another school: its fields stay in sight.</summary>
    public bool OuvreAutreLycee => Ou is "AUTRE" or "SIEN_PUIS_AUTRE" || Autre1.Recherche is not null || Autre1.Uai is not null || Autre2.Recherche is not null || Raison is not null;

    /// <summary>It is for whoever holds this link to sign: the guardian after his child.</summary>
    public bool PeutSigner => Vue is { EstOuvert: true, Demande: { } demande } && demande.AttendLaSignatureDe(Porteur!.Titulaire);

    public IEnumerable<SelectListItem> OuiNon => FormulaireDemande.OuiNon;
    public IEnumerable<SelectListItem> Lieux => [.. FormulaireDemande.Lieux(Vue!), new("Autre chose : apprentissage, emploi, service civique…", "AUTRE_CHOSE")];

    public async Task<IActionResult> OnGetAsync() => await LireAsync() ? Page() : LienPerdu();

    public async Task<IActionResult> OnPostDemanderAsync()
    {
        if (Porteur is not { } porteur || !await LireAsync())
            return LienPerdu();
        if (FormulaireDemande.Cherche(Request))
        {
            await Autre.EtudierAsync(code => new EtudierAutreSpecialite(Donnees).ExecuteAsync(code, porteur, Ct), ModelState);
            return Page();
        }
        // Not a request for a place: somebody calls, and looks for it with him.
        if (Ou == "AUTRE_CHOSE")
            return await ConclureAsync(await new RepondreAuSuivi(Donnees).ExecuteAsync(ReponseAuSuivi.Rappel, porteur, Ct), _ => "C’est noté : quelqu’un va vous appeler pour chercher avec vous.");
        if (FormulaireDemande.Lire(PremierEchec, Ou, Autre1, Autre2, Raison, Autre, ModelState) is not { } demande)
            return Page();
        return await ConclureAsync(await new DemanderReinscription(Donnees).ExecuteAsync(demande, porteur, Ct), r => r.DroitOpposable ? "Votre demande est faite. C’est votre droit." : "Votre demande est faite.");
    }

    public async Task<IActionResult> OnPostSignerAsync(int version) => Porteur is { } porteur
        ? await ConclureAsync(await new SignerDemande(Donnees).ExecuteAsync(new(version, Adresse), porteur, Ct), _ => "C’est signé. Merci.")
        : LienPerdu();

    public async Task<IActionResult> OnPostRetirerAsync() => Porteur is { } porteur
        ? await ConclureAsync(await new RetirerDemande(Donnees).ExecuteAsync(porteur, Ct), _ => "Votre demande est retirée.")
        : LienPerdu();

    public async Task<IActionResult> OnPostRepondreAsync(bool accepte) => Porteur is { } porteur
        ? await ConclureAsync(await new RepondreAProposition(Donnees).ExecuteAsync(new(accepte), porteur, Ct), _ => accepte ? "C’est noté : vous prenez cette place." : "C’est noté : vous dites non. Votre lycée doit encore vous répondre.")
        : LienPerdu();

    public async Task<IActionResult> OnPostLaisserAsync() => Porteur is { } porteur
        ? await ConclureAsync(await new LaisserSaPlace(Donnees).ExecuteAsync(porteur, Ct), _ => "C’est noté : vous laissez cette place. Votre lycée cherche autre chose avec vous.")
        : LienPerdu();

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage("/Suivi/Lien/Reinscription", new { Jeton });
        }
        if (!await LireAsync())
            return LienPerdu();
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(FormulaireDemande.Champ(refus), refus.Phrase);
        return Page();
    }

    private async Task<bool> LireAsync()
    {
        FormulaireDemande.Nommer(Autre1, Autre2);
        Vue = Porteur is { } porteur ? (await new ConsulterReinscription(Donnees).ExecuteAsync(porteur, Ct)).Valeur : null;
        if (Vue is not null)
            Autre.Situer(Vue);
        Commission = Vue?.Demande is not null ? (await new ConsulterMaDecision(Donnees).ExecuteAsync(Porteur!, Ct)).Valeur : null;
        return Vue is not null;
    }
}
