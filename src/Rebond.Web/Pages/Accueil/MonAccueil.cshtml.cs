using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Accueil;

/// <summary>Where a person arrives: what he has to do, and the tiles of his own pages.</summary>
public sealed class MonAccueilModel(ListerDossiers lister) : PageModel
{
    /// <summary>Names shown before the whole list.</summary>
    public const int Montrees = 8;

    /// <summary>Those for whom nothing is found yet, for whoever answers for them: what he sees first.</summary>
    public ListerDossiers.Reponse? SansSolution { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.HasClaim(ActeurCourant.ClaimAEnroler, "1"))
            return RedirectToPage("/Compte/SecondFacteur");
        if (User.Acteur().Role == Role.Visiteur && User.HasClaim(ActeurCourant.ClaimPlusieursRoles, "1"))
            return RedirectToPage("/Compte/ChoisirRole");
        if (User.Acteur().A(Role.ChefEtablissement, Role.VieScolaire))
            SansSolution = (await lister.ExecuteAsync(new(), 1, User.Acteur(), ct)).Valeur;
        return Page();
    }

    public string AFaire(Role role) => role switch
    {
        Role.Candidat => "Inscrivez-vous à l’examen, suivez votre dossier ; puis lisez votre résultat, ce qui le fonde, et ce que vous pouvez faire ensuite.",
        Role.Gestionnaire => "Préparez la session, contrôlez les notes, composez les jurys, publiez à deux.",
        Role.ChefEtablissement or Role.VieScolaire => "Appelez les élèves ajournés de votre établissement : chacun a un dossier, et personne ne doit rester sans solution.",
        Role.Commission => "Tenez la séance : dites les places, calculez la proposition, décidez, arrêtez. Chacun reçoit sa réponse avec sa raison.",
        Role.Pilotage => "Lisez où en sont ceux que l’examen laisse sans diplôme. Vous voyez des nombres, jamais des noms.",
        Role.PresidentJury => "Ouvrez la délibération de votre jury, décidez, arrêtez le procès-verbal.",
        Role.MembreJury => "Préparez la délibération de votre jury.",
        Role.Inspecteur => "Dites si l’expérience d’un candidat vaut trois ans dans le domaine de son diplôme.",
        Role.Administrateur => "Ouvrez les comptes, accordez et retirez les habilitations. Les notes ne vous sont pas accessibles.",
        _ => "",
    };

    public string Nommer(Perimetre perimetre) => perimetre.Type switch
    {
        TypePerimetre.Academie => Documents.Libelles.Academie(perimetre.Code),
        TypePerimetre.Departement => Resultats.Publics.Carte.CarteAcademie.Chercher(perimetre.Code)?.Nom ?? $"département {perimetre.Code.TrimStart('0')}",
        TypePerimetre.Etablissement => AnnuaireEtablissements.Chercher(perimetre.Code)?.Libelle ?? $"établissement {perimetre.Code}",
        _ => perimetre.Code,
    };
}
