using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Regles.Resultats;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Releves;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.MonResultat;

/// <summary>The candidate's own result, and nobody else's: another id answers "not found".</summary>
public sealed class IndexModel(ConsulterMonResultat consulter) : PageModel
{
    /// <summary>Null for an account no candidature is bound to.</summary>
    public ConsulterMonResultat.Reponse? Resultat { get; private set; }
    public Conclusion? Conclusion { get; private set; }

    public string Decision => Conclusion is null ? "" : Conclusion.Decision.Libelle();

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        var reponse = await consulter.ExecuteAsync(new(id), User.Acteur(), ct);
        if (!reponse.EstReussi && reponse.Refus[0].Genre != GenreRefus.Introuvable)
            return Forbid();
        if (!reponse.EstReussi)
            return id is null ? Page() : NotFound();
        Resultat = reponse.Valeur;
        Conclusion = Resultat.Actuel is { } actuel ? ComposerReleve.Arretee(actuel.Decision, actuel.Conclusion) : null;
        return Page();
    }
}
