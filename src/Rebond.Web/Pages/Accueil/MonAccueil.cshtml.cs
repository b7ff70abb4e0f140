using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Accueil;

/// <summary>Where a person arrives: what he has to do, and the tiles of his own pages.</summary>
public sealed class MonAccueilModel : PageModel
{
    public IActionResult OnGet()
    {
        if (User.HasClaim(ActeurCourant.ClaimAEnroler, "1"))
            return RedirectToPage("/Compte/SecondFacteur");
        return User.Acteur().Role == Role.Visiteur && User.HasClaim(ActeurCourant.ClaimPlusieursRoles, "1") ? RedirectToPage("/Compte/ChoisirRole") : Page();
    }

    public string AFaire(Role role) => role switch
    {
        Role.Candidat => "Lisez votre résultat, ce qui le fonde, et ce que vous pouvez faire ensuite.",
        Role.Enseignant => "Positionnez vos élèves, faites l’appel de vos séances, saisissez vos notes.",
        Role.Coordonnateur => "Organisez l’accompagnement de votre établissement.",
        Role.VieScolaire => "Recevez et suivez les élèves de votre établissement.",
        Role.ChefEtablissement => "Validez les candidats de votre établissement et répondez de leur réinscription.",
        Role.Gestionnaire => "Préparez la session, contrôlez les notes, composez les jurys, publiez à deux.",
        Role.Inspecteur => "Validez les expériences professionnelles et veillez sur les sujets de vos spécialités.",
        Role.PresidentJury => "Ouvrez la délibération de votre jury, décidez, arrêtez le procès-verbal.",
        Role.MembreJury => "Préparez la délibération de votre jury.",
        Role.Examinateur => "Saisissez les notes de votre liste du jour.",
        Role.Commission => "Affectez les candidats ajournés de votre département.",
        Role.Pilotage => "Suivez la session et ceux qui restent sans solution.",
        Role.Administrateur => "Ouvrez les comptes, accordez et retirez les habilitations. Les notes ne vous sont pas accessibles.",
        _ => "",
    };

    public string Nommer(Perimetre perimetre) => perimetre.Type switch
    {
        TypePerimetre.Academie => $"académie {perimetre.Code}",
        TypePerimetre.Departement => $"département {perimetre.Code.TrimStart('0')}",
        TypePerimetre.Etablissement => $"établissement {perimetre.Code}",
        _ => perimetre.Code,
    };
}
