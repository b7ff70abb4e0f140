using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Web.Pages.Suivi.Lien;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>After the sitting: seats that came free, and who is next.</summary>
public sealed class AttenteModel(BaseRebond donnees, LienDeRendezVous liens) : PageSeance(donnees)
{
    [BindProperty] public Guid Ligne { get; set; }
    [BindProperty] public string Uai { get; set; } = "";
    [BindProperty] public string Specialite { get; set; } = "";

    public ConsulterAttente.Reponse Vue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var vue = await new ConsulterAttente(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi)
            return Refuser(vue.Refus);
        Vue = vue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostServirAsync()
    {
        var champ = $"Motif-{Ligne:N}-{Uai}-{Specialite}";
        var outcome = await new ServirAttente(Donnees).ExecuteAsync(new(Id, Ligne, Uai, Specialite, Request.Form[champ], dossier => liens.Adresse(Url, Request, dossier)), Acteur, Ct);
        if (!outcome.EstReussi)
            return Dire(outcome.Refus, r => r is ServirAttente.PasLeSuivant ? champ : "") ?? await OnGetAsync();
        TempData["Fait"] = $"Place donnée au n° {outcome.Valeur.Numero}. {(outcome.Valeur.Prevenu ? "Un message part." : "Aucune adresse n’est connue : remettez-lui sa lettre.")}";
        return RedirectToPage("/Suivi/Commission/Attente", new { Id });
    }
}
