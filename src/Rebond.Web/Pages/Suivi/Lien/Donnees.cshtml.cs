using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.MonSuivi;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>What is kept, why, who reads it, how long, and how to say no: for the young person, and for the guardian of a minor until he is of age.</summary>
public sealed class DonneesModel(BaseRebond donnees, LienDeRendezVous liens) : PageLien(donnees, liens)
{
    public ConsulterDonneesDuLien.Reponse? Vue { get; private set; }

    [BindProperty] public string? Raison { get; set; }

    public static string Opposition(DossierSuivi dossier, bool parent, string prenom)
    {
        var qui = (dossier.OppositionDuResponsable, parent) switch
        {
            (true, true) or (false, false) => "Vous vous êtes opposé",
            (true, false) => "Votre responsable légal s’est opposé",
            _ => $"{prenom} s’est opposé",
        };
        var suite = dossier switch
        {
            { OppositionAExaminer: true } => $"La réponse arrivera ici avant le {dossier.EcheanceOpposition:dd/MM/yyyy}.{(dossier.RefuseAccompagnement ? " D’ici là, personne n’appelle." : "")}",
            { OppositionAcceptee: true } => "C’est accepté.",
            { OppositionAcceptee: false } => "Ce n’est pas accepté : le suivi continue.",
            _ => "Elle a été retirée.",
        };
        return $"{qui} {HeureDeParis.EnMots(dossier.OppositionLe!.Value)}. {suite}";
    }

    public async Task<IActionResult> OnGetAsync() => await LireAsync() ? Page() : LienPerdu();

    public async Task<IActionResult> OnPostOpposerAsync()
    {
        if (Porteur is not { } porteur)
            return LienPerdu();
        var outcome = await new SOpposerParLien(Donnees).ExecuteAsync(new(Raison), porteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = $"C’est noté. La réponse arrivera sur cette page avant le {outcome.Valeur.ReponseAvantLe:dd/MM/yyyy}.";
            return RedirectToPage("/Suivi/Lien/Donnees", new { Jeton });
        }
        if (!await LireAsync())
            return LienPerdu();
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus is DireMonChoix.RaisonTropLongue ? nameof(Raison) : "", refus.Phrase);
        return Page();
    }

    private async Task<bool> LireAsync()
    {
        Vue = Porteur is { } porteur ? (await new ConsulterDonneesDuLien(Donnees).ExecuteAsync(porteur, Ct)).Valeur : null;
        return Vue is not null;
    }
}
