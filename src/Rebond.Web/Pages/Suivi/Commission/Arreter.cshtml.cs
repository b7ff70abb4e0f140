using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Web.Pages.Suivi.Lien;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>The act that closes the sitting, read over before it is signed.</summary>
public sealed class ArreterModel(BaseRebond donnees, LienDeRendezVous liens) : PageSeance(donnees)
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public bool Confirme { get; set; }

    public ConsulterSeance.Reponse Vue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var vue = await new ConsulterSeance(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi)
            return Refuser(vue.Refus);
        Vue = vue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await new ArreterSeance(Donnees).ExecuteAsync(new(Id, Version, Confirme, dossier => liens.Adresse(Url, Request, dossier)), Acteur, Ct);
        if (!outcome.EstReussi)
            return Dire(outcome.Refus, r => r is ArreterSeance.ConfirmationNecessaire ? nameof(Confirme) : "") ?? await OnGetAsync();
        var r = outcome.Valeur;
        TempData["Fait"] = $"Séance arrêtée : {MotsCommission.Pluriel(r.Affectees, "place donnée", "places données")}, {r.SansPlace:N0} sans place. {MotsCommission.Pluriel(r.Messages, "message part", "messages partent")}.{(r.SansAdresse > 0 ? $" {MotsCommission.Pluriel(r.SansAdresse, "personne n’a pas d’adresse connue : remettez-lui sa lettre.", "personnes n’ont pas d’adresse connue : remettez-leur leur lettre.")}" : "")}";
        return RedirectToPage("/Suivi/Commission/Seance", new { Id });
    }
}
