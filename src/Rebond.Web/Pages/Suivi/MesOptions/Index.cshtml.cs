using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Regles.Suivi;
using Rebond.Web.Pages.Suivi.Simulateur;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.MesOptions;

/// <summary>The candidate's own options, from what was published to him. To be more precise he goes on with the simulator, which keeps nothing.</summary>
public sealed class IndexModel(ConsulterMonResultat consulter, TimeProvider horloge) : PageModel
{
    /// <summary>Null when nothing is published, or no candidature is bound to the account.</summary>
    public Reponses? Reponses { get; private set; }
    public AffichageOptions Options { get; private set; } = null!;
    public Guid Candidature { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        var resultat = await consulter.ExecuteAsync(new(id), User.Acteur(), ct);
        if (!resultat.EstReussi && resultat.Refus[0].Genre != GenreRefus.Introuvable)
            return Forbid();
        if (!resultat.EstReussi)
            return id is null ? Page() : NotFound();
        if (resultat.Valeur.Actuel is not { } actuel)
            return Page();
        Candidature = resultat.Valeur.Candidature.Id;
        Reponses = ReponsesDuResultat.Lire(resultat.Valeur, actuel, horloge.GetUtcNow().UtcDateTime.JourAParis());
        Options = new AffichageOptions(OptionsDeSuivi.Repondre(Reponses.Profil()), resultat.Valeur.Etablissement is { } lieu ? $"{lieu.Nom}, à {lieu.Ville}" : null);
        return Page();
    }
}
