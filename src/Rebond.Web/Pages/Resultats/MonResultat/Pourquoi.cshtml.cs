using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Regles.Textes;
using Rebond.Web.Documents.Releves;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.MonResultat;

/// <summary>The computation, line by line, for the person it decides about.</summary>
public sealed class PourquoiModel(ConsulterMonResultat consulter) : PageModel
{
    public ConsulterMonResultat.Reponse Resultat { get; private set; } = null!;
    public ReleveNotes Releve { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var reponse = await consulter.ExecuteAsync(new(id), User.Acteur(), ct);
        if (!reponse.EstReussi)
            return reponse.Refus[0].Genre == GenreRefus.Introuvable ? NotFound() : Forbid();
        if (reponse.Valeur.Actuel is not { } actuel)
            return RedirectToPage("/Resultats/MonResultat/Index", new { id });
        Resultat = reponse.Valeur;
        Releve = ComposerReleve.Composer(Resultat.Session, Resultat.Candidature, Resultat.Etablissement, actuel.Decision, actuel.Dossier, actuel.Conclusion, new Sceau("", ""));
        return Page();
    }

    /// <summary>What the cited text fixes, in one line, and how it was read.</summary>
    public static TexteLegal? Texte(Fondement fondement) => TextesLegaux.Tous.GetValueOrDefault(fondement.Texte);
}
